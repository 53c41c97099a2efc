package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Semaphore;
import milodex.ledger.Fact;
import milodex.ledger.Finding;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import org.junit.jupiter.api.Test;

class HaltRaceTest {

  @Test
  void afterTheHaltHasReturnedNoSubmissionStartsOrIsOnItsWay() throws Exception {
    for (int repetition = 0; repetition < 3; repetition++) {
      Ledger ledger = new MemoryLedger();
      Semaphore one = new Semaphore(1);

      HaltRace.Result result = new HaltRace(4, 6, () -> ledger, () -> () -> turn(one)).run();

      assertThat(result.outcome()).isInstanceOf(TripOutcome.Verified.class);
      assertThat(result.late()).isEmpty();
      assertThat(result.working()).isEmpty();
      assertThat(result.submittedAfter()).isEmpty();
      assertThat(result.submittedBefore()).hasSizeBetween(1, 23);
      assertThat(refusals(result)).isNotEmpty().containsOnly("kill_switch_active");
    }
  }

  private static SendLock.Turn turn(Semaphore one) {
    one.acquireUninterruptibly();
    return new SendLock.Turn.Held(one::release);
  }

  private static List<String> refusals(HaltRace.Result result) {
    return result.events().stream()
        .filter(event -> event.fact() instanceof Fact.ProposalJudged judged && !judged.approved())
        .flatMap(event -> ((Fact.ProposalJudged) event.fact()).findings().stream())
        .filter(finding -> finding.outcome() == Finding.Outcome.BREACH)
        .map(Finding::code)
        .toList();
  }
}
