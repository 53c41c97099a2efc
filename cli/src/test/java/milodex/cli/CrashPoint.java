package milodex.cli;

/// Where a process is to halt.
///
/// @param key of an event, or the id of an order, that it halts at
record CrashPoint(Where where, String key) {

  /// On which side of which step.
  enum Where {
    BEFORE_APPEND,
    AFTER_APPEND,
    BEFORE_SUBMIT,
    AFTER_SUBMIT,
    WITHIN_LINE
  }
}
