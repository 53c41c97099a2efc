package milodex.analytics;

/// What was held over each session, and what holding it earned: a row for each session, a column
/// for each symbol that was ever held.
///
/// @param weights the share of equity held from the open of a session on, short below zero
/// @param returns of each symbol from that open to the next one, dividends included
@SuppressWarnings("ArrayRecordComponent") // matrices are handed over, never compared
public record Holdings(double[][] weights, double[][] returns) {

  /// @throws IllegalArgumentException if there are not as many rows of the one as of the other
  public Holdings {
    if (weights.length != returns.length) {
      throw new IllegalArgumentException(
          "%d sessions of weights have %d of returns".formatted(weights.length, returns.length));
    }
  }

  /// How many sessions there are.
  public int sessions() {
    return weights.length;
  }
}
