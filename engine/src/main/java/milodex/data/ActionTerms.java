package milodex.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.Delisting;
import milodex.market.CorporateAction.Dividend;
import milodex.market.CorporateAction.SpinOff;
import milodex.market.CorporateAction.Split;
import milodex.market.Symbol;

/// A corporate action as one word and one number, the way files write it.
public final class ActionTerms {

  private ActionTerms() {}

  /// The word for the kind of an action: `split`, `dividend`, `spinoff_ratio`, `delisting`.
  public static String kind(CorporateAction action) {
    return switch (action) {
      case Split ignored -> "split";
      case Dividend ignored -> "dividend";
      case SpinOff ignored -> "spinoff_ratio";
      case Delisting ignored -> "delisting";
    };
  }

  /// The number of an action: ratio, cash per share, price factor or final price.
  public static BigDecimal value(CorporateAction action) {
    return switch (action) {
      case Split split -> split.ratio();
      case Dividend dividend -> dividend.cashPerShare();
      case SpinOff spinOff -> spinOff.priceFactor();
      case Delisting delisting -> delisting.finalPrice();
    };
  }

  /// The action of this kind, its value without trailing zeros.
  ///
  /// @throws IllegalArgumentException if no action has this kind or the value is out of its range
  public static CorporateAction of(String kind, Symbol symbol, LocalDate exDate, BigDecimal value) {
    BigDecimal clean = value.stripTrailingZeros();
    return switch (kind) {
      case "split" -> new Split(symbol, exDate, clean);
      case "dividend" -> new Dividend(symbol, exDate, clean);
      case "spinoff_ratio" -> new SpinOff(symbol, exDate, clean);
      case "delisting" -> new Delisting(symbol, exDate, clean);
      default ->
          throw new IllegalArgumentException(
              "'" + kind + "' is no action; known: split dividend spinoff_ratio delisting");
    };
  }

  /// A decimal in plain digits without trailing zeros.
  public static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
