package milodex.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import milodex.config.Nearest;
import milodex.config.Section;
import milodex.config.Setting;
import milodex.market.InstrumentRules;
import milodex.market.Timeframe;

/// The template a strategy file names, with the file's values.
///
/// @param template with the values of the file; empty if it or one of them was refused
/// @param origin where the template came from; empty if no such template is known
/// @param values canonical text by name, without those refused
/// @param barSizes the bars the named template can decide on, the usual ones first; all sizes if no
///     template is named
record RuleSettings(
    Optional<Template> template,
    Optional<Origin> origin,
    Map<String, String> values,
    List<Timeframe> barSizes) {

  private static final List<Timeframe> ANY = List.of(Timeframe.values()).reversed();

  /// The parameters that say how large an entry is, as a share of the strategy's equity.
  private static final List<String> WEIGHTS =
      List.of("per_position_notional_pct", "allocation_pct");

  static RuleSettings read(Section strategy, Templates templates) {
    Optional<Template> named = template(strategy, templates);
    Setting parameters = strategy.optional("parameters");
    Section written = parameters.section();
    if (named.isEmpty()) {
      written.settings();
      return new RuleSettings(Optional.empty(), Optional.empty(), Map.of(), ANY);
    }
    Template template = named.get();
    Map<String, String> values = new TreeMap<>(ParameterValues.standard(template).asMap());
    for (Parameter parameter : template.parameters()) {
      Setting setting = written.optional(parameter.name());
      if (setting.isPresent()) {
        values.remove(parameter.name());
        value(setting, parameter).ifPresent(value -> values.put(parameter.name(), value));
      }
    }
    boolean complete = values.size() == template.parameters().size();
    return new RuleSettings(
        complete ? bind(template, values, parameters) : Optional.empty(),
        templates.origin(template.name()),
        values,
        template.barSizes());
  }

  ParameterValues parameters() {
    return ParameterValues.of(values);
  }

  /// The share of the strategy's equity one entry asks for; empty if the template has no such
  /// parameter, or the file fixes the dollars instead.
  Optional<BigDecimal> entryWeight() {
    if ("fixed_notional".equals(values.get("sizing_rule"))) {
      return Optional.empty();
    }
    return WEIGHTS.stream()
        .flatMap(name -> Stream.ofNullable(values.get(name)))
        .map(BigDecimal::new)
        .findFirst();
  }

  /// Reports a limit that says something else than the parameter that decides.
  void requireTwin(Setting limit, Optional<String> said, String parameter) {
    String decides = values.get(parameter);
    if (said.isPresent() && decides != null && !decides.equals(said.get())) {
      limit.report(
          "is %s, but parameters.%s is %s, and parameters decide; make both equal"
              .formatted(said.get(), parameter, decides));
    }
  }

  /// Reports a limit that no parameter of the template keeps.
  void requireKept(Setting limit, String parameter) {
    template
        .filter(bound -> !values.containsKey(parameter))
        .ifPresent(
            bound ->
                limit.report(
                    "has no effect: %s knows no %s; remove it".formatted(bound.name(), parameter)));
  }

  private static Optional<Template> template(Section strategy, Templates templates) {
    Setting name = strategy.optional("template");
    Setting family = strategy.optional("family");
    Optional<Template> template =
        name.as(
            text ->
                templates
                    .find(text)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "no template is called '%s'%s"
                                    .formatted(text, Nearest.hint(text, templates.names())))));
    Optional<String> kin = family.text();
    template
        .filter(found -> kin.isPresent() && !found.family().label().equals(kin.get()))
        .ifPresent(
            found ->
                family.report(
                    "is '%s', but %s belongs to '%s'"
                        .formatted(kin.get(), found.name(), found.family().label())));
    return template;
  }

  /// The canonical text of a value within its bounds.
  static Optional<String> value(Setting setting, Parameter parameter) {
    return switch (parameter) {
      case Parameter.Whole whole -> setting.whole(whole.min(), whole.max()).map(String::valueOf);
      case Parameter.Decimal decimal ->
          setting.decimal(decimal.min(), decimal.max()).map(ParameterValues::plain);
      case Parameter.Choice choice -> setting.choice(choice.words());
      case Parameter.Ticker _ -> setting.as(RuleSettings::ticker);
      case Parameter.Day _ -> setting.date().map(LocalDate::toString);
      case Parameter.Wholes wholes -> numbers(setting, wholes);
    };
  }

  /// The canonical text of a ticker, or of the word that says there is none.
  private static String ticker(String text) {
    return text.equals(Parameter.Ticker.NONE) ? "" : InstrumentRules.symbol(text).ticker();
  }

  private static Optional<String> numbers(Setting list, Parameter.Wholes wholes) {
    List<Setting> items = list.someItems();
    List<Integer> numbers =
        items.stream().flatMap(item -> item.whole(wholes.min(), wholes.max()).stream()).toList();
    return numbers.isEmpty() || numbers.size() < items.size()
        ? Optional.empty()
        : Optional.of(ParameterValues.joined(numbers));
  }

  private static Optional<Template> bind(
      Template template, Map<String, String> values, Setting parameters) {
    try {
      return Optional.of(template.with(ParameterValues.of(values)));
    } catch (IllegalArgumentException e) {
      parameters.report("contradict each other: " + e.getMessage());
      return Optional.empty();
    }
  }
}
