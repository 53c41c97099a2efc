package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import milodex.cli.Shell.Said;
import milodex.files.Disk;
import milodex.ledger.Draft;
import milodex.ledger.Fact.BooksOpened;
import milodex.ledger.Ledger;
import milodex.ledger.Sha256;
import milodex.money.Money;
import milodex.sqlite.SqliteLedger;

/// A fresh workspace, a folder of CSV files beside it, and the operator at a narrow terminal.
record Bench(Path directory, Instant now, Disk disk) {

  static final String DAILY = "date,open,high,low,close,volume,adj_close\n";
  static final String ACTIONS = "ex_date,type,value,basis\n";
  static final String MINUTES = "timestamp,open,high,low,close,volume\n";

  private static final JsonSchema CONTRACT = contract();

  Bench(Path directory) {
    this(directory, Shell.NOW);
  }

  Bench(Path directory, Instant now) {
    this(directory, now, _ -> Long.MAX_VALUE);
  }

  /// Makes the workspace in `directory/workspace`.
  static Bench in(Path directory) {
    Bench bench = new Bench(directory);
    assertThat(bench.run("init").exit()).isZero();
    return bench;
  }

  /// Opens the books of the paper account, with nothing traded.
  void opensBooks() {
    try (Ledger ledger = SqliteLedger.open(ledger())) {
      ledger.append(
          Shell.NOW,
          Draft.of(
              "books/opened/0",
              new BooksOpened(
                  0,
                  "paper",
                  LocalDate.parse("2024-03-01"),
                  LocalDate.parse("2029-12-31"),
                  Money.of(100_000),
                  new TreeMap<>())));
    }
  }

  /// The same workspace, `days` after it was made.
  Bench after(int days) {
    return new Bench(directory, Shell.NOW.plus(Duration.ofDays(days)));
  }

  /// Runs a command for people to read.
  Said run(String... arguments) {
    return shell().run(arguments);
  }

  /// Runs a command with `--json`, holds it to the contract, and reads what it said.
  JsonNode json(String... arguments) {
    String[] asked = Arrays.copyOf(arguments, arguments.length + 1);
    asked[arguments.length] = "--json";
    Said said = shell().run(asked);
    assertThat(CONTRACT.validate(said.out(), InputFormat.JSON)).as(said.out()).isEmpty();
    JsonNode reply = read(said.out());
    assertThat(reply.get("exit_code").asInt()).isEqualTo(said.exit());
    return reply;
  }

  private Shell shell() {
    return new Shell(directory)
        .at(now)
        .on(disk)
        .with("COLUMNS", "80")
        .with("MILODEX_HOME", "workspace");
  }

  Path workspace() {
    return directory.resolve("workspace");
  }

  Path ledger() {
    return workspace().resolve("data/ledger.db");
  }

  Path bars() {
    return workspace().resolve("data/bars");
  }

  /// Puts a file of the market folder in its place, header and rows.
  void offer(String name, String header, String... rows) {
    Path file = directory.resolve("market").resolve(name);
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, header + String.join("\n", rows) + (rows.length > 0 ? "\n" : ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Offers two sound sessions of SPY and imports them.
  void importSpy() {
    offer("daily/SPY.csv", DAILY, "2024-01-02,10,11,9,10,100,", "2024-01-03,10,11,9,10.5,120,");
    assertThat(run("data", "import", "market").exit()).isZero();
  }

  /// Every file of the workspace and what is in it, by hash.
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(workspace())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            workspace().relativize(file).toString(),
            Sha256.of(HexFormat.of().formatHex(Files.readAllBytes(file))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static JsonNode read(String json) {
    try {
      return new JsonMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonSchema contract() {
    try (InputStream schema =
        JsonReply.class.getClassLoader().getResourceAsStream("schema/reply.schema.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(Objects.requireNonNull(schema));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
