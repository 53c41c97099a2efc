package milodex.cli;

/// How a command ended, as the number its process returns.
enum ExitCode {
  DONE(0, "ok"),
  INTERNAL_ERROR(1, "error"),
  REFUSED(2, "refused"),
  INVALID(3, "error"),
  UNAVAILABLE(4, "error"),
  KILL_SWITCH(5, "refused"),
  NO_CREDENTIALS(6, "error"),
  INTEGRITY(7, "error"),
  LOCKED(8, "error"),
  OUTCOME_UNKNOWN(9, "unknown"),
  WEDGED(10, "error");

  private final int number;
  private final String status;

  ExitCode(int number, String status) {
    this.number = number;
    this.status = status;
  }

  int number() {
    return number;
  }

  /// The `status` of the JSON contract: `ok`, `refused`, `error` or `unknown`.
  String status() {
    return status;
  }
}
