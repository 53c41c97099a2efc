package milodex.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import milodex.market.BarWindow;
import milodex.market.CorporateAction;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.money.Price;

/// What can be observed of the market now; nothing of it lies in the future.
public interface Market {

  /// The session that is open now, or has just closed.
  Session session();

  /// The price at which `symbol` trades now, in raw dollars; empty if it has not traded in this
  /// session.
  Optional<Price> price(Symbol symbol);

  /// The last price seen, in shares of now, however old; empty if it has never traded.
  Optional<Price> lastPrice(Symbol symbol);

  /// Exchange date of the newest closed bar.
  Optional<LocalDate> lastClosedBar(Symbol symbol);

  /// The last `length` closed bars, the newest of the last closed session; empty if that session
  /// has no bar or there are fewer bars. Holes are not filled.
  Optional<BarWindow> window(Symbol symbol, int length);

  /// Why `symbol` may not be entered after the last closed session; empty if it may be.
  ///
  /// @param lookback closed bars the rule reads
  Optional<String> whyBarred(Symbol symbol, int lookback);

  /// Mean volume of the last `sessions` closed sessions, in shares of now; empty if one is missing.
  OptionalDouble meanVolume(Symbol symbol, int sessions);

  /// Correlation of the last `sessions` daily returns of two symbols; empty if one is missing or
  /// does not vary.
  OptionalDouble correlation(Symbol one, Symbol other, int sessions);

  /// Splits, dividends and new tickers that take effect at this session's open, new tickers first,
  /// and delistings whose symbol does not trade any more from this session on.
  List<CorporateAction> actions();
}
