package milodex.risk;

import java.util.function.Supplier;
import milodex.money.Quantity;

/// How many shares of a proposal one limit leaves room for.
///
/// Its words are made when they are read: trimming measures many rooms that cut nothing.
///
/// @param scope whose limit it is
/// @param code the reason code when it is not enough
/// @param limit the limit in a few words, as a trimming note names it
/// @param largest the most shares that pass
/// @param says the numbers compared for the quantity proposed
record Room(
    Scope scope, String code, Supplier<String> limit, Quantity largest, Supplier<String> says) {

  boolean fits(Quantity quantity) {
    return quantity.compareTo(largest) <= 0;
  }
}
