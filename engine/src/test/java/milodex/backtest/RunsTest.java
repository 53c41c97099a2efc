package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.analytics.ReturnStreams;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Event;
import milodex.ledger.Head;
import milodex.ledger.JsonLines;
import milodex.ledger.MemoryLedger;
import milodex.ledger.ResearchFact;
import milodex.ledger.Sha256;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class RunsTest {

  private static final Instant NOW = Instant.parse("2025-01-02T12:00:00Z");
  private static final StrategyId OTHER_FAMILY = StrategyId.parse("momentum.daily.tsmom.play.v1");

  private final TinyMarket market =
      TinyMarket.of("2024-03-07", "2024-03-13").bars("ACME", "50/50 50/51 52/53 54/55 56/57");
  private final MemoryLedger ledger = new MemoryLedger();
  private final Shelf shelf = new Shelf();
  private final Runs runs = new Runs(ledger, shelf);

  private static final StreamsText NO_STREAMS =
      StreamsText.of(new ReturnStreams(new int[0], new double[0], new double[0]));

  @Test
  void aRunIsRegisteredBeforeItIsThere() {
    Runs.Run run = register(Play.ID, "2024-03-13");

    assertThat(run.trial()).isEqualTo(1);
    assertThat(run.looks()).isEqualTo(1);
    assertThat(run.outcome()).isEmpty();
    assertThat(ledger.event(1).orElseThrow().fact())
        .isInstanceOfSatisfying(
            ResearchFact.TrialRegistered.class,
            fact -> {
              assertThat(Sha256.of(fact.inputs())).isEqualTo(fact.run().hash());
              assertThat(fact.note()).isEqualTo("why not");
            });
  }

  @Test
  void aRunThatWasKilledStaysRegisteredAndCounts() {
    register(Play.ID, "2024-03-13");

    Runs reopened = new Runs(ledger, shelf);

    assertThat(reopened.trials()).isEqualTo(1);
    assertThat(reopened.all().getFirst().outcome()).isEmpty();
    assertThat(reopened.all().getFirst().completed()).isEmpty();
  }

  @Test
  void aRepeatIsAnotherLookAndNoTrial() {
    register(Play.ID, "2024-03-13");
    Runs.Run again = register(Play.ID, "2024-03-13");

    assertThat(runs.trials()).isEqualTo(1);
    assertThat(again.looks()).isEqualTo(2);
    assertThat(again.trial()).isEqualTo(1);
    assertThat(again.registered()).isEqualTo(2);
  }

  @Test
  void theSameRuleUnderAnotherNameIsARepeat() {
    register(Play.ID, "2024-03-13");
    Runs.Run renamed = register(StrategyId.parse("null.daily.script.hopeful.v7"), "2024-03-13");

    assertThat(runs.trials()).isEqualTo(1);
    assertThat(renamed.looks()).isEqualTo(2);
  }

  @Test
  void numbersStayWhatTheyWereWhenTheLedgerIsOpenedAgain() {
    register(Play.ID, "2024-03-13");
    register(Play.ID, "2024-03-12");
    register(Play.ID, "2024-03-13");
    register(Play.ID, "2024-03-11");

    assertThat(runs.all()).extracting(Runs.Run::trial).containsExactly(1, 2, 3);
    assertThat(new Runs(ledger, shelf).all()).isEqualTo(runs.all());
  }

  @Test
  void runsThatAnotherProcessRegistersAreNumberedToo() {
    Runs other = new Runs(ledger, shelf);
    register(Play.ID, "2024-03-13");
    Runs.Run theirs = other.register(inputs("2024-03-12"), Play.ID, "", NOW);
    Runs.Run ours = register(Play.ID, "2024-03-11");

    assertThat(theirs.trial()).isEqualTo(2);
    assertThat(ours.trial()).isEqualTo(3);
  }

  @Test
  void aCompletedRunHasItsSummaryAndItsWholeRecord() throws IOException {
    RunResult result = result("2024-03-13");
    Runs.Run run = runs.complete(register(Play.ID, "2024-03-13"), result, NOW);

    ResearchFact.RunCompleted completed = run.completed().orElseThrow();
    List<Event> read = new ArrayList<>();
    Head head =
        JsonLines.read(
            shelf.open(completed.artifact()).orElseThrow(),
            Optional.of(completed.head()),
            read::add);

    assertThat(head).isEqualTo(result.ledger().head());
    assertThat(read).hasSize(Math.toIntExact(head.seq()));
    assertThat(RunSummary.parse(completed.summary()).text("run")).isEqualTo(run.id().hash());
    assertThat(ledger.event(2).orElseThrow().cause()).isEqualTo(1);
    assertThat(new Runs(ledger, shelf).all()).isEqualTo(runs.all());
  }

  @Test
  void nothingOfTheRunsOwnFactsEntersTheOperatorsLedger() {
    runs.complete(register(Play.ID, "2024-03-13"), result("2024-03-13"), NOW);

    assertThat(ledger.head().seq()).isEqualTo(2);
    assertThat(ledger.riskHead()).isZero();
  }

  @Test
  void aFailedRunSaysWhyAndCounts() {
    runs.fail(register(Play.ID, "2024-03-13"), "the disk is full", NOW);

    assertThat(runs.trials()).isEqualTo(1);
    assertThat(runs.all().getFirst().completed()).isEmpty();
    assertThat(runs.all().getFirst().outcome())
        .hasValueSatisfying(
            fact ->
                assertThat(((ResearchFact.RunFailed) fact).why()).isEqualTo("the disk is full"));
  }

  @Test
  void aFailedRepeatDoesNotTakeBackWhatWasCompleted() {
    runs.complete(register(Play.ID, "2024-03-13"), result("2024-03-13"), NOW);
    Runs.Run repeat = register(Play.ID, "2024-03-13");
    assertThat(repeat.completed()).isPresent();

    runs.fail(repeat, "the disk is full", NOW);

    assertThat(runs.all().getFirst().completed()).isPresent();
    assertThat(runs.all().getFirst().looks()).isEqualTo(2);
  }

  @Test
  void aRepeatThatCompletesMakesUpForAFailure() {
    runs.fail(register(Play.ID, "2024-03-13"), "the disk is full", NOW);
    runs.complete(register(Play.ID, "2024-03-13"), result("2024-03-13"), NOW);

    assertThat(runs.all().getFirst().completed()).isPresent();
  }

  @Test
  void anInvalidRunStaysInvalidUntilAFullProofHolds() {
    Runs.Run run = register(Play.ID, "2024-03-13");
    assertThat(verdict(runs.complete(run, proved(Proofs.Depth.DEFAULT, false), NOW)))
        .isEqualTo("default, invalid");

    assertThat(verdict(repeated(Proofs.Depth.DEFAULT, true))).isEqualTo("default, invalid");
    assertThat(verdict(repeated(Proofs.Depth.FULL, true))).isEqualTo("full, valid");
    assertThat(verdict(repeated(Proofs.Depth.DEFAULT, true))).isEqualTo("full, valid");
    assertThat(verdict(repeated(Proofs.Depth.DEFAULT, false))).isEqualTo("default, invalid");
    assertThat(runs.all()).hasSize(1);
    assertThat(runs.all().getFirst().looks()).isEqualTo(5);
    assertThat(new Runs(ledger, shelf).all()).isEqualTo(runs.all());
  }

  @Test
  void aRecordThatCannotBeWrittenLeavesTheRunRegisteredAndNotCompleted() {
    Runs broken =
        new Runs(
            ledger,
            new Artifacts() {
              @Override
              public String store(Body body) {
                throw new UncheckedIOException(new IOException("no space left"));
              }

              @Override
              public Optional<InputStream> open(String hash) {
                return Optional.empty();
              }
            });
    Runs.Run run = broken.register(inputs("2024-03-13"), Play.ID, "", NOW);

    assertThatThrownBy(() -> broken.complete(run, result("2024-03-13"), NOW))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(broken.all().getFirst().outcome()).isEmpty();
    assertThat(ledger.head().seq()).isEqualTo(1);
  }

  @Test
  void looksOfAFamilyCountItsDistinctRunsUpToTheOneAsked() {
    Runs.Run first = register(Play.ID, "2024-03-13");
    register(OTHER_FAMILY, "2024-03-12");
    Runs.Run third = register(Play.ID, "2024-03-11");
    register(Play.ID, "2024-03-13");

    assertThat(runs.lookOfFamily(first)).isEqualTo(1);
    assertThat(runs.lookOfFamily(third)).isEqualTo(2);
  }

  @Test
  void runsAreFoundByTheBeginningOfTheirName() {
    Runs.Run run = register(Play.ID, "2024-03-13");
    register(Play.ID, "2024-03-12");

    assertThat(runs.find(run.id().hash().substring(0, 12))).containsExactly(run);
    assertThat(runs.find("")).hasSize(2);
    assertThat(runs.find("zz")).isEmpty();
  }

  @Test
  void cellsAreRegisteredTogetherAndEachIsATrial() {
    register(Play.ID, "2024-03-12");
    List<Runs.Run> cells =
        runs.registerAll(
            List.of(inputs("2024-03-13"), inputs("2024-03-12")), Play.ID, "a grid", NOW);

    assertThat(cells).extracting(Runs.Run::trial).containsExactly(2, 1);
    assertThat(cells).extracting(Runs.Run::looks).containsExactly(1, 2);
    assertThat(cells).noneMatch(Runs.Run::isDone);
    assertThatThrownBy(
            () ->
                runs.registerAll(
                    List.of(inputs("2024-03-11"), inputs("2024-03-11")), Play.ID, "", NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(runs.trials()).isEqualTo(2);
  }

  @Test
  void aCellHasNumbersAndNoRecordAndARunOutweighsIt() {
    Runs.Run run = runs.registerAll(List.of(inputs("2024-03-13")), Play.ID, "", NOW).getFirst();
    runs.completeAll(
        List.of(new Runs.Cell(run, new CellOutcome.Computed("{\"n\":1}", NO_STREAMS))), NOW);
    assertThat(runs.all().getFirst().completed()).isEmpty();
    assertThat(runs.all().getFirst().isDone()).isTrue();
    assertThat(runs.all().getFirst().summary().orElseThrow().whole("n")).isEqualTo(1);

    runs.fail(register(Play.ID, "2024-03-13"), "the disk is full", NOW);
    assertThat(runs.all().getFirst().isDone()).isTrue();
    runs.complete(register(Play.ID, "2024-03-13"), result("2024-03-13"), NOW);
    assertThat(runs.all().getFirst().completed()).isPresent();
    Runs.Run again = register(Play.ID, "2024-03-13");
    runs.completeAll(
        List.of(new Runs.Cell(again, new CellOutcome.Computed("{}", NO_STREAMS))), NOW);
    assertThat(runs.all().getFirst().completed()).isPresent();
    assertThat(new Runs(ledger, shelf).all()).isEqualTo(runs.all());
  }

  @Test
  void aCellThatBreaksIsAFailedRun() {
    Runs.Run run = runs.registerAll(List.of(inputs("2024-03-13")), Play.ID, "", NOW).getFirst();
    runs.completeAll(List.of(new Runs.Cell(run, new CellOutcome.Broken("no rule"))), NOW);

    assertThat(runs.all().getFirst().isDone()).isFalse();
    assertThat(runs.all().getFirst().outcome())
        .contains(new ResearchFact.RunFailed(run.id(), Play.ID, "no rule"));
  }

  private Runs.Run repeated(Proofs.Depth depth, boolean holds) {
    return runs.complete(register(Play.ID, "2024-03-13"), proved(depth, holds), NOW);
  }

  private RunResult proved(Proofs.Depth depth, boolean holds) {
    RunResult run = result("2024-03-13");
    Optional<Proof.Failure> failure =
        holds
            ? Optional.empty()
            : Optional.of(new Proof.Failure(LocalDate.parse("2024-03-08"), "it differs"));
    Proof proof = new Proof(Proof.Kind.LOOKAHEAD, 5, 5, failure);
    return new RunResult(
        run.ready(),
        run.ledger(),
        new Proofs(depth, List.of(proof)),
        run.windows(),
        run.outOfSample(),
        run.curve(),
        run.metrics(),
        run.streams(),
        run.benchmark());
  }

  private static String verdict(Runs.Run run) {
    RunSummary summary = RunSummary.parse(run.completed().orElseThrow().summary());
    return (summary.isFullyProved() ? "full, " : "default, ")
        + (summary.isInvalid() ? "invalid" : "valid");
  }

  private Runs.Run register(StrategyId strategy, String to) {
    return runs.register(inputs(to), strategy, "why not", NOW);
  }

  private RunInputs inputs(String to) {
    return TinyRuns.ready(plan(to), TinyRuns.store(market)).inputs();
  }

  private RunResult result(String to) {
    return TinyRuns.run(plan(to), market);
  }

  private BacktestPlan plan(String to) {
    ActiveStrategy strategy =
        new Play(market, new Script().buy("2024-03-07", "ACME", 0.5)).strategy();
    return TinyRuns.until(LocalDate.parse(to), TinyRuns.plan(strategy, market));
  }

  /// Artifacts in memory.
  private static final class Shelf implements Artifacts {
    private final Map<String, byte[]> kept = new TreeMap<>();

    @Override
    public String store(Body body) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        body.writeTo(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      String hash = Sha256.of(out.toString(StandardCharsets.UTF_8));
      kept.put(hash, out.toByteArray());
      return hash;
    }

    @Override
    public Optional<InputStream> open(String hash) {
      return Optional.ofNullable(kept.get(hash)).map(ByteArrayInputStream::new);
    }
  }
}
