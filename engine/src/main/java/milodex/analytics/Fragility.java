package milodex.analytics;

import java.util.List;

/// How much of a result hangs on one window, one trade, one symbol, a few lucky trades.
public record Fragility(WindowFragility windows, TradeFragility trades) {

  /// The fragility of consecutive windows.
  ///
  /// @param windowReturns the daily returns of each window, in order
  /// @param trades the round trips closed in them
  /// @throws IllegalArgumentException if there is no window
  public static Fragility of(List<double[]> windowReturns, List<TradeResult> trades) {
    return new Fragility(WindowFragility.of(windowReturns), TradeFragility.of(trades));
  }
}
