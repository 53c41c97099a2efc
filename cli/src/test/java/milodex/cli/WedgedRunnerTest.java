package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import milodex.cli.Shell.Said;
import milodex.files.ProcessLock;
import milodex.ledger.Fact;
import milodex.ledger.RunnerFact.RunnerStarted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The disk under a runner dies in the middle of a turn: its watchdog ends it, and the next start
/// goes on as if nothing had been.
class WedgedRunnerTest {

  private static final String FRIDAY = "2018-10-05T17:00";

  @TempDir private static Path begun;
  @TempDir private Path directory;
  private PaperBench paper = new PaperBench(Path.of(""));
  private Path flies = Path.of("");
  private final List<ChildProcess> children = new ArrayList<>();

  @BeforeAll
  static void anAccountWithAFirstSessionBehindItAndAWeekOfBarsStored() throws IOException {
    PaperBench first = PaperBench.in(begun);
    first.imports("2018-10-08T17:00");
    first.daily(PaperBench.START, PULLBACK, ROTATION);
    first.session("2018-10-01");
  }

  @BeforeEach
  void itIsThere() throws IOException {
    paper = copy("paper");
    flies = directory.resolve("flies");
  }

  @AfterEach
  void nobodyIsLeft() {
    children.forEach(ChildProcess::kill);
  }

  @Test
  void aTurnThatMakesNoStepIsEndedAndTheNextStartGoesOn() throws IOException {
    PaperBench undisturbed = copy("undisturbed");
    Files.createFile(flies);

    Said said = start("run", "daily", "--all", "--json").ended();
    JsonNode reply = new JsonMapper().readTree(said.out());

    assertThat(said.exit()).as(said.out() + said.err()).isEqualTo(10);
    assertThat(reply.get("command").asText()).isEqualTo("run daily");
    assertThat(reply.get("error_code").asText()).isEqualTo("runner_wedged");
    assertThat(reply.at("/data/failure/why").asText())
        .isEqualTo(
            "It made no step for 10 minutes; its newest was: going on after 2018-10-02 closes.");
    assertThat(flat(said.err()))
        .contains(
            "its watchdog ended it", "Why", "Done", "data/crash/", "Next", "the same command");
    assertThat(crash()).contains("arguments [run, daily, --all, --json]", "DeadDisk.awaitNothing");
    assertGoesOnAs(undisturbed);
  }

  @Test
  void aStopThatIsNeverTakenInEndsItSooner() throws IOException {
    PaperBench undisturbed = copy("undisturbed");
    ChildProcess child = start("strategy", "run", PULLBACK, ROTATION);
    child.awaitError(WedgedRunner.DEAD, 1);
    JsonNode status = paper.at(FRIDAY).json("status");
    child.signal("TERM");
    Files.createFile(flies);

    Said said = child.ended();

    assertThat(status.at("/data/overdue/runner_gone").asBoolean()).isFalse();
    assertThat(said.exit()).as(said.out() + said.err()).isEqualTo(10);
    assertThat(flat(said.err()))
        .contains(
            "It was asked to stop and had not ended 1 minute later; its newest step was: going on"
                + " after 2018-10-02 closes.");
    assertGoesOnAs(undisturbed);
  }

  @Test
  void statusTellsOfARunnerThatGetsNoFurther() {
    ChildProcess child = start("run", "daily", "--all");
    child.awaitError(WedgedRunner.DEAD, 1);
    long pid = child.process().pid();

    JsonNode soon = paper.at("2018-10-05T17:01").json("status");
    JsonNode later = paper.at("2018-10-05T17:02").json("status");
    String told = flat(paper.at("2018-10-05T17:02").run("status").out());

    assertThat(soon.at("/data/overdue/runner").isNull()).as("" + soon).isTrue();
    assertThat(later.at("/data/overdue/runner/pid").asLong()).as("" + later).isEqualTo(pid);
    assertThat(later.at("/data/overdue/runner/newest_step").asText())
        .isEqualTo("2018-10-05 17:00:00");
    assertThat(later.at("/data/overdue/runner_gone").asBoolean()).isFalse();
    assertThat(told)
        .contains(
            "process " + pid + " works on the account and made no step since 2018-10-05 17:00:00",
            "`kill -9 " + pid + "` at once");
    child.kill();
    assertThat(paper.at("2018-10-05T17:02").json("status").at("/data/overdue/runner").isNull())
        .isTrue();
  }

  /// What is left is done, and the ledger is that of an account to which nothing happened.
  private void assertGoesOnAs(PaperBench undisturbed) throws IOException {
    assertThat(ProcessLock.isHeld(paperFolder().lock())).isFalse();
    int before = paper.events().size();
    JsonNode done = paper.daily(FRIDAY, PULLBACK, ROTATION);
    assertThat(done.get("exit_code").asInt()).as("" + done).isZero();
    assertThat(done.at("/data/session").asText()).isEqualTo("2018-10-05");
    assertThat(paper.events()).hasSizeGreaterThan(before);

    undisturbed.daily(FRIDAY, PULLBACK, ROTATION);
    assertThat(facts(paper)).isEqualTo(facts(undisturbed));
    assertThat(facts(paper)).anyMatch(one -> one.contains("FillRecorded"));
    JsonNode verified = paper.at(FRIDAY).json("ledger", "verify");
    assertThat(verified.get("exit_code").asInt()).isZero();
  }

  private ChildProcess start(String... command) {
    ChildProcess child =
        ChildProcess.start(
            directory.resolve("children"),
            WedgedRunner.class,
            Sample.with(
                new String[] {
                  paper.at(FRIDAY).workspace().toString(),
                  PaperBench.instant(FRIDAY).toString(),
                  flies.toString()
                },
                command));
    children.add(child);
    return child;
  }

  private PaperFolder paperFolder() {
    return new PaperFolder(new Workspace(paper.at(FRIDAY).workspace()));
  }

  private String crash() throws IOException {
    try (Stream<Path> files = Files.list(new Workspace(paper.at(FRIDAY).workspace()).crashes())) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return Files.readString(all.getFirst());
    }
  }

  /// The account, in a place of its own.
  private PaperBench copy(String name) throws IOException {
    Path copy = directory.resolve(name);
    try (Stream<Path> all = Files.walk(begun)) {
      for (Path one : all.toList()) {
        Files.copy(one, copy.resolve(begun.relativize(one)));
      }
    }
    return new PaperBench(copy);
  }

  /// What its ledger says of sessions: key, time and fact of each event but of starts.
  private static List<String> facts(PaperBench bench) {
    return bench.events().stream()
        .filter(event -> !(event.fact() instanceof RunnerStarted))
        .map(event -> event.key() + " " + event.at() + " " + named(event.fact()))
        .toList();
  }

  private static String named(Fact fact) {
    return fact.getClass().getSimpleName() + " " + fact;
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
