package milodex.ledger;

import java.util.regex.Pattern;

/// Our name for an order at the broker, a pure function of intent and attempt.
///
/// @param text at most 48 of `a-z 0-9 -`
public record ClientOrderId(String text) {

  private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9][a-z0-9-]{0,47}");

  /// @throws IllegalArgumentException if `text` breaks the grammar
  public ClientOrderId {
    if (!GRAMMAR.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a client order id");
    }
  }

  /// Written out, as is [#hashCode], for a start of the program looks up orders at once.
  @Override
  public boolean equals(Object other) {
    return other instanceof ClientOrderId id && text.equals(id.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
