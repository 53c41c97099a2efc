package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.strategy.Origin;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.Rule;
import milodex.strategy.Template;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Table;

/// What a template says of itself, with the values it has.
record TemplateCard(Template template, Origin origin) {

  KeyValues head() {
    return KeyValues.of()
        .with("Template", template.name() + ", " + OriginText.of(origin))
        .with("Family", template.family() + ": " + template.family().idea())
        .with("Bars", bars());
  }

  /// Bar sizes, and how many closed bars it needs of a symbol.
  String bars() {
    String sizes =
        template.barSizes().stream().map(Timeframe::label).collect(Collectors.joining(", "));
    return "%s; a symbol needs %d closed bars, and no more are seen"
        .formatted(sizes, template.lookback());
  }

  Table rules() {
    Table table = Table.of(Column.number("#"), Column.text("Rule"), Column.wrapping("It fires on"));
    List<Rule> rules = template.rules();
    for (int i = 0; i < rules.size(); i++) {
      table.row("" + (i + 1), rules.get(i).id(), rules.get(i).says());
    }
    return table;
  }

  /// The parameters with their standard values and what they do.
  Table parameters() {
    Table table =
        Table.of(
            Column.text("Parameter"),
            Column.text("Standard"),
            Column.wrapping("Allowed"),
            Column.wrapping("What it does"));
    ParameterValues standard = ParameterValues.standard(template);
    for (Parameter parameter : template.parameters()) {
      table.row(
          parameter.name(),
          shown(standard.text(parameter.name())),
          allowed(parameter),
          parameter.says());
    }
    return table;
  }

  Data data() {
    List<Data> parameters = new ArrayList<>();
    ParameterValues standard = ParameterValues.standard(template);
    for (Parameter parameter : template.parameters()) {
      parameters.add(
          Data.of()
              .text("name", parameter.name())
              .text("standard", standard.text(parameter.name()))
              .text("allowed", allowed(parameter))
              .text("says", parameter.says()));
    }
    Data data =
        Data.of()
            .text("name", template.name())
            .text("family", template.family().label())
            .text("idea", template.family().idea())
            .text("says", template.says())
            .count("rules_version", template.rulesVersion())
            .texts("bar_sizes", template.barSizes().stream().map(Timeframe::label).toList())
            .count("lookback", template.lookback())
            .count("slots", template.slots())
            .texts("also_reads", template.alsoReads().stream().map(Symbol::ticker).toList())
            .objects(
                "rules",
                template.rules().stream()
                    .map(rule -> Data.of().text("id", rule.id()).text("says", rule.says()))
                    .toList())
            .objects("parameters", parameters);
    return OriginText.put(data, origin);
  }

  /// A value as people read it.
  static String shown(String value) {
    return value.isEmpty() ? "(not set)" : value;
  }

  /// The values a parameter may have.
  static String allowed(Parameter parameter) {
    return switch (parameter) {
      case Parameter.Whole whole -> whole.min() + " to " + whole.max();
      case Parameter.Decimal decimal ->
          ParameterValues.plain(decimal.min()) + " to " + ParameterValues.plain(decimal.max());
      case Parameter.Choice choice -> String.join(", ", choice.words());
      case Parameter.Ticker _ -> "a symbol";
      case Parameter.Day _ -> "a date";
      case Parameter.Wholes wholes ->
          "a list of whole numbers from " + wholes.min() + " to " + wholes.max();
    };
  }
}
