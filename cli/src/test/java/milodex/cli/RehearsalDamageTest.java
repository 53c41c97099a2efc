package milodex.cli;

import static milodex.cli.CrashPoint.Where.AFTER_APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import milodex.cli.Shell.Said;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.RunnerFact.RunnerStarted;
import milodex.sqlite.SqliteLedger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A rehearsal in the middle of its period, and what the disk, other processes and people do to its
/// files.
class RehearsalDamageTest {

  /// Kilobytes that a file may grow to: enough for the libraries, too little for the ledger.
  private static final int ROOM = 2_000;

  @TempDir private static Path directory;
  private static RehearsalBench rehearsal =
      new RehearsalBench(new Bench(Path.of("")), RehearsalBench.SHORT, "", List.of());

  @BeforeAll
  static void itRunsThroughOnce() throws IOException {
    rehearsal = RehearsalBench.in(directory, RehearsalBench.SHORT);
  }

  @BeforeEach
  void itStandsAfterAFillInTheMiddle() {
    rehearsal.forget();
    List<Event> fills = fills();
    rehearsal.goOnUpTo(new CrashPoint(AFTER_APPEND, fills.get(fills.size() / 2).key()));
  }

  @Test
  void whenTheDiskIsFullItSaysSoAndGoesOnOnceThereIsRoom() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash to limit the size of files with");
    rehearsal.forget();

    Said said =
        rehearsal.start("/bin/bash", "-c", "ulimit -f " + ROOM + " && exec \"$@\"", "bash").ended();

    JsonNode reply = new JsonMapper().readTree(said.out());
    assertThat(reply.get("exit_code").asInt()).as("" + reply).isEqualTo(4).isEqualTo(said.exit());
    assertThat(reply.get("error_code").asText()).isEqualTo("ledger_unavailable");
    assertFourAnswers(reply);
    assertThat(said.err()).doesNotContain("\tat ", "Exception");
    assertThat(rehearsal.bench().workspace().resolve("data/crash")).doesNotExist();
    assertThat(rehearsal.events()).isNotEmpty().hasSizeLessThan(rehearsal.undisturbed().size());
    rehearsal.assertGoesOnAsIfNothingHadBeen();
  }

  @Test
  void aLedgerThatAnotherProcessHoldsIsNotWaitedForForever() {
    String ledger = rehearsal.folder().ledger().toString();
    ChildProcess holder = ChildProcess.start(rehearsal.children(), LedgerHolder.class, ledger);
    try {
      holder.awaitSaying("held");

      JsonNode reply = rehearsal.run();

      assertThat(reply.get("exit_code").asInt()).as("" + reply).isEqualTo(8);
      assertThat(reply.get("error_code").asText()).isEqualTo("ledger_locked");
      assertFourAnswers(reply);
    } finally {
      holder.kill();
    }
    rehearsal.assertGoesOnAsIfNothingHadBeen();
  }

  @Test
  void filesThatMayNotBeWrittenAreNamed() {
    for (Path file : List.of(rehearsal.folder().ledger(), rehearsal.folder().broker())) {
      assumeTrue(file.toFile().setWritable(false) && !Files.isWritable(file), "runs as root");

      JsonNode reply = rehearsal.run();

      assertThat(reply.get("exit_code").asInt()).as("" + reply).isEqualTo(4);
      assertThat(reply.at("/data/failure/why").asText()).contains("" + file.getFileName());
      assertThat(file.toFile().setWritable(true)).isTrue();
    }
    rehearsal.assertGoesOnAsIfNothingHadBeen();
  }

  @Test
  void aTornLastLineOfTheBrokerWasToldToNobody() throws IOException {
    Files.writeString(rehearsal.folder().broker(), "{\"cash\":\"9", StandardOpenOption.APPEND);

    rehearsal.assertGoesOnAsIfNothingHadBeen();
  }

  @Test
  void garbageAmongTheLinesOfTheBrokerIsNamedAndNothingIsChanged() throws IOException {
    List<String> lines = lines();
    lines.set(2, "#" + lines.get(2));
    Files.write(rehearsal.folder().broker(), lines);

    assertThat(refused("broker_file_corrupt")).contains("Line 3 of ", "broker.jsonl");
  }

  @Test
  void anEditedEventIsNamed() throws SQLException {
    long seq = fills().getFirst().seq();
    change("UPDATE event SET payload = replace(payload, 'BUY', 'SELL') WHERE seq = " + seq);

    assertThat(refused("ledger_corrupt")).contains("" + seq);
  }

  @Test
  void aLedgerThatWasCutInItsBytesIsNamed() throws IOException {
    Path ledger = rehearsal.folder().ledger();
    byte[] bytes = Files.readAllBytes(ledger);
    for (int i = bytes.length / 3; i < bytes.length; i++) {
      bytes[i] = 0;
    }
    Files.write(ledger, bytes);

    refused("ledger_corrupt");
  }

  @Test
  void aLedgerOrABrokerThatWasLeftBehindIsNoticed() throws SQLException, IOException {
    byte[] broker = Files.readAllBytes(rehearsal.folder().broker());
    List<String> lines = lines();
    Files.write(rehearsal.folder().broker(), lines.subList(0, lines.size() / 2));
    assertThat(refused("rehearsal_torn")).startsWith("Its ledger has booked execution ");

    Files.write(rehearsal.folder().broker(), broker);
    change("DELETE FROM event WHERE seq > " + fills().get(2).seq());
    assertThat(refused("rehearsal_torn")).startsWith("Its broker knows order ");

    rehearsal.forget();
    Files.createDirectories(rehearsal.folder().root());
    Files.write(rehearsal.folder().broker(), broker);
    JsonNode reply = rehearsal.run();
    assertThat(reply.get("error_code").asText()).isEqualTo("rehearsal_torn");
    assertThat(reply.at("/data/failure/next").asText())
        .contains("delete " + rehearsal.folder().root());
  }

  @Test
  void whatABrokerThatWasLeftBehindLacksIsNotAdopted() throws IOException {
    List<String> lines = lines();
    Files.write(rehearsal.folder().broker(), lines.subList(0, lines.size() / 2));

    assertThat(rehearsal.bench().run("reconcile", "--rehearsal", rehearsal.name()).out())
        .contains("Its ledger has booked", "was cut, lost or put back", "delete ")
        .doesNotContain("reconcile adopt");
    List<Event> before = rehearsal.events();
    for (String sure : List.of("--no-color", "--confirm")) {
      JsonNode refused =
          rehearsal
              .bench()
              .json("reconcile", "adopt", "--reason", "x", sure, "--rehearsal", rehearsal.name());
      assertThat(refused.at("/error_code").asText()).as("" + refused).isEqualTo("rehearsal_torn");
    }
    assertThat(rehearsal.events()).isEqualTo(before);
  }

  @Test
  void filesThatWerePutBackFromAnEarlierDayAreNoticedThoughTheyFitEachOther() throws IOException {
    Map<Path, byte[]> earlier = new TreeMap<>();
    for (Path file : List.of(rehearsal.folder().ledger(), rehearsal.folder().broker())) {
      earlier.put(file, Files.readAllBytes(file));
    }
    assertThat(rehearsal.run().get("exit_code").asInt()).isZero();
    rehearsal.forget();
    Files.createDirectories(rehearsal.folder().root());
    for (Map.Entry<Path, byte[]> file : earlier.entrySet()) {
      Files.write(file.getKey(), file.getValue());
    }

    int events = rehearsal.events().size();

    JsonNode reply = rehearsal.run();

    assertThat(reply.get("exit_code").asInt()).as("" + reply).isEqualTo(7);
    assertThat(reply.get("error_code").asText()).isEqualTo("ledger_put_back");
    assertFourAnswers(reply);
    assertThat(rehearsal.events()).hasSize(events);

    rehearsal.forget();
    rehearsal.assertGoesOnAsIfNothingHadBeen();
  }

  /// Why it is refused with code 7; nothing of it is changed, and that the start failed is put on
  /// record once.
  private static String refused(String code) {
    Map<String, String> before = files();

    JsonNode reply = rehearsal.run();
    String recorded = rehearsal.bench().files().get("data/ledger.db");
    rehearsal.run();

    assertThat(reply.get("exit_code").asInt()).as("" + reply).isEqualTo(7);
    assertThat(reply.get("error_code").asText()).isEqualTo(code);
    assertFourAnswers(reply);
    assertThat(files()).isEqualTo(before);
    assertThat(rehearsal.bench().files().get("data/ledger.db")).isEqualTo(recorded);
    String why = reply.at("/data/failure/why").asText();
    assertThat(lastStart().failed().orElseThrow().found()).isEqualTo(why);
    return why;
  }

  /// The newest fact of the operator's ledger.
  private static RunnerStarted lastStart() {
    Wiring wiring = new Wiring(new Workspace(rehearsal.bench().workspace()));
    try (SqliteLedger ledger = wiring.ledgerToRead()) {
      return (RunnerStarted) ledger.event(ledger.head().seq()).orElseThrow().fact();
    }
  }

  private static void assertFourAnswers(JsonNode reply) {
    JsonNode failure = reply.at("/data/failure");
    assertThat(failure.size()).as("" + failure).isGreaterThanOrEqualTo(4);
    failure.forEach(answer -> assertThat(answer.asText()).isNotBlank());
  }

  /// Its ledger and the books of its broker, by their bytes.
  private static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(rehearsal.folder().root())) {
      for (Path file : all.filter(one -> one.toString().matches(".*(db|jsonl)")).toList()) {
        files.put(file.toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(rehearsal.folder().broker()));
  }

  private static List<Event> fills() {
    return rehearsal.undisturbed().stream()
        .filter(event -> event.fact() instanceof Fact.FillRecorded)
        .toList();
  }

  /// What somebody does who first takes away what forbids it.
  private static void change(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + rehearsal.folder().ledger());
        Statement statements = connection.createStatement()) {
      for (String trigger : List.of("event_stays_as_written", "event_stays")) {
        statements.execute("DROP TRIGGER IF EXISTS " + trigger);
      }
      statements.execute(statement);
    }
  }
}
