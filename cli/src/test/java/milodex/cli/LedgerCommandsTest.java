package milodex.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static milodex.cli.Bench.DAILY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.cli.Shell.Said;
import milodex.ledger.Event;
import milodex.ledger.Head;
import milodex.ledger.JsonLines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The book is read, proved and copied out; damage is named and never repaired.
class LedgerCommandsTest {

  private static final List<List<String>> READERS =
      List.of(
          List.of("ledger", "verify"),
          List.of("ledger", "tail"),
          List.of("ledger", "export", "copy.jsonl"),
          List.of("explain", "3"));

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aLedgerOfThreeImports() {
    bench = Bench.in(directory);
    for (String symbol : List.of("AAA", "BBB", "CCC")) {
      bench.offer("daily/" + symbol + ".csv", DAILY, "2024-01-02,10,11,9,10,100,");
    }
    assertThat(bench.run("data", "import", "market").exit()).isZero();
  }

  @Test
  void aSoundLedgerTellsItsHead() {
    Said said = bench.run("ledger", "verify");
    assertThat(said)
        .isEqualTo(
            new Said(
                0,
                """
                The ledger is what was written: every event and every hash.

                  Events:      3
                  Newest:      2024-03-01 16:05:00 New York
                  Noted head:  none given; a cut end shows only against one, --head SEQ:HASH

                Head %s
                """
                    .formatted(head()),
                ""));
    assertThat(bench.json("ledger", "verify").at("/data/events").asInt()).isEqualTo(3);
  }

  @Test
  void aHeadNotedEarlierIsStillPassedThrough() {
    String noted = head();
    bench.importSpy();
    JsonNode reply = bench.json("ledger", "verify", "--head", noted);
    assertThat(reply.get("exit_code").asInt()).isZero();
    assertThat(reply.at("/data/passed_through").asText()).isEqualTo(noted);
    assertThat(bench.run("ledger", "verify", "--head", noted).out())
        .contains("event 3 is still the one it names");
  }

  @Test
  void aCutEndShowsAgainstTheHeadNotedBefore() throws IOException {
    byte[] earlier = Files.readAllBytes(bench.ledger());
    bench.importSpy();
    String noted = head();
    Files.write(bench.ledger(), earlier);

    assertThat(bench.run("ledger", "verify").exit()).isZero();
    Said said = bench.run("ledger", "verify", "--head", noted);
    assertThat(said.exit()).isEqualTo(7);
    assertThat(said.err())
        .contains(
            "The ledger cannot be trusted from event 4 on.", "Why:", "Done:", "Next:", "backup");
  }

  @Test
  void aHeadOfAnotherLedgerIsRefused() {
    JsonNode reply = bench.json("ledger", "verify", "--head", "2:" + "ab".repeat(32));
    assertThat(reply.get("exit_code").asInt()).isEqualTo(7);
    assertThat(reply.at("/data/failure/what").asText())
        .isEqualTo("The ledger cannot be trusted from event 2 on.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "3:", "3:abc", "-1:", "x"})
  void aMalformedHeadIsAMistakeOfTheOperator(String head) {
    String text = head.equals("-1:") ? head + "0".repeat(64) : head;
    JsonNode reply = bench.json("ledger", "verify", "--head=" + text);
    assertThat(reply.get("exit_code").asInt()).isEqualTo(3);
    assertThat(reply.at("/data/failure/why").asText()).contains("is not SEQ:HASH");
  }

  @Test
  void anEventChangedPastTheTriggersIsNamed() throws SQLException {
    sql(
        "DROP TRIGGER event_stays_as_written",
        "UPDATE event SET payload = replace(payload, '\"bars\":1', '\"bars\":2') WHERE seq = 2");
    Map<String, String> before = bench.files();
    JsonNode reply = bench.json("ledger", "verify");
    assertThat(reply.get("exit_code").asInt()).isEqualTo(7);
    assertThat(reply.get("error_code").asText()).isEqualTo("ledger_corrupt");
    assertThat(reply.at("/data/failure/what").asText())
        .isEqualTo("The ledger cannot be trusted from event 2 on.");
    assertThat(bench.files()).isEqualTo(before);
  }

  @Test
  void aForgedEventIsNamed() throws SQLException {
    sql(
        "INSERT INTO event (seq, type, version, key, cause, at, payload, hash)"
            + " SELECT 4, type, version, 'forged', cause, at, payload, hash FROM event"
            + " WHERE seq = 3");
    assertThat(bench.json("ledger", "verify").at("/data/failure/what").asText())
        .isEqualTo("The ledger cannot be trusted from event 4 on.");
    assertThat(bench.json("ledger", "tail").get("exit_code").asInt()).isEqualTo(7);
  }

  @Test
  void whateverIsDamagedIsFoundAndNoReaderTellsAnythingUntrue() throws IOException {
    byte[] whole = Files.readAllBytes(bench.ledger());
    List<JsonNode> sound = READERS.stream().map(this::told).toList();
    for (byte[] damaged :
        List.of(
            new byte[0],
            "SQLite format 3 no more".getBytes(UTF_8),
            Arrays.copyOf(whole, 100),
            Arrays.copyOf(whole, whole.length / 2),
            Arrays.copyOf(whole, whole.length - 1000),
            flipped(whole, 3),
            flipped(whole, 70),
            flipped(whole, "CCC"))) {
      Files.write(bench.ledger(), damaged);
      Map<String, String> before = bench.files();
      JsonNode verified = bench.json("ledger", "verify");
      assertThat(verified.get("exit_code").asInt()).isEqualTo(7);
      assertThat(verified.at("/data/failure")).hasSize(4);
      for (int i = 1; i < READERS.size(); i++) {
        JsonNode told = told(READERS.get(i));
        if (told.get("exit_code").asInt() != 7) {
          assertThat(told).isEqualTo(sound.get(i));
        }
      }
      assertThat(bench.files()).isEqualTo(before);
      assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }
  }

  /// What a command says; a copy it made is taken away again.
  private JsonNode told(List<String> line) {
    JsonNode told = bench.json(line.toArray(String[]::new));
    try {
      Files.deleteIfExists(directory.resolve("copy.jsonl"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return told;
  }

  @Test
  void aLedgerThatIsAFolderIsUnavailable() throws IOException {
    Files.delete(bench.ledger());
    Files.createDirectory(bench.ledger());
    for (List<String> line : READERS) {
      assertThat(bench.json(line.toArray(String[]::new)).get("exit_code").asInt())
          .as("%s", line)
          .isEqualTo(4);
    }
  }

  @Test
  void readersAreNotHeldUpByAWriter() throws SQLException {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + bench.ledger());
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      for (List<String> line : READERS) {
        assertThat(bench.json(line.toArray(String[]::new)).get("exit_code").asInt())
            .as("%s", line)
            .isZero();
      }
      statement.execute("ROLLBACK");
    }
  }

  @Test
  void withoutALedgerEveryReaderSaysWhatMakesOne() throws IOException {
    Files.delete(bench.ledger());
    for (List<String> line : READERS) {
      Said said = bench.run(line.toArray(String[]::new));
      assertThat(said.exit()).isEqualTo(4);
      assertThat(said.err())
          .startsWith("This workspace has no ledger yet.")
          .contains("`milodex data import PATH`");
    }
    assertThat(bench.ledger()).doesNotExist();
  }

  @Test
  void withoutAWorkspaceEveryCommandSaysHowToMakeOne() {
    List<List<String>> lines = new ArrayList<>(READERS);
    lines.add(List.of("data", "import", "market"));
    lines.add(List.of("data", "bars", "AAA"));
    lines.add(List.of("data", "status"));
    lines.add(List.of("data", "verify"));
    for (List<String> line : lines) {
      List<String> elsewhere = new ArrayList<>(line);
      elsewhere.addAll(List.of("--home", "nowhere"));
      JsonNode reply = bench.json(elsewhere.toArray(String[]::new));
      assertThat(reply.get("error_code").asText()).isEqualTo("workspace_missing");
      assertThat(reply.at("/data/failure/next").asText()).contains("milodex init");
    }
    assertThat(directory.resolve("nowhere")).doesNotExist();
  }

  @Test
  void theTailIsTheNewestFactsWithTheHeadBelow() {
    assertThat(bench.run("ledger", "tail", "2"))
        .isEqualTo(
            new Said(
                0,
                """
                Seq  New York             Type           What happened
                ---  -------------------  -------------  ---------------------------------------
                  2  2024-03-01 16:05:00  bars.imported  BBB 1Day split-adjusted: 1 bars from
                                                         csv, 2024-01-02 to 2024-01-02.
                  3  2024-03-01 16:05:00  bars.imported  CCC 1Day split-adjusted: 1 bars from
                                                         csv, 2024-01-02 to 2024-01-02.

                Head %s
                """
                    .formatted(head()),
                ""));
    JsonNode events = bench.json("ledger", "tail", "99").at("/data/events");
    assertThat(events.findValuesAsText("type")).hasSize(3).containsOnly("bars.imported");
    assertThat(events.at("/2/fact/symbol").asText()).isEqualTo("CCC");
    assertThat(events.at("/2/at").asText()).isEqualTo("2024-03-01T21:05:00.123Z");
    assertThat(bench.json("ledger", "tail", "0").get("exit_code").asInt()).isEqualTo(3);
    assertThat(bench.json("ledger", "tail", "few").get("exit_code").asInt()).isEqualTo(3);
  }

  @Test
  void anExportIsAWholeCopyThatProvesItself() throws IOException {
    JsonNode reply = bench.json("ledger", "export", "copy.jsonl");
    assertThat(reply.at("/refs/ledger_head").asText()).isEqualTo(head());
    List<Event> read = new ArrayList<>();
    try (InputStream in = Files.newInputStream(directory.resolve("copy.jsonl"))) {
      assertThat(JsonLines.read(in, Optional.of(Head.parse(head())), read::add))
          .hasToString(head());
    }
    assertThat(read).hasSize(3);
  }

  @Test
  void anExportReplacesNothing() throws IOException {
    Path mine = Files.writeString(directory.resolve("mine.txt"), "mine");
    JsonNode reply = bench.json("ledger", "export", "mine.txt");
    assertThat(reply.get("error_code").asText()).isEqualTo("file_exists");
    assertThat(mine).hasContent("mine");
    assertThat(bench.json("ledger", "export", "no/such/folder/x").get("exit_code").asInt())
        .isEqualTo(4);
    assertThat(bench.json("ledger", "export").get("exit_code").asInt()).isEqualTo(3);
  }

  @Test
  void anExportToStandardOutputIsNothingButItsLines() {
    Said said = bench.run("ledger", "export", "-");
    assertThat(said.exit()).isZero();
    assertThat(said.out().lines()).hasSize(3).allMatch(line -> line.startsWith("{\"at\":"));
    assertThat(said.err()).contains("3 events, head", head());
    assertThat(bench.json("ledger", "export", "-").get("exit_code").asInt()).isEqualTo(3);
  }

  private String head() {
    return bench.json("ledger", "verify").at("/data/head").asText();
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + bench.ledger());
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= 0x01;
    return flipped;
  }

  /// The last place where `text` is written, with one bit of it turned.
  private static byte[] flipped(byte[] bytes, String text) {
    String latin = new String(bytes, ISO_8859_1);
    return flipped(bytes, latin.lastIndexOf(text));
  }
}
