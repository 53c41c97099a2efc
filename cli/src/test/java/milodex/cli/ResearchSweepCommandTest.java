package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import milodex.backtest.Preparer;
import milodex.backtest.Runs;
import milodex.data.StoredBars;
import milodex.ledger.Event;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.money.Money;
import milodex.research.Sweep;
import milodex.research.SweepCell;
import milodex.strategy.GridFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every cell of a sweep is a trial from before it computes, whatever comes of it.
class ResearchSweepCommandTest {

  private static final String GRID =
      """
      strategy: regime.daily.sma200_rotation.sim_idx_bnd.v1
      parameters:
        ma_filter_length: [100, 50]
        allocation_pct: [0.5, 0.9, 0.7]
      start: 2017-01-03
      end: 2018-12-31
      note: a grid
      """;

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aMarket() throws IOException {
    bench = Sample.in(directory);
    grid(GRID);
  }

  @Test
  void aSweepComputesEveryCellAndSaysThatTheBestIsNoEvidence() {
    JsonNode reply = sweep();

    assertThat(reply.at("/data/trials").asInt()).isEqualTo(6);
    assertThat(reply.at("/data/trials_added").asInt()).isEqualTo(6);
    assertThat(reply.at("/data/outcomes").asInt()).isEqualTo(6);
    assertThat(reply.at("/data/luck/trials").asInt()).isEqualTo(6);
    assertThat(reply.at("/data/plateau/axes/0").asText()).endsWith("of 2, ordered");
    assertThat(reply.at("/data/listed")).hasSize(6);
    assertThat(reply.at("/data/listed/0/values/ma_filter_length").asText()).isEqualTo("50");
    assertThat(reply.at("/data/listed/0/kind").asText()).isEqualTo("cell");
    assertThat(reply.at("/summary").asText())
        .isEqualTo(
            "The best cell is the best of 6 trials over these sessions and no evidence by itself.");
    assertThat(bench.run("research", "sweep", "grid.yaml").out())
        .contains("Best cells", "Around the best cell", "the best of 6 trials", "NOT PROVED")
        .doesNotContain("Worst cells");
  }

  @Test
  void cellsThatNeverDifferInAnOrderAreTrialsWithOneOutcome() throws IOException {
    grid(
        """
        strategy: %s
        parameters:
          max_hold_days: [60, 61, 62]
        start: 2017-01-03
        end: 2018-12-31
        """
            .formatted(Sample.PULLBACK));
    JsonNode reply = sweep();

    assertThat(reply.at("/data/trials").asInt()).isEqualTo(3);
    assertThat(reply.at("/data/luck/trials").asInt()).isEqualTo(3);
    assertThat(reply.at("/data/outcomes").asInt()).isEqualTo(1);
    assertThat(reply.at("/data/listed").findValuesAsText("run")).doesNotHaveDuplicates();
  }

  @Test
  void theSameSweepAgainIsLooksAndNoTrialsAndComputesNothing() throws IOException {
    JsonNode first = sweep();
    long before = events(FactType.CELL_COMPLETED).size();
    JsonNode again = sweep();

    assertThat(again.at("/data/listed")).isEqualTo(first.at("/data/listed"));
    assertThat(again.at("/data/trials_added").asInt()).isZero();
    assertThat(events(FactType.CELL_COMPLETED)).hasSize(Math.toIntExact(before));
    JsonNode trials = bench.json("research", "trials");
    assertThat(trials.at("/data/trials").asInt()).isEqualTo(6);
    assertThat(trials.at("/data/listed/0/looks").asInt()).isEqualTo(2);
    assertThat(trials.at("/data/listed/0/kind").asText()).isEqualTo("cell");
    assertThat(trials.at("/data/listed/0/note").asText()).isEqualTo("a grid");
  }

  @Test
  void allCellsAreRegisteredBeforeOneIsComputed() throws IOException {
    sweep();
    long last = events(FactType.TRIAL_REGISTERED).getLast().seq();

    assertThat(events(FactType.TRIAL_REGISTERED)).hasSize(6);
    assertThat(events(FactType.CELL_COMPLETED)).hasSize(6).allMatch(event -> event.seq() > last);
  }

  @Test
  void aSweepThatIsKilledCountsAndGoesOnWithTheSameBytes() throws IOException {
    AtomicInteger left = new AtomicInteger(2);
    assertThatThrownBy(
            () ->
                sweepItself(
                    () -> {
                      if (left.decrementAndGet() == 0) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessage("killed");
    assertThat(bench.json("research", "trials").at("/data/trials").asInt()).isEqualTo(6);
    List<Event> kept = events(FactType.CELL_COMPLETED);
    assertThat(kept).hasSize(2);

    JsonNode resumed = sweep();
    assertThat(resumed.at("/data/trials_added").asInt()).isZero();
    assertThat(events(FactType.CELL_COMPLETED)).hasSize(6).startsWith(kept.toArray(new Event[0]));

    Path other = Files.createDirectory(directory.resolve("other"));
    Bench fresh = Sample.in(other);
    Files.writeString(other.resolve("grid.yaml"), GRID);
    JsonNode whole = fresh.json("research", "sweep", "grid.yaml", "--threads", "1");
    assertThat(whole.at("/data/listed")).isEqualTo(resumed.at("/data/listed"));
  }

  @Test
  void aCellIsTheBacktestWithItsValuesAndTheBacktestOutweighsIt() throws IOException {
    grid(GRID.replace("[100, 50]", "[200]").replace("[0.5, 0.9, 0.7]", "[0.95, 0.5]"));
    JsonNode cell = cellOf(sweep(), "0.95");
    JsonNode run = bench.json(Sample.SHORT);

    assertThat(run.at("/refs/run").asText()).isEqualTo(cell.get("run").asText());
    assertThat(run.at("/data/run/metrics/sharpe")).isEqualTo(cell.get("sharpe"));
    assertThat(run.at("/data/trials").asInt()).isEqualTo(2);
    assertThat(cellOf(sweep(), "0.95").get("kind").asText()).isEqualTo("in sample");
  }

  @Test
  void aCellIsNoRunToLookAt() {
    String run = sweep().at("/data/listed/0/run").asText();

    assertThat(bench.json("analytics", "metrics", run).at("/error_code").asText())
        .isEqualTo("run_not_proved");
    assertThat(bench.json("report", "html", run).at("/error_code").asText())
        .isEqualTo("run_not_proved");
    assertThat(bench.run("analytics", "list").exit()).isZero();
  }

  @Test
  void aPreviewWritesNothing() {
    Map<String, String> before = bench.files();
    JsonNode reply = bench.json("research", "sweep", "grid.yaml", "--preview");

    assertThat(bench.files()).isEqualTo(before);
    assertThat(reply.at("/data/trials_added").asInt()).isEqualTo(6);
    assertThat(reply.at("/data/undefined/best_by_luck_before").asText()).contains("no trial");
    assertThat(reply.at("/data/best_by_luck_after").asDouble()).isBetween(0.8, 1.1);
    sweep();
    JsonNode after = bench.json("research", "sweep", "grid.yaml", "--preview");
    assertThat(after.at("/data/trials_added").asInt()).isZero();
    assertThat(after.at("/data/computed_before").asInt()).isEqualTo(6);
    assertThat(after.at("/data/best_by_luck_before"))
        .isEqualTo(after.at("/data/best_by_luck_after"));
  }

  @Test
  void aGridWithAMistakeRegistersNothing() throws IOException {
    Map<String, String> before = bench.files();
    grid(GRID.replace("ma_filter_length: [100, 50]", "ma_filter_length: [100, 5000]"));
    JsonNode reply = bench.json("research", "sweep", "grid.yaml");

    assertThat(reply.get("exit_code").asInt()).isEqualTo(3);
    assertThat(reply.at("/error_code").asText()).isEqualTo("invalid_configuration");
    assertThat(reply.at("/data/failure/why").asText()).contains("grid.yaml:3:27: ");
    grid(GRID.replace("sim_idx_bnd", "sim_idx_bmd"));
    assertThat(bench.json("research", "sweep", "grid.yaml").at("/data/failure/why").asText())
        .contains("grid.yaml:1:11: ", "did you mean");
    assertThat(bench.run("research", "sweep", "none.yaml").exit()).isEqualTo(3);
    assertThat(bench.json("research", "sweep", "grid.yaml", "--threads", "0").at("/error_code"))
        .hasToString("\"invalid_threads\"");
    assertThat(bench.files()).isEqualTo(before);
  }

  @Test
  void valuesThatContradictEachOtherAreNoStrategyAndNoTrial() throws IOException {
    grid(
        """
        strategy: regime.daily.sma200_rotation.sim_idx_bnd.v1
        parameters:
          risk_on_symbol: [SIM-IDX, SIM-BND]
        start: 2017-01-03
        end: 2018-12-31
        """);
    JsonNode reply = sweep();

    assertThat(reply.at("/data/trials").asInt()).isEqualTo(1);
    assertThat(reply.at("/data/not_strategies").asInt()).isEqualTo(1);
    assertThat(reply.at("/data/listed/1/kind").asText()).isEqualTo("not a strategy");
    assertThat(reply.at("/data/listed/1/undefined/sharpe").asText()).startsWith("not a strategy: ");
    assertThat(bench.json("research", "trials").at("/data/trials").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsSealedIsNotSwept() throws IOException {
    assertThat(bench.run("experiment", "create", "trend", "--hypothesis", "Trends go on.").exit())
        .isZero();
    grid(GRID.replace("2018-12-31", "2022-12-30"));
    JsonNode reply = bench.json("research", "sweep", "grid.yaml");

    assertThat(reply.at("/error_code").asText()).isEqualTo("holdout_sealed");
    assertThat(reply.get("exit_code").asInt()).isEqualTo(2);
    assertThat(bench.json("research", "trials").at("/data/trials").asInt()).isZero();
  }

  private JsonNode sweep() {
    JsonNode reply = bench.json("research", "sweep", "grid.yaml", "--threads", "2");
    assertThat(reply.get("exit_code").asInt()).as(reply.toString()).isZero();
    return reply;
  }

  /// The sweep of the grid without the command around it.
  private void sweepItself(Runnable done) throws IOException {
    Wiring wiring = new Wiring(new Workspace(bench.workspace()));
    GridFile grid = wiring.configs().grid(directory.resolve("grid.yaml"));
    StoredBars store = wiring.researchBars(Shell.NOW);
    Plans.Wishes wishes =
        new Plans.Wishes(
            grid.start(),
            grid.end(),
            false,
            Optional.empty(),
            Money.of(100_000),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty());
    Sweep sweep = new Sweep(1);
    List<SweepCell.Trial> cells =
        sweep
            .prepare(
                Plans.of(wiring.configs().load(grid.strategy().id().toString()), wishes, store),
                grid.strategy(),
                grid.grid(),
                new Preparer(store))
            .stream()
            .map(SweepCell.Trial.class::cast)
            .toList();
    try (Ledger ledger = wiring.ledger()) {
      Runs runs = new Runs(ledger, wiring.artifacts());
      sweep.run(
          cells, runs, new Sweep.Label(grid.strategy(), grid.note()), () -> Instant.EPOCH, done);
    }
  }

  private static JsonNode cellOf(JsonNode reply, String allocation) {
    for (JsonNode cell : reply.at("/data/listed")) {
      if (cell.at("/values/allocation_pct").asText().equals(allocation)) {
        return cell;
      }
    }
    throw new AssertionError("no cell of " + allocation);
  }

  private List<Event> events(FactType type) throws IOException {
    List<Event> events = new ArrayList<>();
    try (Ledger ledger = new Wiring(new Workspace(bench.workspace())).ledger()) {
      ledger.replay(
          event -> {
            if (FactType.of(event.fact()) == type) {
              events.add(event);
            }
          });
    }
    return events;
  }

  private void grid(String text) throws IOException {
    Files.writeString(directory.resolve("grid.yaml"), text);
  }
}
