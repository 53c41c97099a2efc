package milodex.broker;

/// The broker gave no answer that can be believed. What was asked of it may have been done or not.
public final class BrokerUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String why;

  /// @param message what was asked and what came back, for the operator
  public BrokerUnavailableException(String message) {
    super(message);
    this.why = message;
  }

  /// What was asked and what came back.
  public String why() {
    return why;
  }
}
