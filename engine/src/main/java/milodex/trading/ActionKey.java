package milodex.trading;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import milodex.market.CorporateAction;
import milodex.market.Symbol;

/// What a company did and when, as the keys of the facts that book it begin: `split/KO/2024-03-08`.
record ActionKey(String what, Symbol symbol, LocalDate exDate) {

  private static final int WEEK = 7;

  static ActionKey of(CorporateAction action) {
    String what =
        switch (action) {
          case CorporateAction.Split _ -> "split";
          case CorporateAction.Dividend _ -> "dividend";
          case CorporateAction.TickerChange _ -> "ticker";
          case CorporateAction.Delisting _ -> "delisting";
          case CorporateAction.SpinOff _ -> "spin-off";
        };
    return new ActionKey(what, action.symbol(), action.exDate());
  }

  /// That of a fact with this key.
  static ActionKey parse(String key) {
    String[] parts = key.split("/", -1);
    return new ActionKey(parts[0], Symbol.of(parts[1]), LocalDate.parse(parts[2]));
  }

  /// Whether both are one, though its date was mended meanwhile: of one kind within a week.
  boolean isSameAs(ActionKey other) {
    return what.equals(other.what)
        && symbol.equals(other.symbol)
        && Math.abs(ChronoUnit.DAYS.between(exDate, other.exDate)) <= WEEK;
  }

  @Override
  public String toString() {
    return what + "/" + symbol + "/" + exDate;
  }
}
