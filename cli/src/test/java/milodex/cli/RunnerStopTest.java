package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import milodex.cli.Shell.Said;
import milodex.ledger.Event;
import milodex.ledger.RiskFact.HaltTripped;
import milodex.ledger.RunnerFact.RunnerStopped;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes that rehearse are sent signals, and their operator is asked what is meant.
class RunnerStopTest {

  /// A night takes a second or so.
  private static final String[] PACED = {"--speed", "60000"};

  /// Bytes that the ledger has when some sessions are over.
  private static final int SOME = 200_000;

  @TempDir private static Path directory;
  private static RehearsalBench rehearsal =
      new RehearsalBench(new Bench(Path.of("")), RehearsalBench.SHORT, "", List.of());

  @BeforeAll
  static void itRunsThroughOnce() throws IOException {
    rehearsal = RehearsalBench.in(directory, RehearsalBench.SHORT);
  }

  @BeforeEach
  void nothingIsLeftOfTheTestBefore() {
    rehearsal.forget();
  }

  @Test
  void aTerminationIsAControlledStopAndTheSameCommandGoesOn() throws IOException {
    ChildProcess process = rehearsal.startAlone(PACED);
    process.awaitError("the exchange closes", 2);
    process.signal("TERM");

    Said said = process.ended();
    JsonNode reply = new JsonMapper().readTree(said.out());

    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(reply.at("/data/ended").asText()).isEqualTo("stopped");
    assertThat(reply.at("/data/next/moment").asText()).startsWith("2018-10-");
    assertThat(reply.get("summary").asText()).contains("was stopped at 2018-10-", ", before ");
    assertThat(said.err()).contains("orders and positions are left as they are");
    assertThat(stops()).hasSize(1);
    assertGoesOnToParity();
  }

  @Test
  void ctrlCWhereNobodyCanBeAskedIsAControlledStop() {
    ChildProcess process = rehearsal.startAlone(PACED);
    process.awaitError("the exchange opens", 1);
    process.signal("INT");

    assertThat(process.ended().exit()).isZero();
    assertThat(stops()).hasSize(1);
    assertGoesOnToParity();
  }

  @Test
  void atFullSpeedATerminationIsHeardBetweenTwoMoments() throws IOException {
    RehearsalBench year =
        RehearsalBench.unread(
            rehearsal.bench(), new RehearsalBench.Period("2018-01-02", "2018-12-31"));
    ChildProcess process = year.startAlone();
    while (!Files.exists(year.folder().ledger()) || Files.size(year.folder().ledger()) < SOME) {
      assertThat(process.isOver()).as(process.err()).isFalse();
    }
    process.signal("TERM");

    Said said = process.ended();

    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(new JsonMapper().readTree(said.out()).at("/data/ended").asText())
        .isEqualTo("stopped");
    JsonNode done = year.run();
    assertThat(done.get("exit_code").asInt()).as("" + done).isZero();
    assertThat(done.at("/data/difference").isNull()).isTrue();
    year.forget();
  }

  @Test
  void theOperatorIsAskedAndMayChangeHisMind() {
    ChildProcess process = asked();
    process.type("what?");
    process.awaitError(StopDialog.QUESTION, 2);
    process.type("n");
    process.awaitError("the exchange opens", 2);
    process.signal("INT");
    process.awaitError(StopDialog.QUESTION, 3);
    process.type("c");

    assertThat(process.ended().exit()).isZero();
    assertThat(stops()).hasSize(1);
    assertThat(halts()).isEmpty();
    assertGoesOnToParity();
  }

  @Test
  void theKillSwitchOfTheDialogIsLatchedAndTheNextRunSaysSo() throws IOException {
    ChildProcess process = asked();
    process.type("k");

    Said said = process.ended();
    JsonNode reply = new JsonMapper().readTree(said.out());

    assertThat(said.exit()).as(said.out() + said.err()).isEqualTo(5);
    assertThat(reply.get("error_code").asText()).isEqualTo("kill_switch");
    assertThat(reply.at("/data/ended").asText()).isEqualTo("kill_switch");
    assertThat(halts()).hasSize(1);
    String incident = reply.at("/refs/incident").asText();
    JsonNode listed = rehearsal.bench().json("incidents", "list", "--rehearsal", rehearsal.name());
    assertThat("" + listed).contains(incident);
    Said next = rehearsal.bench().run(RehearsalBench.command(rehearsal.period()));
    assertThat(next.err()).contains(incident + " stops account (halt)");
    assertThat(next.out()).contains("HALTED by incident " + incident);
  }

  @Test
  void aSecondCtrlCIsTheKillSwitch() {
    ChildProcess process = asked();
    process.signal("INT");

    assertThat(process.ended().exit()).isEqualTo(5);
    assertThat(halts()).hasSize(1);
  }

  @Test
  void aTerminationWhileItAsksIsTheKillSwitch() {
    ChildProcess process = asked();
    process.signal("TERM");

    assertThat(process.ended().exit()).isEqualTo(5);
    assertThat(halts()).hasSize(1);
  }

  @Test
  void aRunnerThatIsKilledWhileItWaitsIsMissed() {
    ChildProcess process = waiting();
    JsonNode running = status();
    process.kill();
    JsonNode gone = status();

    assertThat(running.at("/data/overdue").isNull()).as("" + running).isTrue();
    assertThat(running.at("/data/condition").asText()).isEqualTo("healthy");
    assertThat(gone.at("/data/condition").asText()).isEqualTo("degraded");
    assertThat(gone.at("/data/action_needed").asBoolean()).isTrue();
    assertThat(gone.at("/data/overdue/moment").asText()).isEqualTo("2018-10-01 closes");
    assertThat(gone.at("/data/overdue/runner_gone").asBoolean()).isTrue();
    String said = rehearsal.bench().run("status", "--rehearsal", rehearsal.name()).out();
    assertThat(said.replaceAll("\\s+", " ")).contains("has not happened");
    assertGoesOnToParity();
    assertThat(status().at("/data/overdue").isNull()).isTrue();
  }

  @Test
  void aRunnerThatStandsStillIsNamedEndedAndGoneOnWith() {
    ChildProcess process = waiting();
    process.signal("STOP");
    Expectation far = Expectation.read(rehearsal.folder().expected()).orElseThrow();
    new Expectation(far.moment(), far.at(), Shell.NOW.minusSeconds(11))
        .write(rehearsal.folder().expected());
    JsonNode stuck = status();
    String told =
        rehearsal
            .bench()
            .run("status", "--rehearsal", rehearsal.name())
            .out()
            .replaceAll("\\s+", " ");
    process.kill();

    assertThat(process.ended().exit()).isNotZero();
    assertThat(stuck.at("/data/overdue/runner/pid").asLong()).isEqualTo(process.process().pid());
    assertThat(told)
        .contains(
            "its runner, process " + process.process().pid() + " since ",
            "`milodex halt --reason TEXT --rehearsal " + rehearsal.name() + "` first",
            "`kill "
                + process.process().pid()
                + "`, and `kill -9 "
                + process.process().pid()
                + "`");
    assertThat(stuck.at("/data/condition").asText()).isEqualTo("degraded");
    assertThat(stuck.at("/data/overdue/runner_gone").asBoolean()).isFalse();
    assertThat(status().at("/data/overdue/runner_gone").asBoolean()).isTrue();
    assertThat(status().at("/data/overdue/runner").isNull()).isTrue();
    assertGoesOnToParity();
    assertThat(status().at("/data/overdue").isNull()).isTrue();
  }

  /// A process whose operator has pressed Ctrl-C at a terminal and is asked what is meant.
  private static ChildProcess asked() {
    ChildProcess process = rehearsal.startAtTerminal(PACED);
    process.awaitError("the exchange opens", 1);
    process.signal("INT");
    process.awaitError(StopDialog.QUESTION, 1);
    return process;
  }

  /// A process that waits for the first close, minutes away.
  private static ChildProcess waiting() {
    ChildProcess process = rehearsal.startAlone("--speed", "60");
    process.awaitError("the exchange opens", 1);
    while (!Files.exists(rehearsal.folder().expected())) {
      assertThat(process.isOver()).isFalse();
    }
    return process;
  }

  private static JsonNode status() {
    return rehearsal.bench().json("status", "--rehearsal", rehearsal.name());
  }

  private static List<Event> stops() {
    return rehearsal.events().stream().filter(one -> one.fact() instanceof RunnerStopped).toList();
  }

  private static List<Event> halts() {
    return rehearsal.events().stream().filter(one -> one.fact() instanceof HaltTripped).toList();
  }

  private static void assertGoesOnToParity() {
    JsonNode done = rehearsal.run();
    assertThat(done.get("exit_code").asInt()).as("" + done).isZero();
    assertThat(done.at("/data/difference").isNull()).isTrue();
    rehearsal.assertSound();
  }
}
