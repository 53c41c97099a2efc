package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import milodex.market.Symbol;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.Template;

/// A strategy file to begin from: sound as it is, with every parameter at its standard value.
final class Skeleton {

  private static final String VARIANT = "mine";

  /// A fund everybody knows.
  private static final String FUND = "SPY";

  private Skeleton() {}

  /// The id of the strategy the file states.
  static String id(Template template) {
    return "%s.%s.%s.v1".formatted(template.family(), template.name(), VARIANT);
  }

  static String of(Template template) {
    List<String> lines = new ArrayList<>();
    lines.add("strategy:");
    lines.add("  id: " + id(template));
    lines.add("  family: \"%s\"".formatted(template.family()));
    lines.add("  template: " + template.name());
    lines.add("  variant: " + VARIANT);
    lines.add("  version: 1");
    lines.add("  description: \"What it is for\"");
    lines.add("  hypothesis: \"Why it should earn anything\"");
    lines.add(
        "  universe: [%s]  # or universe_ref: universe.index_etfs.v1"
            .formatted(universe(template)));
    if (!template.parameters().isEmpty()) {
      lines.add("  parameters:");
    }
    ParameterValues standard = ParameterValues.standard(template);
    for (Parameter parameter : template.parameters()) {
      String value = standard.text(parameter.name());
      lines.add(
          "    %s%s: %s  # %s"
              .formatted(
                  value.isEmpty() ? "# " : "",
                  parameter.name(),
                  value.isEmpty() ? example(parameter) : written(parameter, value),
                  TemplateCard.allowed(parameter)));
    }
    lines.add("  risk: { max_position_pct: 1, daily_loss_cap_pct: 0.05 }");
    lines.add("  backtest: { min_trades_required: 30, walk_forward_windows: 4 }");
    return String.join("\n", lines) + "\n";
  }

  /// A value for a parameter that is left out.
  private static String example(Parameter parameter) {
    return switch (parameter) {
      case Parameter.Whole whole -> "" + whole.min();
      case Parameter.Decimal decimal -> ParameterValues.plain(decimal.min());
      case Parameter.Choice choice -> choice.words().getFirst();
      case Parameter.Ticker _ -> FUND;
      case Parameter.Day day -> day.standard().toString();
      case Parameter.Wholes wholes -> list("" + wholes.min());
    };
  }

  /// A value as the file writes it.
  private static String written(Parameter parameter, String value) {
    return switch (parameter) {
      case Parameter.Wholes _ -> list(value);
      case Parameter.Whole _,
          Parameter.Decimal _,
          Parameter.Choice _,
          Parameter.Ticker _,
          Parameter.Day _ ->
          value;
    };
  }

  private static String list(String numbers) {
    return "[" + numbers.replace(",", ", ") + "]";
  }

  /// What the template reads by itself, or one fund everybody knows.
  private static String universe(Template template) {
    return template.alsoReads().isEmpty()
        ? FUND
        : template.alsoReads().stream().map(Symbol::ticker).collect(Collectors.joining(", "));
  }
}
