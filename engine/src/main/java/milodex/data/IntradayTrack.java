package milodex.data;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import milodex.data.Excerpt.Beyond;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.BarWindow;
import milodex.market.CorporateAction;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.money.Price;

/// The regular intraday bars of one symbol, found by the instant at which they open or close.
final class IntradayTrack {

  /// Bars of a poisoned future.
  private static final int POISON = 5;

  private final BarSeries series;
  private final long[] closedAt;
  private final int[] unbrokenFrom;
  private final AdjustedBars bars;

  private IntradayTrack(BarSeries series, long[] closedAt, int[] unbrokenFrom, AdjustedBars bars) {
    this.series = series;
    this.closedAt = closedAt;
    this.unbrokenFrom = unbrokenFrom;
    this.bars = bars;
  }

  /// @param series raw bars of regular sessions
  static IntradayTrack of(BarSeries series, List<CorporateAction> actions) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    long span = series.timeframe().span().toSeconds();
    long[] closedAt = new long[series.size()];
    int[] unbrokenFrom = new int[series.size()];
    long sessionCloses = 0;
    for (int i = 0; i < closedAt.length; i++) {
      boolean first = i == 0 || series.day()[i] != series.day()[i - 1];
      if (first) {
        Session session = calendar.session(series.session(i)).orElseThrow();
        sessionCloses = session.closesAt().getEpochSecond();
        boolean follows =
            i > 0 && calendar.next(series.session(i - 1)).date().equals(session.date());
        unbrokenFrom[i] = follows ? unbrokenFrom[i - 1] : i;
      } else {
        unbrokenFrom[i] = unbrokenFrom[i - 1];
      }
      closedAt[i] = Math.min(series.openedAt()[i] + span, sessionCloses);
    }
    return new IntradayTrack(series, closedAt, unbrokenFrom, AdjustedBars.of(series, actions));
  }

  BarSeries series() {
    return series;
  }

  /// The open of the bar that opens at `at`.
  Optional<Price> opening(Instant at) {
    int bar = Arrays.binarySearch(series.openedAt(), at.getEpochSecond());
    return bar < 0 ? Optional.empty() : Optional.of(Price.of(series.columns().open()[bar]));
  }

  /// The close of the bar that closes at `at`.
  Optional<Price> closing(Instant at) {
    int bar = closingBar(at);
    return bar < 0 ? Optional.empty() : Optional.of(Price.of(series.columns().close()[bar]));
  }

  /// The close of the newest bar closed by `at`, if it is one of the session.
  Optional<Price> lastClose(Instant at, int day) {
    int bar = lastClosed(at);
    return bar < 0 || series.day()[bar] != day
        ? Optional.empty()
        : Optional.of(Price.of(series.columns().close()[bar]));
  }

  /// When the newest bar closed by `at` closed.
  Optional<Instant> lastClosedAt(Instant at) {
    int bar = lastClosed(at);
    return bar < 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(closedAt[bar]));
  }

  /// The `length` bars up to the one that closes at `at`, in the shares of its session.
  Optional<BarWindow> window(Instant at, int length) {
    int bar = closingBar(at);
    return bar < length - 1
        ? Optional.empty()
        : Optional.of(BarWindow.of(bars.asOf(series.day()[bar]), bar, length));
  }

  /// Why a window that ends at `at` is no ground for an entry; empty if it is one.
  Optional<String> whyBarred(Instant at, int length) {
    int bar = closingBar(at);
    if (bar < 0) {
      return Optional.of("no_bar_now");
    }
    if (bar < length - 1) {
      return Optional.of("too_few_bars");
    }
    return bar - length + 1 < unbrokenFrom[bar] ? Optional.of("hole") : Optional.empty();
  }

  /// The lowest low and the highest high of the bars that opened at or after `from` and had closed
  /// by `until`, in the shares of `until`; empty if there is none.
  Optional<PriceRange> range(Instant from, Instant until) {
    int last = lastClosed(until);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int bar = last; bar >= 0 && series.openedAt()[bar] >= from.getEpochSecond(); bar--) {
      BarColumns columns = bars.asOf(series.day()[last]).columns();
      low = Math.min(low, columns.low()[bar]);
      high = Math.max(high, columns.high()[bar]);
    }
    return low <= high ? Optional.of(new PriceRange(low, high)) : Optional.empty();
  }

  /// These bars with what lies beyond a window that ends at `at` kept, cut off or poisoned; of the
  /// past one bar before the window stays, of a poisoned future a few.
  BarSeries around(Instant at, int window, Beyond past, Beyond future) {
    int newest = lastClosed(at);
    int from = past == Beyond.KEPT ? 0 : Math.max(0, newest - window);
    int to =
        switch (future) {
          case KEPT -> series.size();
          case CUT -> newest + 1;
          case POISONED -> Math.min(series.size(), newest + 1 + POISON);
        };
    BarSeries around = series.slice(from, to);
    for (int i = 0; i < around.size(); i++) {
      boolean old = past == Beyond.POISONED && from + i < newest - window + 1;
      boolean young = future == Beyond.POISONED && from + i > newest;
      if (old || young) {
        Poison.bar(around, i);
      }
    }
    return around;
  }

  private int closingBar(Instant at) {
    return Arrays.binarySearch(closedAt, at.getEpochSecond());
  }

  private int lastClosed(Instant at) {
    int bar = closingBar(at);
    return bar >= 0 ? bar : -bar - 2;
  }
}
