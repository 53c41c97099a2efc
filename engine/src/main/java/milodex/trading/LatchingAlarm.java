package milodex.trading;

import java.time.Instant;
import java.time.LocalDate;
import milodex.execution.Books;
import milodex.execution.Incident;
import milodex.execution.KillSwitch;
import milodex.execution.SubmitFailures;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.market.ExchangeCalendar;
import milodex.risk.Trigger;
import milodex.risk.Triggers;

/// Trips the kill switch of the account, each trigger in the mode the risk policy gives it.
///
/// A loss limit trips once a session, whatever process watches: after a reset the operator has
/// seen that loss, and the gate refuses entries by the same limit all the same.
public final class LatchingAlarm implements Alarm {

  private final Books books;
  private final KillSwitch killSwitch;
  private final Triggers triggers;

  /// @param books those of `killSwitch`
  public LatchingAlarm(Books books, KillSwitch killSwitch, Triggers triggers) {
    this.books = books;
    this.killSwitch = killSwitch;
    this.triggers = triggers;
  }

  @Override
  public void lossLimit(LocalDate session, String code, String says, Instant now) {
    books.catchUp();
    if (books.halts().incidents().stream().noneMatch(one -> isFor(one, session, code))) {
      killSwitch.trip(HaltScope.ACCOUNT, modeOf(code), code, says, now);
    }
  }

  @Override
  public void submitFailures(LocalDate session, String says, Instant now) {
    killSwitch.trip(
        HaltScope.ACCOUNT, triggers.mode(Trigger.SUBMIT_FAILURES), SubmitFailures.CODE, says, now);
  }

  @Override
  public void pursue(Instant now) {
    books.catchUp();
    if (books.halts().open().stream().anyMatch(one -> !one.isVerified())) {
      killSwitch.pursue(now);
    }
  }

  private HaltMode modeOf(String code) {
    return triggers.mode(code.equals(LossWatch.DRAWDOWN) ? Trigger.DRAWDOWN : Trigger.DAILY_LOSS);
  }

  private static boolean isFor(Incident one, LocalDate session, String code) {
    return one.tripped().trigger().equals(code)
        && one.at().atZone(ExchangeCalendar.nyse().zone()).toLocalDate().equals(session);
  }
}
