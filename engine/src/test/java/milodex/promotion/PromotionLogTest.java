package milodex.promotion;

import static milodex.promotion.Applicants.ID;
import static milodex.promotion.Applicants.TODAY;
import static milodex.promotion.Applicants.TO_PAPER;
import static milodex.promotion.Applicants.application;
import static milodex.promotion.Applicants.graded;
import static milodex.promotion.Applicants.judged;
import static milodex.promotion.Applicants.manifest;
import static milodex.promotion.Applicants.overridden;
import static milodex.promotion.Applicants.waiver;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.FactType;
import milodex.ledger.MemoryLedger;
import milodex.ledger.PromotionFact.EvidenceJudged;
import milodex.ledger.PromotionFact.StageDemoted;
import milodex.ledger.PromotionFact.StagePromoted;
import milodex.ledger.RandomFacts;
import milodex.ledger.RunId;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

/// Stages are what the ledger says of them, and steps are taken once.
class PromotionLogTest {

  private static final Instant NOW = Instant.parse("2024-03-01T21:05:00Z");
  private static final StrategyId OTHER = StrategyId.parse("meanrev.daily.pullback_rsi2.other.v1");

  private final MemoryLedger ledger = new MemoryLedger();
  private final PromotionLog log = new PromotionLog(ledger);

  @Test
  void aStrategyNobodyHasHeardOfIsAtBacktest() {
    assertThat(log.standing(ID)).isEqualTo(Standing.BEGINNING);
    assertThat(log.history(ID)).isEmpty();
  }

  @Test
  void aPromotionBindsManifestEvidenceAndOverrideAndADemotionNamesWhatItTakesBack() {
    long promoted = promote(log, overridden(waiver()), Grade.REJECT).orElseThrow();

    Standing paper = log.standing(ID);
    assertThat(paper.stage()).isEqualTo(Stage.PAPER);
    assertThat(paper.manifest()).contains(manifest(2).hash());
    assertThat(paper.evidence()).contains(Applicants.PACKAGE);
    assertThat(paper.override()).contains(waiver());
    assertThat(paper.isOverrideOver(waiver().until())).isFalse();
    assertThat(paper.isOverrideOver(waiver().until().plusDays(1))).isTrue();

    demote(log, Stage.BACKTEST);

    assertThat(log.standing(ID)).isEqualTo(new Standing(Stage.BACKTEST, Optional.empty(), 2));
    assertThat(((StageDemoted) log.history(ID).getLast().fact()).reverses()).contains(promoted);
    assertThat(((StagePromoted) log.history(ID).getFirst().fact()).override()).contains(waiver());
    assertThat(log.standing(OTHER)).isEqualTo(Standing.BEGINNING);
    assertThat(log.history(OTHER)).isEmpty();
  }

  @Test
  void theNewestEvidenceOfAManifestIsTheLastInTheLedgerAndARunMayBeNamed() {
    RunId second = new RunId("d".repeat(64));
    EvidenceJudged later =
        new EvidenceJudged(ID, manifest(2).hash(), second, "PASS", "1", Applicants.PACKAGE);
    ledger.append(NOW, Draft.of("1", judged(Grade.REJECT)));
    ledger.append(NOW.minusSeconds(60), Draft.of("2", later));
    PromotionLog read = new PromotionLog(ledger);

    assertThat(read.evidence(ID, manifest(2).hash(), Optional.empty())).contains(later);
    assertThat(read.evidence(ID, manifest(2).hash(), Optional.of(Applicants.RUN)))
        .contains(judged(Grade.REJECT));
    assertThat(read.evidence(ID, manifest(3).hash(), Optional.empty())).isEmpty();
    assertThat(read.evidence(OTHER, manifest(2).hash(), Optional.empty())).isEmpty();
  }

  @Test
  void aStepThatWasDecidedBeforeAnotherWasTakenIsNotTaken() {
    PromotionLog slow = new PromotionLog(ledger);
    promote(log, TO_PAPER, Grade.PASS);
    Step.Taken late =
        (Step.Taken) new Promotion(graded(Grade.PASS), Standing.BEGINNING, TODAY).decide(TO_PAPER);

    assertThat(slow.take(late, NOW)).isEmpty();

    assertThat(slow.standing(ID)).isEqualTo(log.standing(ID));
    assertThat(ledger.head().seq()).isEqualTo(1);
  }

  @Test
  void aDemotionNeedsAReasonAndLeadsDown() {
    Demotion demotion = new Demotion(ID, log.standing(ID));

    assertThat(refusal(demotion.decide(Stage.DISABLED, " "))).isEqualTo(Lack.Code.NO_REASON);
    assertThat(refusal(demotion.decide(Stage.PAPER, "up"))).isEqualTo(Lack.Code.NOT_A_DEMOTION);
    assertThat(demotion.decide(Stage.BACKTEST, "again"))
        .isEqualTo(new Step.There(Standing.BEGINNING));
  }

  /// Whatever is asked in whatever order: each step begins where the last one ended, none goes up
  /// by more than one, none to real money, and whoever reads the ledger later sees the same.
  @Test
  void noSequenceOfStepsSkipsAStageAndReadingAgainGivesTheSame() {
    Seeds.forEachSeed(
        60,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          RandomFacts others = new RandomFacts(seed);
          MemoryLedger book = new MemoryLedger();
          PromotionLog live = new PromotionLog(book);
          for (int i = 0; i < 60; i++) {
            Stage to = any(List.of(Stage.values()), random);
            if (random.nextInt(3) == 0) {
              demote(live, to);
            } else if (random.nextInt(4) > 0) {
              promote(live, application(to), any(List.of(Grade.values()), random));
            } else {
              book.append(NOW, Draft.of("other " + i, others.next(FactType.RUN_FAILED)));
            }
          }
          assertThat(new PromotionLog(book).standing(ID)).isEqualTo(live.standing(ID));
          assertThat(new PromotionLog(book).history()).isEqualTo(live.history());
          requireConnected(live.history(ID), live.standing(ID));
        });
  }

  private static <T> T any(List<T> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }

  private static void requireConnected(List<Event> history, Standing standing) {
    Stage at = Stage.BACKTEST;
    long promotion = 0;
    for (Event event : history) {
      if (event.fact() instanceof StagePromoted up) {
        assertThat(Stage.of(up.from())).isEqualTo(at);
        assertThat(at.next()).contains(Stage.of(up.to()));
        assertThat(Stage.of(up.to()).isLive()).isFalse();
        at = Stage.of(up.to());
        promotion = event.seq();
      } else if (event.fact() instanceof StageDemoted down) {
        assertThat(Stage.of(down.from())).isEqualTo(at);
        assertThat(down.reverses())
            .isEqualTo(at == Stage.PAPER ? Optional.of(promotion) : Optional.empty());
        at = Stage.of(down.to());
      }
    }
    assertThat(standing.stage()).isEqualTo(at);
    assertThat(standing.steps()).isEqualTo(history.size());
  }

  private static OptionalLong promote(PromotionLog log, Application application, Grade grade) {
    Step step = new Promotion(graded(grade), log.standing(ID), TODAY).decide(application);
    return step instanceof Step.Taken taken ? log.take(taken, NOW) : OptionalLong.empty();
  }

  private static void demote(PromotionLog log, Stage to) {
    if (new Demotion(ID, log.standing(ID)).decide(to, "it bleeds") instanceof Step.Taken taken) {
      log.take(taken, NOW);
    }
  }

  private static Lack.Code refusal(Step step) {
    return ((Step.Refused) step).first().code();
  }
}
