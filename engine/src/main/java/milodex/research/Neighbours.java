package milodex.research;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.execution.ActiveStrategy;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.Template;

/// The strategies next to one: each number of its parameters a tenth lower and a tenth higher.
///
/// A whole number moves by one at least. What would leave the bounds, or contradicts another value,
/// is no neighbour; words, tickers, dates and lists have none.
public final class Neighbours {

  private static final BigDecimal TENTH = new BigDecimal("0.1");

  private Neighbours() {}

  /// A strategy that differs in one parameter.
  public record Neighbour(String parameter, String from, String to, ActiveStrategy strategy) {}

  /// The neighbours of `strategy`, in the order of its parameters, the lower value first.
  public static List<Neighbour> of(ActiveStrategy strategy) {
    List<Neighbour> neighbours = new ArrayList<>();
    for (Parameter parameter : strategy.template().parameters()) {
      String value = strategy.parameters().text(parameter.name());
      for (String other : beside(parameter, value)) {
        with(strategy, parameter.name(), other)
            .ifPresent(one -> neighbours.add(new Neighbour(parameter.name(), value, other, one)));
      }
    }
    return neighbours;
  }

  private static List<String> beside(Parameter parameter, String value) {
    return switch (parameter) {
      case Parameter.Whole whole -> wholes(whole, Integer.parseInt(value));
      case Parameter.Decimal decimal when !value.isEmpty() ->
          decimals(decimal, new BigDecimal(value));
      case Parameter.Decimal _,
          Parameter.Choice _,
          Parameter.Ticker _,
          Parameter.Day _,
          Parameter.Wholes _ ->
          List.of();
    };
  }

  private static List<String> wholes(Parameter.Whole parameter, int value) {
    int step = Math.max(1, Math.round(Math.abs(value) / 10f));
    List<String> values = new ArrayList<>();
    for (int other : List.of(value - step, value + step)) {
      if (other >= parameter.min() && other <= parameter.max()) {
        values.add(Integer.toString(other));
      }
    }
    return values;
  }

  private static List<String> decimals(Parameter.Decimal parameter, BigDecimal value) {
    BigDecimal step = value.abs().multiply(TENTH).setScale(6, RoundingMode.HALF_EVEN);
    List<String> values = new ArrayList<>();
    if (step.signum() > 0) {
      for (BigDecimal other : List.of(value.subtract(step), value.add(step))) {
        if (other.compareTo(parameter.min()) >= 0 && other.compareTo(parameter.max()) <= 0) {
          values.add(ParameterValues.plain(other));
        }
      }
    }
    return values;
  }

  /// Empty if the values contradict each other.
  private static Optional<ActiveStrategy> with(
      ActiveStrategy strategy, String parameter, String value) {
    ParameterValues values = strategy.parameters().with(parameter, value);
    try {
      Template template = strategy.template().with(values);
      return Optional.of(
          new ActiveStrategy(
              strategy.id(),
              template,
              values,
              strategy.barSize(),
              strategy.universe(),
              strategy.limits(),
              strategy.standing(),
              strategy.origin()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
