package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.ManifestHash;
import milodex.ledger.PromotionFact.StagePromoted;
import milodex.market.ExchangeCalendar;
import milodex.sample.SampleCsv;
import milodex.sample.SampleMarket;
import milodex.sqlite.SqliteLedger;
import milodex.strategy.StrategyId;

/// A workspace whose operator imports the sample market evening by evening and trades it on paper.
record PaperBench(Path directory) {

  static final String START = "2018-09-28T17:00";

  /// Two strategies were promoted on a Friday evening in September 2018; bars are there to then.
  static PaperBench in(Path directory) throws IOException {
    PaperBench paper = without(directory);
    SampleCsv.write(SampleMarket.generate(1), directory.resolve("market"));
    shorten(directory.resolve("market/daily-raw"));
    paper.imports(START);
    return paper;
  }

  /// Leaves the two years that strategies look back on, and two weeks of trading.
  private static void shorten(Path bars) throws IOException {
    try (Stream<Path> files = Files.list(bars)) {
      for (Path file : files.toList()) {
        List<String> kept = Files.readAllLines(file).stream().filter(PaperBench::isKept).toList();
        if (kept.size() > 1) {
          Files.write(file, kept);
        } else {
          Files.delete(file);
        }
      }
    }
  }

  private static boolean isKept(String line) {
    String day = line.substring(0, line.indexOf(','));
    return day.equals("date") || (day.compareTo("2016-09") > 0 && day.compareTo("2018-10-13") < 0);
  }

  /// The same without any bar.
  static PaperBench without(Path directory) {
    PaperBench paper = new PaperBench(directory);
    assertThat(paper.at(START).run("init").exit()).isZero();
    paper.freeze();
    return paper;
  }

  /// Freezes both as their files are now, and promotes them.
  void freeze() {
    for (String id : List.of(PULLBACK, ROTATION)) {
      assertThat(at(START).run("promotion", "freeze", id).exit()).isZero();
      promote(id);
    }
  }

  /// The operator at a New York time, `2018-10-01T17:00`.
  Bench at(String time) {
    return new Bench(directory, instant(time));
  }

  static Instant instant(String time) {
    return LocalDateTime.parse(time).atZone(ExchangeCalendar.nyse().zone()).toInstant();
  }

  /// Imports what the market has by then.
  void imports(String time) {
    assertThat(at(time).run("data", "import", "market", "--source", "sample").exit()).isZero();
  }

  /// Imports, and does what is due for both strategies.
  JsonNode evening(String session) {
    imports(session + "T17:00");
    return daily(session + "T17:00", PULLBACK, ROTATION);
  }

  /// Does what is due of the bars that are there.
  JsonNode session(String session) {
    return daily(session + "T17:00", PULLBACK, ROTATION);
  }

  JsonNode daily(String time, String... ids) {
    return at(time).json(Sample.with(new String[] {"run", "daily"}, ids));
  }

  /// Promotes what is frozen, as if it had passed the gate.
  void promote(String id) {
    Workspace workspace = new Workspace(at(START).workspace());
    ManifestHash manifest = new Wiring(workspace).configs().load(id).manifest().hash();
    try (SqliteLedger ledger = SqliteLedger.open(workspace.ledger())) {
      StagePromoted fact =
          new StagePromoted(
              StrategyId.parse(id),
              manifest,
              "backtest",
              "paper",
              "PASS",
              Optional.empty(),
              "It holds.",
              List.of("crowded"),
              Optional.empty());
      ledger.append(instant(START), Draft.of("stage/" + id + "/" + manifest, fact));
    }
  }

  /// Every event of the workspace's ledger.
  List<Event> events() {
    List<Event> events = new ArrayList<>();
    try (SqliteLedger ledger = SqliteLedger.openReadOnly(at(START).ledger())) {
      ledger.replay(events::add);
    }
    return events;
  }

  /// The error code of a command that ends with this exit code.
  String refused(String time, int exit, String... command) {
    JsonNode reply = at(time).json(command);
    assertThat(reply.get("exit_code").asInt()).as("" + reply).isEqualTo(exit);
    return reply.get("error_code").asText();
  }
}
