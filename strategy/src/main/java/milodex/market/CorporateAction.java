package milodex.market;

import java.math.BigDecimal;
import java.time.LocalDate;

/// Something a company or fund did that changes shares, cash or prices without a trade.
public sealed interface CorporateAction {

  Symbol symbol();

  /// First session that trades without the right, or under the new ticker; for a delisting, the
  /// last session traded.
  LocalDate exDate();

  /// The number of shares changed, their worth did not.
  ///
  /// @param ratio new shares per old share: 2 for two-for-one, 0.1 for a one-for-ten reverse split
  record Split(Symbol symbol, LocalDate exDate, BigDecimal ratio) implements CorporateAction {
    public Split {
      requirePositive("split ratio", ratio);
    }
  }

  /// Cash was paid to the holders.
  ///
  /// @param cashPerShare dollars for each share held at the previous close, in the shares of the
  ///     ex-date
  record Dividend(Symbol symbol, LocalDate exDate, BigDecimal cashPerShare)
      implements CorporateAction {
    public Dividend {
      requirePositive("dividend", cashPerShare);
    }
  }

  /// A part of the company became another one.
  ///
  /// @param priceFactor the factor a vendor applied to earlier prices; shares do not change
  record SpinOff(Symbol symbol, LocalDate exDate, BigDecimal priceFactor)
      implements CorporateAction {
    public SpinOff {
      requirePositive("spin-off factor", priceFactor);
    }
  }

  /// The symbol stopped trading for good.
  ///
  /// @param finalPrice dollars a holder receives for each share; may be zero
  record Delisting(Symbol symbol, LocalDate exDate, BigDecimal finalPrice)
      implements CorporateAction {
    public Delisting {
      if (finalPrice.signum() < 0) {
        throw new IllegalArgumentException(symbol + ": a final price is not negative");
      }
    }
  }

  /// The company goes on under another ticker; its shares and prices did not change.
  ///
  /// Bars of the old ticker from `exDate` on, and of the new one before, are another company's.
  ///
  /// @param to the ticker from `exDate` on
  record TickerChange(Symbol symbol, LocalDate exDate, Symbol to) implements CorporateAction {
    public TickerChange {
      if (to.equals(symbol)) {
        throw new IllegalArgumentException(symbol + " cannot change its ticker to itself");
      }
    }
  }

  private static void requirePositive(String what, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(what + " must be above zero, not " + value);
    }
  }
}
