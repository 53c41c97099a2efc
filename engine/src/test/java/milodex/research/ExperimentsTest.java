package milodex.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.ledger.MemoryLedger;
import milodex.ledger.ResearchFact.ExperimentUpdated.Status;
import org.junit.jupiter.api.Test;

class ExperimentsTest {

  private static final Instant NOW = Instant.parse("2024-03-01T21:05:00Z");
  private static final Instant LATER = Instant.parse("2024-03-04T21:05:00Z");

  private final MemoryLedger ledger = new MemoryLedger();
  private final Experiments experiments = new Experiments(ledger);

  @Test
  void aHypothesisKeepsWhatWasLearntOfItUntilItEnds() {
    Experiment dips = create("dips");
    experiments.update(dips, Optional.empty(), " Costs eat half of it. ", NOW);
    experiments.update(dips, Optional.of(Status.REJECTED), "No better than luck.", LATER);

    Experiment now = new Experiments(ledger).find("dips").orElseThrow();

    assertThat(now.hypothesis()).isEqualTo("They recover.");
    assertThat(now.createdAt()).isEqualTo(NOW);
    assertThat(now.lessons())
        .containsExactly(
            new Experiment.Lesson(NOW, "Costs eat half of it."),
            new Experiment.Lesson(LATER, "No better than luck."));
    assertThat(now.status()).contains(Status.REJECTED);
  }

  @Test
  void whatHasEndedStaysEnded() {
    Experiment dips = create("dips");
    experiments.update(dips, Optional.of(Status.ABANDONED), "No time.", NOW);

    assertThat(experiments.mayUpdate(dips)).containsInstanceOf(Experiments.Refusal.Ended.class);
    assertThat(experiments.update(dips, Optional.empty(), "After all.", LATER))
        .containsInstanceOf(Experiments.Refusal.Ended.class);
    assertThat(experiments.mayCreate("dips")).containsInstanceOf(Experiments.Refusal.Taken.class);
  }

  @Test
  void noMoreThanFiveAreOpenAtOnce() {
    List<Experiment> five = Stream.of("a", "b", "c", "d", "e").map(this::create).toList();

    assertThat(experiments.mayCreate("f")).contains(new Experiments.Refusal.TooManyOpen(five));
    assertThat(experiments.create("f", "They recover.", Optional.empty(), NOW))
        .contains(new Experiments.Refusal.TooManyOpen(five));

    experiments.update(five.getFirst(), Optional.of(Status.INCONCLUSIVE), "Too few.", LATER);
    assertThat(experiments.mayCreate("f")).isEmpty();
  }

  @Test
  void aNameIsShortAndPlain() {
    assertThat(
            Stream.of("", "Dips", "1st", "with space", "-dips", "d".repeat(41))
                .filter(name -> experiments.mayCreate(name).isEmpty()))
        .isEmpty();
    assertThat(experiments.mayCreate("d".repeat(40))).isEmpty();
  }

  @Test
  void anotherProcessMayPutOneDownMeanwhile() {
    new Experiments(ledger).create("dips", "They recover.", Optional.empty(), NOW);

    assertThat(experiments.mayCreate("dips")).containsInstanceOf(Experiments.Refusal.Taken.class);
  }

  @Test
  void ofTwoThatPutDownTheSameNameAtOnceTheSecondIsToldOfTheFirst() {
    Experiments late =
        new Experiments(
            new Overtaken(
                ledger, () -> experiments.create("dips", "They go on.", Optional.empty(), NOW)));

    assertThat(late.create("dips", "They recover.", Optional.empty(), LATER))
        .containsInstanceOf(Experiments.Refusal.Taken.class);

    assertThat(late.all()).hasSize(1);
    assertThat(late.find("dips").orElseThrow().hypothesis()).isEqualTo("They go on.");
  }

  @Test
  void ofTwoLessonsLearntAtOnceBothAreKept() {
    Experiment dips = create("dips");
    Experiments late =
        new Experiments(
            new Overtaken(
                ledger, () -> experiments.update(dips, Optional.empty(), "Costs eat half.", NOW)));

    assertThat(late.update(dips, Optional.empty(), "Few trades.", LATER)).isEmpty();

    assertThat(late.find("dips").orElseThrow().lessons())
        .extracting(Experiment.Lesson::says)
        .containsExactly("Costs eat half.", "Few trades.");
  }

  @Test
  void whatEndedWhileALessonWasLearntStaysEnded() {
    Experiment dips = create("dips");
    Experiments late =
        new Experiments(
            new Overtaken(
                ledger,
                () -> experiments.update(dips, Optional.of(Status.REJECTED), "Luck.", NOW)));

    assertThat(late.update(dips, Optional.empty(), "Few trades.", LATER))
        .containsInstanceOf(Experiments.Refusal.Ended.class);
    assertThat(late.find("dips").orElseThrow().lessons()).hasSize(1);
  }

  private Experiment create(String name) {
    assertThat(experiments.create(name, "They recover.", Optional.of("daily.pullback_rsi2"), NOW))
        .isEmpty();
    return experiments.find(name).orElseThrow();
  }
}
