package milodex.cli;

/// Whether the operator wants what was previewed: said with the command, or when asked.
final class Confirmation {

  private boolean confirmed;

  /// What it takes.
  Usage usage() {
    return Usage.shared().flag("--confirm", "Do it.", () -> confirmed = true);
  }

  /// Whether it is to be done: `--confirm` or `--yes` was given, or the operator was shown
  /// `preview` at a terminal and typed yes. Where there is nobody to ask it is not.
  boolean isGiven(Invocation invocation, Reply preview, String question) {
    if (isGiven(invocation)) {
      return true;
    }
    Console console = invocation.console();
    if (!console.canAsk()) {
      return false;
    }
    console.show(preview);
    return console.confirm(question);
  }

  /// Whether it was given with the command.
  boolean isGiven(Invocation invocation) {
    return confirmed || invocation.options().yes;
  }

  /// A preview that was not confirmed: nothing was done, and how it would be.
  ///
  /// @param would what would be done, beginning with `Would`
  static Reply missing(Reply preview, String would) {
    return preview
        .exit(ExitCode.INVALID)
        .errorCode("confirmation_required")
        .say(would + " Nothing was done. Add --confirm if that is what you want.");
  }
}
