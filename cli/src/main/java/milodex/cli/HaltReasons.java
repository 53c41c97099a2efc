package milodex.cli;

/// Why something was stopped or let go on must say something.
final class HaltReasons {

  private HaltReasons() {}

  /// Throws [Failure] if `reason` is blank.
  ///
  /// @param what what was not done without one
  static void require(String reason, String what) {
    if (reason.isBlank()) {
      throw Failure.usage(
          "invalid_reason",
          what,
          "The reason says nothing.",
          "Say why with --reason; it is kept for good.");
    }
  }
}
