package milodex.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import milodex.ledger.Head;
import milodex.ledger.MemoryLedger;
import milodex.ledger.RunnerFact;
import milodex.ledger.StartStep;
import milodex.money.Money;
import org.junit.jupiter.api.Test;

class StartLogTest {

  private static final LocalDate DAY = LocalDate.parse("2024-03-08");
  private static final Head FIRST = new Head(7, "a".repeat(64));
  private static final Head SECOND = new Head(9, "b".repeat(64));

  private final MemoryLedger ledger = new MemoryLedger();

  @Test
  void beforeTheFirstStartNothingIsKnown() {
    assertThat(new StartLog(ledger, Optional.of("A1")).known()).isEmpty();
  }

  @Test
  void theNewestHeadOfTheAccountAloneIsKnown() {
    append("A1", started("A1", FIRST));
    append("A2", started("A2", SECOND));
    assertThat(new StartLog(ledger, Optional.of("A1")).known()).contains(FIRST);

    append("A1", completed("A1", SECOND));
    assertThat(new StartLog(ledger, Optional.of("A1")).known()).contains(SECOND);
  }

  @Test
  void aStartFromNothingForgetsWhatWasKnown() {
    append("A1", completed("A1", SECOND));
    append("A1", started("A1", Head.EMPTY));

    assertThat(new StartLog(ledger, Optional.of("A1")).known()).contains(Head.EMPTY);
  }

  @Test
  void aStartThatCouldNotReadTheLedgerKeepsWhatWasKnown() {
    append("A1", completed("A1", SECOND));
    append("A1", failed("A1", "damaged"));

    assertThat(new StartLog(ledger, Optional.of("A1")).known()).contains(SECOND);
  }

  @Test
  void whatWasToldIsNoNewsAndNeitherIsAStartAfterWhichNothingHasHappened() {
    assertThat(append("A1", started("A1", Head.EMPTY))).isTrue();
    assertThat(append("A1", started("A1", Head.EMPTY))).isFalse();
    assertThat(append("A1", failed("A1", "damaged"))).isTrue();
    assertThat(append("A1", failed("A1", "damaged"))).isFalse();
    assertThat(append("A1", failed("A1", "worse"))).isTrue();
    assertThat(append("A1", completed("A1", FIRST))).isTrue();
    assertThat(append("A1", completed("A1", FIRST))).isFalse();
    assertThat(append("A1", started("A1", FIRST))).isFalse();
    assertThat(append("A1", started("A1", Head.EMPTY))).isTrue();
    assertThat(append("A1", completed("A1", FIRST))).isTrue();
  }

  /// As on paper: the starts stand in the ledger that they are about.
  @Test
  void inItsOwnLedgerAStartAfterNothingButStartsIsNoNewsUnlessItFoundSomethingElse() {
    assertThat(append("A1", startedHere("known until 2029", "calm"))).isTrue();
    assertThat(append("A1", startedHere("known until 2030", "calm"))).isFalse();
    assertThat(append("A1", startedHere("known until 2030", "late"))).isTrue();
    assertThat(append("A1", startedHere("known until 2030", "calm"))).isFalse();
    assertThat(append("A1", startedHere("known until 2030", "late"))).isFalse();
    append("A2", started("A2", FIRST));
    assertThat(append("A1", startedHere("known until 2030", "calm"))).isTrue();
  }

  @Test
  void aStartAfterOneThatFailedIsNews() {
    assertThat(append("A1", startedHere("known until 2029", "calm"))).isTrue();
    assertThat(append("A1", failed("A1", "damaged"))).isTrue();
    assertThat(append("A1", startedHere("known until 2029", "calm"))).isTrue();
    assertThat(append("A1", startedHere("known until 2029", "calm"))).isFalse();

    assertThat(append("A2", started("A2", FIRST))).isTrue();
    assertThat(append("A2", failed("A2", "damaged"))).isTrue();
    assertThat(append("A2", started("A2", FIRST))).isTrue();
    assertThat(append("A2", started("A2", FIRST))).isFalse();
  }

  @Test
  void aHeadOfAnotherLedgerIsNotTakenForOneOfThisLedger() {
    append("A1", started("A1", Head.EMPTY));

    assertThat(append("A1", started("A1", new Head(1, "c".repeat(64))))).isTrue();
  }

  @Test
  void aStartThatFailedBeforeItsAccountWasKnownIsNewsOnceAndNobodysStart() {
    append("A1", started("A1", FIRST));
    RunnerFact early =
        new RunnerFact.RunnerStarted(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(StartStep.failed("configuration", "no such file")));
    for (boolean isNews : List.of(true, false)) {
      assertThat(
              new StartLog(ledger, Optional.empty())
                  .news(early, ledger.head().seq() + 1)
                  .map(draft -> ledger.append(Instant.EPOCH, draft))
                  .isPresent())
          .isEqualTo(isNews);
    }

    assertThat(new StartLog(ledger, Optional.of("A1")).known()).contains(FIRST);
    assertThat(new StartLog(ledger, Optional.empty()).known()).isEmpty();
  }

  private boolean append(String account, RunnerFact fact) {
    return new StartLog(ledger, Optional.of(account))
        .news(fact, ledger.head().seq() + 1)
        .map(draft -> ledger.append(Instant.EPOCH, draft))
        .isPresent();
  }

  private static RunnerFact started(String account, Head head) {
    return new RunnerFact.RunnerStarted(
        Optional.of(account),
        List.of(),
        Optional.of(head.toString()),
        List.of(StartStep.ok("clock", "")));
  }

  private RunnerFact startedHere(String calendar, String warning) {
    return new RunnerFact.RunnerStarted(
        Optional.of("A1"),
        List.of(),
        Optional.of(ledger.head().toString()),
        List.of(StartStep.ok("calendar", calendar), StartStep.warn("data", warning)));
  }

  private static RunnerFact failed(String account, String why) {
    return new RunnerFact.RunnerStarted(
        Optional.of(account), List.of(), Optional.empty(), List.of(StartStep.failed("books", why)));
  }

  private static RunnerFact completed(String account, Head head) {
    return new RunnerFact.RehearsalCompleted(
        account,
        new TreeMap<>(),
        DAY,
        DAY,
        1,
        Money.of(1),
        0,
        0,
        Optional.empty(),
        head.toString(),
        Optional.empty());
  }
}
