package milodex.calibration;

import java.util.Comparator;

/// One position: bought at the open of session `from`, sold at the open of session `to`, or at the
/// close of the last session of the window it was bought in.
///
/// @param share of equity bought for
record Stay(int asset, int from, int to, double share) {

  /// In the order they are bought.
  static final Comparator<Stay> ORDER =
      Comparator.comparingInt(Stay::from).thenComparingInt(Stay::asset).thenComparingInt(Stay::to);
}
