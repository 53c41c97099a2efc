package milodex.market;

import java.util.regex.Pattern;

/// The ticker of an instrument, upper case: `SPY`, `BRK.B`, `SIM-IDX`.
///
/// @param ticker one to twelve of `A-Z 0-9 . -`, beginning with a letter
public record Symbol(String ticker) implements Comparable<Symbol> {

  private static final Pattern GRAMMAR = Pattern.compile("[A-Z][A-Z0-9.-]{0,11}");

  /// @throws IllegalArgumentException if `ticker` breaks the grammar
  public Symbol {
    if (!GRAMMAR.matcher(ticker).matches()) {
      throw new IllegalArgumentException(
          "'" + ticker + "' is not a ticker: one to twelve of A-Z 0-9 . - beginning with a letter");
    }
  }

  public static Symbol of(String ticker) {
    return new Symbol(ticker);
  }

  /// Written out, for nothing is compared as often.
  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Symbol symbol && ticker.equals(symbol.ticker));
  }

  @Override
  public int hashCode() {
    return ticker.hashCode();
  }

  @Override
  public int compareTo(Symbol other) {
    return ticker.compareTo(other.ticker);
  }

  @Override
  public String toString() {
    return ticker;
  }
}
