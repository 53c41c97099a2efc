package milodex.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import milodex.market.Symbol;

/// The parameter surface of a template, for tests that try every parameter.
public final class Surface {

  /// Parameters that say nothing, or contradict, without another one beside them.
  private static final Map<String, Map<String, String>> COMPANIONS =
      Map.of(
          "fixed_notional", Map.of("sizing_rule", "fixed_notional"),
          "sizing_rule=fixed_notional", Map.of("fixed_notional", "5000"),
          "market_filter_length", Map.of("market_filter_symbol", "SPY"),
          "rebalance_weekday", Map.of("rebalance", "weekly"),
          "exit_outside_top_n=1", Map.of("target_positions", "1"),
          "target_positions=50", Map.of("exit_outside_top_n", "50"),
          "holds=5000", Map.of("last_session", "2029-12-31"));

  private Surface() {}

  /// Every shipped template, with its standard values.
  public static Stream<Template> shipped() {
    Templates shipped = Templates.shipped();
    return shipped.names().stream().map(name -> shipped.find(name).orElseThrow());
  }

  /// The standard values of `template` with some changed, told as `name=value` with spaces between;
  /// the last of a name counts.
  public static ParameterValues changed(Template template, String changes) {
    ParameterValues values = ParameterValues.standard(template);
    for (String change : changes.split(" ")) {
      String[] parts = change.split("=", 2);
      values = values.with(parts[0], parts[1]);
    }
    return values;
  }

  /// Values of `template` that differ in one parameter only, its companions aside: at both ends of
  /// its bounds, at every word, with its own ticker and another.
  public static List<ParameterValues> variants(Template template, Parameter parameter) {
    ParameterValues standard = ParameterValues.standard(template);
    List<ParameterValues> variants = new ArrayList<>();
    for (String value : values(parameter)) {
      ParameterValues changed = standard.with(parameter.name(), value);
      for (String key : List.of(parameter.name(), parameter.name() + "=" + value)) {
        for (var companion : COMPANIONS.getOrDefault(key, Map.of()).entrySet()) {
          changed =
              changed.has(companion.getKey())
                  ? changed.with(companion.getKey(), companion.getValue())
                  : changed;
        }
      }
      variants.add(changed);
    }
    return variants;
  }

  private static List<String> values(Parameter parameter) {
    return switch (parameter) {
      case Parameter.Whole whole -> List.of("" + whole.min(), "" + whole.max());
      case Parameter.Decimal decimal ->
          Stream.of(decimal.min(), decimal.max()).map(Surface::plain).toList();
      case Parameter.Choice choice -> choice.words();
      case Parameter.Ticker ticker ->
          List.of(ticker.standard().map(Symbol::ticker).orElse(""), "QQQ");
      case Parameter.Day day ->
          Stream.of(day.standard(), day.standard().plusDays(28)).map(LocalDate::toString).toList();
      case Parameter.Wholes wholes -> List.of("" + wholes.min(), "" + wholes.max());
    };
  }

  private static String plain(BigDecimal value) {
    return ParameterValues.plain(value);
  }
}
