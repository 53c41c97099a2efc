package milodex.trading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import milodex.execution.Books;
import milodex.execution.KillSwitch;
import milodex.ledger.Draft;
import milodex.ledger.HaltScope;
import milodex.ledger.RiskFact.TroubleFound;
import milodex.risk.Trigger;
import milodex.risk.Triggers;

/// Puts trouble on record, and trips the kill switch once it was found too often: at the count of
/// its trigger, in the mode of the policy, in its own scope, and only once for one count.
final class Trouble {

  private final Books books;
  private final KillSwitch killSwitch;
  private final Triggers triggers;

  /// @param books those of `killSwitch`
  Trouble(Books books, KillSwitch killSwitch, Triggers triggers) {
    this.books = books;
    this.killSwitch = killSwitch;
    this.triggers = triggers;
  }

  /// Says what was found.
  ///
  /// @param scope whom a halt for it stops
  /// @param what tells this trouble from others of its trigger and scope: it is counted once
  /// @param says what was found, with its values
  void found(
      Trigger trigger, HaltScope scope, LocalDate session, Object what, String says, Instant now) {
    String code = trigger.code();
    books.recordOnce(now, List.of(draft(trigger, scope, session, what, says)));
    int count = books.troubles().count(code, scope, session, triggers.sessions(trigger));
    if (count >= triggers.times(trigger)) {
      killSwitch.trip(scope, triggers.mode(trigger), code, times(count) + says, now);
    }
  }

  /// The fact that says so, and halts nothing by itself.
  static Draft draft(
      Trigger trigger, HaltScope scope, LocalDate session, Object what, String says) {
    String code = trigger.code();
    return Draft.of(
        "trouble/" + code + "/" + scope + "/" + what, new TroubleFound(session, code, scope, says));
  }

  private static String times(int count) {
    return count == 1 ? "" : "found " + count + " times, now: ";
  }
}
