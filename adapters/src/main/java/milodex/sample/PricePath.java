package milodex.sample;

import milodex.market.BarColumns;
import milodex.market.CorporateAction.Split;

/// The bars of one instrument as traded: moves turned into dollars, splits and dividends taken off.
final class PricePath {

  private static final double LOWEST_PRICE = 0.02;
  private static final double HIGHEST_PRICE = 1_000_000;

  private PricePath() {}

  /// One bar per session of the timeline, as if the instrument had always been listed.
  static BarColumns draw(Chance chance, Instrument instrument, Moves moves, Timeline timeline) {
    int n = timeline.size();
    double[] open = new double[n];
    double[] high = new double[n];
    double[] low = new double[n];
    double[] close = new double[n];
    double log = 0;
    for (int i = 0; i < n; i++) {
      boolean exDividend = timeline.isExDividend(instrument.payments(), i);
      double paid = exDividend ? StrictMath.log(1 - instrument.payout()) : 0;
      open[i] = log + paid + moves.overnight()[i];
      close[i] = open[i] + moves.intraday()[i];
      high[i] = open[i] + reach(moves.intraday()[i], moves.deviation()[i], chance);
      low[i] = open[i] - reach(-moves.intraday()[i], moves.deviation()[i], chance);
      log = close[i];
    }
    double[] shares = shares(instrument, timeline);
    double level = StrictMath.log(instrument.price()) - close[anchor(instrument, timeline)];
    for (int i = 0; i < n; i++) {
      open[i] = dollars(open[i] + level, shares[i]);
      high[i] = dollars(high[i] + level, shares[i]);
      low[i] = dollars(low[i] + level, shares[i]);
      close[i] = dollars(close[i] + level, shares[i]);
    }
    double[] volume = Volumes.draw(chance, instrument, moves, shares, timeline);
    return new BarColumns(open, high, low, close, volume);
  }

  /// How far above its start a Brownian path reaches that ends at `move`.
  ///
  /// Drawn from the exact law of the maximum: `(move + sqrt(move² - 2 deviation² ln U)) / 2`.
  private static double reach(double move, double deviation, Chance chance) {
    double noise = -2 * deviation * deviation * StrictMath.log(chance.uniform());
    double highest = (move + Math.sqrt(move * move + noise)) / 2;
    return Math.max(highest, Math.max(move, 0));
  }

  /// Shares that one share of the first session has become, for each session.
  private static double[] shares(Instrument instrument, Timeline timeline) {
    double[] shares = new double[timeline.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = 1;
      for (Split split : instrument.splits()) {
        if (!split.exDate().isAfter(timeline.date(i))) {
          shares[i] *= split.ratio().doubleValue();
        }
      }
    }
    return shares;
  }

  private static int anchor(Instrument instrument, Timeline timeline) {
    return instrument.splits().isEmpty()
        ? timeline.indexOf(instrument.from())
        : timeline.indexOf(instrument.splits().getFirst().exDate()) - 1;
  }

  private static double dollars(double log, double shares) {
    double price = StrictMath.exp(log) / shares;
    return Math.round(100 * Math.clamp(price, LOWEST_PRICE, HIGHEST_PRICE)) / 100.0;
  }
}
