package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milodex.cli.Shell.Said;
import milodex.ledger.Event;
import milodex.ledger.Fact.StrategyFunded;
import milodex.ledger.RiskFact.HaltTripped;
import milodex.ledger.RunnerFact.RunnerStopped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/// Runners on one paper account, each a process of its own that goes by the clock of this machine.
class PaperProcessesTest {

  private static final String WAITS = "Next: the session of ";

  @TempDir private Path directory;
  private final List<ChildProcess> children = new ArrayList<>();

  @AfterEach
  void nobodyIsLeft() {
    children.forEach(ChildProcess::kill);
  }

  @Test
  void aStrategyIsRunByOneProcessAndAnotherOneBesideIt() {
    PaperBench paper = PaperBench.without(directory);
    ChildProcess first = start(paper, "strategy", "run", PULLBACK);
    first.awaitError(WAITS, 1);

    Said second = start(paper, "strategy", "run", PULLBACK, ROTATION).ended();
    Said daily = start(paper, "run", "daily", PULLBACK).ended();
    ChildProcess beside = start(paper, "strategy", "run", ROTATION);
    beside.awaitError(WAITS, 1);

    assertThat(second.exit()).isEqualTo(8);
    assertThat(second.out()).contains("strategy_locked", "process " + first.process().pid());
    assertThat(daily.exit()).isEqualTo(8);
    assertThat(facts(paper, StrategyFunded.class))
        .extracting(one -> one.strategy().toString())
        .containsExactly(PULLBACK, ROTATION);
    first.kill();
    assertThat(start(paper, "run", "daily", PULLBACK).ended().exit()).isZero();
  }

  @Test
  void aTerminationIsAControlledStopAndAKillLeavesARunnerThatStatusMisses() {
    PaperBench paper = PaperBench.without(directory);
    ChildProcess first = start(paper, "strategy", "run", PULLBACK);
    first.awaitError(WAITS, 1);
    assertThat(start(paper, "status").ended().out()).contains("\"overdue\":null");

    first.signal("TERM");
    Said stopped = first.ended();

    assertThat(stopped.exit()).isZero();
    assertThat(stopped.out()).contains("\"ended\":\"stopped\"");
    assertThat(facts(paper, RunnerStopped.class)).hasSize(1);
    assertThat(start(paper, "status").ended().out()).contains("\"overdue\":null");
    ChildProcess again = start(paper, "strategy", "run", PULLBACK);
    again.awaitError(WAITS, 1);
    again.kill();
    assertThat(start(paper, "status").ended().out()).contains("\"runner_gone\":true");
  }

  /// Without news of them it would look after ten minutes.
  @Test
  @Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
  void barsThatAnotherProcessImportsWakeARunnerThatWaitsForThem() throws IOException {
    PaperBench paper = PaperBench.in(directory);
    assertThat(paper.at(PaperBench.START).run("run", "daily", PULLBACK).exit()).isZero();
    ChildProcess runner = start(paper, "strategy", "run", PULLBACK);
    runner.awaitError("waits for its bars", 1);

    paper.imports("2018-10-01T17:00");

    runner.awaitError("2018-10-01 16:00 New York: the exchange closes", 1);
    runner.signal("TERM");
    assertThat(runner.ended().exit()).isZero();
  }

  @Test
  void theDialogPullsTheKillSwitchOfThePaperAccount() {
    PaperBench paper = PaperBench.without(directory);
    ChildProcess runner =
        begin(
            paper,
            List.of("env", "JAVA_TOOL_OPTIONS=-Dmilodex.terminals=IN,ERR"),
            "strategy",
            "run",
            PULLBACK);
    runner.awaitError(WAITS, 1);

    runner.signal("INT");
    runner.awaitError(StopDialog.QUESTION, 1);
    runner.type("k");
    Said said = runner.ended();

    assertThat(said.exit()).as(said.out()).isEqualTo(5);
    assertThat(facts(paper, HaltTripped.class)).hasSize(1);
  }

  private ChildProcess start(PaperBench paper, String... command) {
    return begin(paper, List.of(), command);
  }

  private ChildProcess begin(PaperBench paper, List<String> by, String... command) {
    String home = paper.at(PaperBench.START).workspace().toString();
    ChildProcess child =
        ChildProcess.start(
            directory.resolve("children"),
            by,
            Main.class,
            Sample.with(command, "--home", home, "--json"));
    children.add(child);
    return child;
  }

  private static <T> List<T> facts(PaperBench paper, Class<T> kind) {
    return paper.events().stream()
        .map(Event::fact)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
