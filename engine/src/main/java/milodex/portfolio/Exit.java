package milodex.portfolio;

import java.time.LocalDate;

/// How the last shares of a position left a book.
///
/// @param seq of the fill, split or delisting event in the ledger
/// @param rule the rule whose wish was filled, or one of those below
public record Exit(long seq, LocalDate session, String rule) {

  /// The rule of an exit in which a split left less than one share.
  public static final String SPLIT = "corporate_action.split";

  /// The rule of an exit in which the symbol stopped trading.
  public static final String DELISTING = "corporate_action.delisting";

  /// The rule of an exit in which the shares were sold at the broker without us.
  public static final String EXTERNAL = "external.sale";
}
