package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.RiskFact.HaltTripped;
import milodex.ledger.RiskFact.TroubleFound;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class TroubleLogTest {

  private static final HaltScope ONE = HaltScope.of(StrategyId.parse("null.daily.script.one.v1"));
  private static final LocalDate THURSDAY = LocalDate.parse("2024-03-07");
  private static final LocalDate FRIDAY = LocalDate.parse("2024-03-08");
  private static final LocalDate MONDAY = LocalDate.parse("2024-03-11");

  private final TroubleLog log = new TroubleLog();
  private long seq;

  @Test
  void sessionsAreCountedAndNotDaysAndThatOfTodayIsOne() {
    found(THURSDAY, "x", HaltScope.ACCOUNT);
    found(FRIDAY, "x", HaltScope.ACCOUNT);

    assertThat(log.count("x", HaltScope.ACCOUNT, FRIDAY, 1)).isEqualTo(1);
    assertThat(log.count("x", HaltScope.ACCOUNT, FRIDAY, 2)).isEqualTo(2);
    assertThat(log.count("x", HaltScope.ACCOUNT, MONDAY, 1)).isZero();
    assertThat(log.count("x", HaltScope.ACCOUNT, MONDAY, 2)).isEqualTo(1);
    assertThat(log.count("x", HaltScope.ACCOUNT, MONDAY, 3)).isEqualTo(2);
  }

  @Test
  void kindsAndScopesAreCountedApart() {
    found(FRIDAY, "x", HaltScope.ACCOUNT);
    found(FRIDAY, "x", ONE);
    found(FRIDAY, "y", ONE);
    found(FRIDAY, "y", ONE);

    assertThat(log.count("x", HaltScope.ACCOUNT, FRIDAY, 1)).isEqualTo(1);
    assertThat(log.count("x", ONE, FRIDAY, 1)).isEqualTo(1);
    assertThat(log.count("y", ONE, FRIDAY, 1)).isEqualTo(2);
    assertThat(log.count("y", HaltScope.ACCOUNT, FRIDAY, 1)).isZero();
  }

  @Test
  void aHaltCountsItsOwnKindInItsOwnScopeFromNothingAgain() {
    found(FRIDAY, "x", ONE);
    found(FRIDAY, "x", HaltScope.ACCOUNT);
    found(FRIDAY, "y", ONE);

    apply(new HaltTripped("2024-03-08-1", ONE, HaltMode.HALT, "x", "", new TreeMap<>()));

    assertThat(log.count("x", ONE, FRIDAY, 9)).isZero();
    assertThat(log.count("x", HaltScope.ACCOUNT, FRIDAY, 9)).isEqualTo(1);
    assertThat(log.count("y", ONE, FRIDAY, 9)).isEqualTo(1);
  }

  @Test
  void whatIsKeptGivesTheSameLogAgain() {
    found(THURSDAY, "x", ONE);
    found(FRIDAY, "x", ONE);
    TroubleLog other = new TroubleLog();

    other.restore(log.state());

    assertThat(other.count("x", ONE, FRIDAY, 2)).isEqualTo(2);
    assertThat(other.state()).isEqualTo(log.state());
  }

  @Test
  void noMoreIsRememberedThanIsCountedUpTo() {
    for (int i = 0; i < 100; i++) {
      found(FRIDAY, "x", ONE);
    }

    assertThat(log.count("x", ONE, FRIDAY, 1)).isEqualTo(16);
  }

  private void found(LocalDate session, String trigger, HaltScope scope) {
    apply(new TroubleFound(session, trigger, scope, "says"));
  }

  private void apply(Fact fact) {
    seq++;
    log.apply(new Event(seq, "key/" + seq, 0, Instant.EPOCH, fact));
  }
}
