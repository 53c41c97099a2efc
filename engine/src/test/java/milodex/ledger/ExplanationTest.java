package milodex.ledger;

import static milodex.ledger.LedgerContract.OPEN;
import static milodex.ledger.LedgerContract.fact;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private final MemoryLedger ledger = new MemoryLedger();

  ExplanationTest() {
    ledger.append(
        OPEN,
        List.of(
            Draft.of("evaluated", fact(FactType.STRATEGY_EVALUATED)),
            Draft.then("intent", fact(FactType.INTENT_RECORDED))));
    ledger.append(OPEN, Draft.of("elsewhere", fact(FactType.STRATEGY_EVALUATED)));
    ledger.append(
        OPEN,
        List.of(
            Draft.because(2, "judged", fact(FactType.PROPOSAL_JUDGED)),
            Draft.then("submitted", fact(FactType.ORDER_SUBMITTED))));
    ledger.append(OPEN, Draft.because(5, "accepted", fact(FactType.ORDER_REPORTED)));
    ledger.append(OPEN, Draft.because(5, "fill", fact(FactType.FILL_RECORDED)));
  }

  @Test
  void aFillIsExplainedBackToTheDecision() {
    assertThat(Explanation.of(ledger, 7).orElseThrow().causes())
        .extracting(Event::key)
        .containsExactly("fill", "submitted", "judged", "intent", "evaluated");
  }

  @Test
  void anOrderIsExplainedByWhatCameOfIt() {
    assertThat(Explanation.of(ledger, 5).orElseThrow().effects())
        .extracting(Event::key)
        .containsExactly("accepted", "fill");
  }

  @Test
  void whatNeverHappenedHasNoExplanation() {
    assertThat(Explanation.of(ledger, 8)).isEmpty();
    assertThat(Explanation.of(ledger, 0)).isEmpty();
  }
}
