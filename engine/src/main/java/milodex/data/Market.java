package milodex.data;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import milodex.market.BarWindow;
import milodex.market.CorporateAction;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Price;

/// What can be observed of the market now; nothing of it lies in the future.
public interface Market {

  /// The session that is open now, or has just closed.
  Session session();

  /// The price at which `symbol` trades now, in raw dollars; empty if it does not trade now. By the
  /// day that is the open or the close of the session, by the bar that of the bar that opens or
  /// closes now.
  Optional<Price> price(Symbol symbol);

  /// The last price seen, in shares of now, however old; empty if it has never traded.
  Optional<Price> lastPrice(Symbol symbol);

  /// When the newest closed bar of `size` closed.
  Optional<Instant> lastClose(Symbol symbol, Timeframe size);

  /// The last `length` closed bars of `size`, the newest of which closed now, or for daily bars in
  /// the last closed session; empty if there is none such or there are fewer bars. Holes are not
  /// filled.
  Optional<BarWindow> window(Symbol symbol, Timeframe size, int length);

  /// The last `length` daily bars.
  default Optional<BarWindow> window(Symbol symbol, int length) {
    return window(symbol, Timeframe.DAY_1, length);
  }

  /// Why `symbol` may not be entered after the newest closed bar of `size`; empty if it may be.
  /// Whatever the size, it must be seasoned by daily bars.
  ///
  /// @param lookback closed bars the rule reads
  Optional<String> whyBarred(Symbol symbol, Timeframe size, int lookback);

  /// Why it may not be entered after the last closed session.
  default Optional<String> whyBarred(Symbol symbol, int lookback) {
    return whyBarred(symbol, Timeframe.DAY_1, lookback);
  }

  /// Mean volume of the last `sessions` closed sessions, in shares of now; empty if one is missing.
  OptionalDouble meanVolume(Symbol symbol, int sessions);

  /// The range of the closed bars that opened at or after `from` and had closed by `until`, in
  /// shares of now; empty if one of them is missing, or no bar lies between.
  Optional<PriceRange> range(Symbol symbol, Instant from, Instant until);

  /// Correlation of the last `sessions` daily returns of two symbols; empty if one is missing or
  /// does not vary.
  OptionalDouble correlation(Symbol one, Symbol other, int sessions);

  /// Splits, dividends and new tickers that take effect at this session's open, new tickers first,
  /// and delistings whose symbol does not trade any more from this session on.
  List<CorporateAction> actions();

  /// What is to be booked at this session's open: [#actions], after what took effect in sessions
  /// before and was told too late for them.
  List<CorporateAction> due();
}
