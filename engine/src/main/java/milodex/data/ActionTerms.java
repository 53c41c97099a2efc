package milodex.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.Delisting;
import milodex.market.CorporateAction.Dividend;
import milodex.market.CorporateAction.SpinOff;
import milodex.market.CorporateAction.Split;
import milodex.market.CorporateAction.TickerChange;
import milodex.market.Symbol;

/// A corporate action as two words, the way files write it: its kind and its value.
public final class ActionTerms {

  /// By ex-date, kind and number.
  static final Comparator<CorporateAction> ORDER =
      Comparator.comparing(CorporateAction::exDate)
          .thenComparing(ActionTerms::kind)
          .thenComparing(ActionTerms::number);

  private ActionTerms() {}

  /// The word for the kind of an action: `split`, `dividend`, `spinoff_ratio`, `delisting`,
  /// `ticker_change`.
  public static String kind(CorporateAction action) {
    return switch (action) {
      case Split ignored -> "split";
      case Dividend ignored -> "dividend";
      case SpinOff ignored -> "spinoff_ratio";
      case Delisting ignored -> "delisting";
      case TickerChange ignored -> "ticker_change";
    };
  }

  /// The value of an action: ratio, cash per share, price factor or final price in plain digits
  /// without trailing zeros, or the new ticker.
  public static String value(CorporateAction action) {
    return action instanceof TickerChange change ? change.to().ticker() : plain(number(action));
  }

  /// The action of this kind, its number without trailing zeros.
  ///
  /// @throws IllegalArgumentException if no action has this kind or the value is out of its range
  public static CorporateAction of(String kind, Symbol symbol, LocalDate exDate, String value) {
    return switch (kind) {
      case "split" -> new Split(symbol, exDate, number(value));
      case "dividend" -> new Dividend(symbol, exDate, number(value));
      case "spinoff_ratio" -> new SpinOff(symbol, exDate, number(value));
      case "delisting" -> new Delisting(symbol, exDate, number(value));
      case "ticker_change" -> new TickerChange(symbol, exDate, Symbol.of(value));
      default ->
          throw new IllegalArgumentException(
              "'"
                  + kind
                  + "' is no action; known: split dividend spinoff_ratio delisting ticker_change");
    };
  }

  /// The same action under another ticker.
  public static CorporateAction under(Symbol symbol, CorporateAction action) {
    return of(kind(action), symbol, action.exDate(), value(action));
  }

  private static BigDecimal number(CorporateAction action) {
    return switch (action) {
      case Split split -> split.ratio();
      case Dividend dividend -> dividend.cashPerShare();
      case SpinOff spinOff -> spinOff.priceFactor();
      case Delisting delisting -> delisting.finalPrice();
      case TickerChange ignored -> BigDecimal.ZERO;
    };
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text).stripTrailingZeros();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("value '" + text + "' is not a number", e);
    }
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
