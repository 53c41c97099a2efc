package milodex.analytics;

import java.util.ArrayList;
import java.util.List;

/// What a walk-forward came to: each window, the windows end to end, and how fragile that is.
///
/// @param aggregate computed on the windows' daily returns put end to end
public record OutOfSample(
    List<Metrics> windows, EquityCurve curve, Metrics aggregate, Fragility fragility) {

  public OutOfSample {
    windows = List.copyOf(windows);
  }

  /// The out-of-sample result of consecutive windows, each started flat.
  ///
  /// @param curves one for each window, in order
  /// @param trades the round trips closed in them; each names its window, from 1
  /// @throws IllegalArgumentException if there is no window, windows do not follow in time, or a
  ///     trade names none of them
  public static OutOfSample of(List<EquityCurve> curves, List<TradeResult> trades) {
    for (TradeResult trade : trades) {
      if (trade.window() < 1 || trade.window() > curves.size()) {
        throw new IllegalArgumentException(
            "a trade in %s names window %d of %d"
                .formatted(trade.symbol(), trade.window(), curves.size()));
      }
    }
    EquityCurve whole = EquityCurve.endToEnd(curves);
    List<Metrics> windows = new ArrayList<>();
    for (int number = 1; number <= curves.size(); number++) {
      windows.add(Metrics.of(curves.get(number - 1), closedIn(number, trades)));
    }
    List<double[]> returns = curves.stream().map(EquityCurve::returns).toList();
    return new OutOfSample(
        windows, whole, Metrics.of(whole, trades), Fragility.of(returns, trades));
  }

  /// What a report calls the aggregate.
  ///
  /// @param look which look at the data of its family this was, from 1
  public static String label(int look) {
    return "OOS aggregate, look " + look + " of this family";
  }

  private static List<TradeResult> closedIn(int window, List<TradeResult> trades) {
    return trades.stream().filter(trade -> trade.window() == window).toList();
  }
}
