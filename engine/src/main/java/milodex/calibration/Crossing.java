package milodex.calibration;

import java.util.ArrayList;
import java.util.List;

/// A rule of a parameter grid: each asset is held while the mean of its last `fast` prices is above
/// that of its last `slow` ones, as of the close before.
///
/// Before so many prices are known, the mean is over those that are.
record Crossing(int fast, int slow) {

  private static final int[] FAST = {5, 8, 10, 12, 15, 20, 25, 30, 40, 50};
  private static final int[] SLOW = {60, 75, 90, 100, 110, 120, 140, 160, 180, 200};

  /// The hundred cells of the grid, neighbours next to each other.
  static List<Crossing> grid() {
    List<Crossing> cells = new ArrayList<>();
    for (int slow : SLOW) {
      for (int fast : FAST) {
        cells.add(new Crossing(fast, slow));
      }
    }
    return cells;
  }

  /// The running sums of each asset's prices: its means of any length are differences of them.
  static double[][] sums(AssetReturns market) {
    double[][] sums = new double[market.assets()][market.sessions() + 1];
    for (int k = 0; k < sums.length; k++) {
      double price = 1;
      for (int t = 0; t < market.sessions(); t++) {
        price *= 1 + market.byAsset()[k][t];
        sums[k][t + 1] = sums[k][t] + price;
      }
    }
    return sums;
  }

  /// The positions over all sessions, in order.
  ///
  /// @param sums of [#sums]
  /// @param share of equity in each position
  List<Stay> stays(double[][] sums, double share) {
    List<Stay> stays = new ArrayList<>();
    for (int asset = 0; asset < sums.length; asset++) {
      int sessions = sums[asset].length - 1;
      int from = -1;
      for (int t = 1; t < sessions; t++) {
        boolean isUp = mean(sums[asset], t, fast) > mean(sums[asset], t, slow);
        if (isUp && from < 0) {
          from = t;
        } else if (!isUp && from >= 0) {
          stays.add(new Stay(asset, from, t, share));
          from = -1;
        }
      }
      if (from >= 0) {
        stays.add(new Stay(asset, from, sessions, share));
      }
    }
    stays.sort(Stay.ORDER);
    return stays;
  }

  private static double mean(double[] sums, int end, int length) {
    int used = Math.min(end, length);
    return (sums[end] - sums[end - used]) / used;
  }
}
