package milodex.data;

/// Stored bars or actions cannot be read or written now: torn, foreign, locked, disk full.
public final class DataUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Says what failed, why, and what to do, in words for the operator.
  public DataUnavailableException(String says) {
    super(says);
  }

  /// Says what failed, why, and what to do, in words for the operator.
  public DataUnavailableException(String says, Throwable cause) {
    super(says, cause);
  }
}
