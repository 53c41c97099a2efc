package milodex.risk;

import milodex.ledger.ClientOrderId;
import milodex.ledger.Sha256;

/// Names orders: the same intent and attempt always give the same id, so that a repeated request is
/// recognised by the broker.
public final class ClientOrderIds {

  private static final int DIGITS = 32;

  private ClientOrderIds() {}

  /// `mdx-`, the first 32 hexadecimal digits of the intent's SHA-256, and the attempt.
  ///
  /// @param attempt from 1; each deliberate new order of the intent takes the next
  /// @throws IllegalArgumentException if `attempt` is below 1
  public static ClientOrderId of(String intent, int attempt) {
    if (attempt < 1) {
      throw new IllegalArgumentException("attempts are counted from 1, not " + attempt);
    }
    return new ClientOrderId("mdx-" + Sha256.of(intent).substring(0, DIGITS) + "-" + attempt);
  }
}
