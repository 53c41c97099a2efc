package milodex.strategy.templates;

import java.math.BigDecimal;
import java.util.List;
import milodex.market.Symbol;
import milodex.strategy.ParameterValues;
import milodex.strategy.Reading;
import milodex.strategy.Signal;

/// How large each entry of the common flow is.
public sealed interface Sizing {

  /// Each for the same share of the strategy's equity.
  ///
  /// @param share in `(0, 1]`
  record EqualNotional(double share) implements Sizing {}

  /// Each for the same dollars, whatever the strategy's equity is.
  ///
  /// @param dollars above 0
  record FixedNotional(BigDecimal dollars) implements Sizing {}

  /// What `sizing_rule`, `per_position_notional_pct` and `fixed_notional` say together.
  ///
  /// @throws IllegalArgumentException if the rule lacks its amount, or an amount its rule
  static Sizing of(ParameterValues values) {
    String rule = values.choice("sizing_rule");
    return switch (rule) {
      case "equal_notional" -> equalNotional(values);
      case "fixed_notional" -> fixedNotional(values);
      default -> throw new IllegalArgumentException("no sizing_rule is called '" + rule + "'");
    };
  }

  /// The wish to buy `symbol` in this size.
  default Signal.Enter enter(Symbol symbol, String rule, int rank, List<Reading> readings) {
    return switch (this) {
      case EqualNotional(double share) ->
          Signal.Enter.weighing(symbol, rule, share, rank, readings);
      case FixedNotional(BigDecimal dollars) ->
          Signal.Enter.spending(symbol, rule, dollars, rank, readings);
    };
  }

  private static Sizing equalNotional(ParameterValues values) {
    values
        .exact("fixed_notional")
        .ifPresent(
            dollars -> {
              throw new IllegalArgumentException(
                  "fixed_notional is %s, but sizing_rule is equal_notional; remove one of them"
                      .formatted(dollars.toPlainString()));
            });
    return new EqualNotional(values.decimal("per_position_notional_pct"));
  }

  private static Sizing fixedNotional(ParameterValues values) {
    return new FixedNotional(
        values
            .exact("fixed_notional")
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "sizing_rule is fixed_notional, but fixed_notional names no dollars;"
                            + " add it")));
  }
}
