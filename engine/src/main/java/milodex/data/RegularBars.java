package milodex.data;

import java.util.Optional;
import milodex.market.Adjustment;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// The intraday bars of regular sessions, by the exchange calendar, early closes included.
///
/// What was traded before the open or after the close stays in the store and is left out here. Bars
/// of a size that is not stored are built from one-minute bars: they are aligned to the session's
/// open, the last one of a session may be shorter, and a span without a trade has no bar.
public final class RegularBars {

  private RegularBars() {}

  /// What is stored to make bars of `size` from: bars of that size, else one-minute bars.
  public static Optional<StoredSeries> stored(StoredBars store, Symbol symbol, Timeframe size) {
    return store
        .stored(symbol, size, Adjustment.RAW)
        .or(() -> store.stored(symbol, Timeframe.MINUTE_1, Adjustment.RAW));
  }

  /// The regular bars of `size`: those stored, else built from one-minute bars; empty if neither is
  /// stored.
  public static Optional<BarSeries> load(StoredBars store, Symbol symbol, Timeframe size) {
    return store
        .load(symbol, size, Adjustment.RAW)
        .map(RegularBars::of)
        .or(
            () ->
                store
                    .load(symbol, Timeframe.MINUTE_1, Adjustment.RAW)
                    .map(minutes -> built(minutes, size)));
  }

  /// The bars of `series` that opened in a regular session.
  public static BarSeries of(BarSeries series) {
    return built(series, series.timeframe());
  }

  /// Bars of `size`, built from those of a smaller size: the first open, the highest high, the
  /// lowest low, the last close, the sum of the volumes.
  public static BarSeries built(BarSeries series, Timeframe size) {
    boolean same = series.timeframe() == size;
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    BarRows rows = new BarRows(series.size());
    Optional<Session> session = Optional.empty();
    Growing growing = new Growing(rows);
    for (int i = 0; i < series.size(); i++) {
      if (i == 0 || series.day()[i] != series.day()[i - 1]) {
        session = calendar.session(series.session(i));
      }
      if (session.isPresent() && session.get().isOpenAt(series.openedAt(i))) {
        long opened = series.openedAt()[i];
        growing.add(series, i, same ? opened : aligned(opened, session.get(), size));
      }
    }
    growing.end();
    return rows.toSeries(series.symbol(), size, series.adjustment(), series.source());
  }

  private static long aligned(long opened, Session session, Timeframe size) {
    long sinceOpen = opened - session.opensAt().getEpochSecond();
    return opened - sinceOpen % size.span().toSeconds();
  }

  /// The bar that is being put together.
  private static final class Growing {
    private final BarRows rows;
    private int day;
    private long openedAt = Long.MIN_VALUE;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    Growing(BarRows rows) {
      this.rows = rows;
    }

    void add(BarSeries from, int i, long opened) {
      BarColumns bars = from.columns();
      if (opened != openedAt) {
        end();
        day = from.day()[i];
        openedAt = opened;
        open = bars.open()[i];
        high = bars.high()[i];
        low = bars.low()[i];
        volume = 0;
      }
      high = Math.max(high, bars.high()[i]);
      low = Math.min(low, bars.low()[i]);
      close = bars.close()[i];
      volume += bars.volume()[i];
    }

    void end() {
      if (openedAt != Long.MIN_VALUE) {
        rows.add(day, openedAt, open, high, low, close, volume);
      }
    }
  }
}
