package milodex.cli;

import java.util.Locale;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;

/// A command that could not do what it was asked, with the four answers an operator needs.
final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exit;
  private final String code;
  private final String what;
  private final String why;
  private final String did;
  private final String next;

  /// States a failure in whole sentences.
  ///
  /// @param code the machine's name of it, in snake_case; never changes
  /// @param what what failed
  /// @param why why it failed
  /// @param did what Milodex did about it
  /// @param next what the operator can do next
  Failure(ExitCode exit, String code, String what, String why, String did, String next) {
    super(what + " " + why);
    this.exit = exit;
    this.code = code;
    this.what = what;
    this.why = why;
    this.did = did;
    this.next = next;
  }

  /// A request that cannot be understood; nothing was done.
  static Failure usage(String code, String what, String why, String next) {
    return new Failure(ExitCode.INVALID, code, what, why, "Nothing was done.", next);
  }

  /// The same as why a halt failed.
  Failure ofHalt() {
    return new Failure(
        exit,
        code,
        "NOTHING WAS HALTED.",
        why,
        "No halt is latched and no order was cancelled; what runs goes on.",
        "End each process that runs strategies, `kill PID`, and cancel at your broker what works"
            + " there. Then mend the ledger: "
            + next.substring(0, 1).toLowerCase(Locale.ROOT)
            + next.substring(1));
  }

  ExitCode exit() {
    return exit;
  }

  /// The machine's name of it.
  String code() {
    return code;
  }

  /// Why it failed, in a sentence.
  String why() {
    return why;
  }

  /// The failure as a reply: for people the four answers, for programs the same under `failure`.
  Reply reply() {
    Data answers =
        Data.of().text("what", what).text("why", why).text("did", did).text("next", next);
    return Reply.of()
        .exit(exit)
        .errorCode(code)
        .summary(what)
        .block(Block.paragraph(what, Style.BAD))
        .block(KeyValues.of().with("Why", why).with("Done", did).with("Next", next))
        .data("failure", answers);
  }
}
