package milodex.risk;

import static milodex.risk.Judged.STANDARD;
import static milodex.risk.Judged.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.MemoryLedger;
import milodex.ledger.RiskFact.GateTested;
import milodex.ledger.Semantics;
import org.junit.jupiter.api.Test;

/// What was shown of the gate is kept, and counts for the gate it was shown of.
class SelfProofLogTest {

  private static final Instant NOW = Instant.parse("2024-03-01T21:05:00Z");
  private static final Instant LATER = Instant.parse("2024-03-04T21:05:00Z");
  private static final RiskPolicy STRICT = with(STANDARD, "maxPositions", 3);
  private static final RiskPolicy CLOSED = with(STANDARD, "maxPositions", 0);

  private final MemoryLedger ledger = new MemoryLedger();
  private final SelfProofLog log = new SelfProofLog(ledger);

  @Test
  void whereNoneWasMadeThereIsNone() {
    assertThat(log.newest(STANDARD)).isEmpty();
  }

  @Test
  void aSelfProofIsKeptWithItsLimitsItsReasonsAndItsTimeAndCanBeMadeAgain() {
    prove(STANDARD, NOW);
    long second = prove(STANDARD, LATER);

    RecordedProof newest = new SelfProofLog(ledger).newest(STANDARD).orElseThrow();

    assertThat(newest.seq()).isEqualTo(second).isEqualTo(2);
    assertThat(newest.at()).isEqualTo(LATER);
    assertThat(newest.fact().policy()).isEqualTo(STANDARD.fingerprint());
    assertThat(newest.fact().vetoed())
        .containsExactlyElementsOf(
            Checks.all().stream().flatMap(check -> check.codes().stream()).toList());
    assertThat(newest.fact().holds()).isTrue();
    assertThat(newest.doubt(STANDARD)).isEmpty();
    assertThat(log.newest(STANDARD)).contains(newest);
  }

  @Test
  void aSelfProofUnderOtherLimitsIsInDoubtUntilTheyAreBack() {
    prove(STANDARD, NOW);
    assertThat(doubt(STRICT))
        .contains(STANDARD.fingerprint().substring(0, 12), STRICT.fingerprint().substring(0, 12));

    prove(STRICT, LATER);

    assertThat(doubt(STRICT)).isEmpty();
    assertThat(log.newest(STANDARD).orElseThrow().at()).isEqualTo(NOW);
    assertThat(doubt(STANDARD)).isEmpty();
  }

  @Test
  void aFailedOneIsKeptAsFailedAndTakesTheWordOfTheOneBefore() {
    prove(RiskPolicy.unlimitedOf(STANDARD), NOW);
    assertThat(doubt(RiskPolicy.unlimitedOf(STANDARD)))
        .contains("inert", "drawdown_limit_exceeded")
        .doesNotContain("kill_switch_active");
    prove(CLOSED, NOW);
    assertThat(doubt(CLOSED)).contains("order in order", "max_concurrent_positions_exceeded");

    prove(STANDARD, NOW);
    append(fact(Semantics.VERSION, reasons(), List.of("market_closed"), List.of()));
    assertThat(doubt(STANDARD)).contains("inert: market_closed");

    prove(STANDARD, LATER);
    assertThat(doubt(STANDARD)).isEmpty();
  }

  @Test
  void aSelfProofOfAnotherEngineOrOfFewerReasonsIsInDoubt() {
    append(fact(Semantics.VERSION + 1, reasons(), List.of(), List.of()));
    assertThat(doubt(STANDARD)).contains("semantics", "" + (Semantics.VERSION + 1));

    List<String> fewer = new ArrayList<>(reasons());
    fewer.remove("market_closed");
    append(fact(Semantics.VERSION, fewer, List.of(), List.of()));
    assertThat(doubt(STANDARD)).contains("did not test market_closed");
  }

  @Test
  void aProofIsNewsOnceAndAgainWhenTheGateIsAnother() {
    assertThat(news(STANDARD)).isTrue();
    assertThat(news(STANDARD)).isFalse();
    assertThat(news(STRICT)).isTrue();
    assertThat(news(STANDARD)).isTrue();
    assertThat(new SelfProofLog(ledger).recordNews(proof(STANDARD), STANDARD, LATER)).isFalse();
    assertThat(facts()).hasSize(3);
  }

  private boolean news(RiskPolicy policy) {
    return log.recordNews(proof(policy), policy, NOW);
  }

  private static SelfProof proof(RiskPolicy policy) {
    return SelfProof.of(new RiskGate(policy));
  }

  @Test
  void aProofOfNothingHoldsNothing() {
    assertThat(fact(Semantics.VERSION, List.of(), List.of(), List.of()).holds()).isFalse();
  }

  @Test
  void ofTwoProcessesThatProveAtOnceBothAreKept() {
    SelfProofLog other = new SelfProofLog(ledger);
    prove(STANDARD, NOW);

    other.record(SelfProof.of(new RiskGate(STRICT)), STRICT, LATER);

    assertThat(facts()).hasSize(2).allMatch(event -> event.fact() instanceof GateTested);
    assertThat(log.newest(STRICT).orElseThrow().at()).isEqualTo(LATER);
    assertThat(other.newest(STANDARD).orElseThrow().at()).isEqualTo(NOW);
  }

  private long prove(RiskPolicy policy, Instant at) {
    return log.record(SelfProof.of(new RiskGate(policy)), policy, at);
  }

  private String doubt(RiskPolicy policy) {
    return new SelfProofLog(ledger).newest(policy).orElseThrow().doubt(policy).orElse("");
  }

  private void append(GateTested fact) {
    ledger.append(NOW, Draft.of("gate/tested/" + (facts().size() + 1), fact));
  }

  private List<Event> facts() {
    List<Event> events = new ArrayList<>();
    ledger.replay(events::add);
    return events;
  }

  private static GateTested fact(
      int semantics, List<String> vetoed, List<String> inert, List<String> refused) {
    return new GateTested(STANDARD.fingerprint(), semantics, vetoed, inert, refused);
  }

  private static List<String> reasons() {
    return Wrong.all().stream().map(Wrong::code).toList();
  }
}
