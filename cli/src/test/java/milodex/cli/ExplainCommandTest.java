package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import milodex.cli.Shell.Said;
import milodex.sample.SampleCsv;
import milodex.sample.SampleMarket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every trade of a backtest can be followed back to the bars its rule saw.
class ExplainCommandTest {

  private static final String STRATEGY = "meanrev.daily.pullback_rsi2.sim_stocks.v1";

  private static final List<String> CHAIN =
      List.of(
          "strategy.evaluated",
          "intent.recorded",
          "proposal.judged",
          "order.submitted",
          "order.reported",
          "fill.recorded");

  @TempDir private static Path directory;
  private static Bench bench = new Bench(Path.of(""));
  private static String run = "";

  @BeforeAll
  static void aRunOverTheSampleMarket() throws IOException {
    bench = Bench.in(directory);
    SampleCsv.write(SampleMarket.generate(1), directory.resolve("market"));
    assertThat(bench.run("data", "import", "market", "--source", "sample").exit()).isZero();
    run = bench.json("backtest", STRATEGY, "--walk-forward").at("/refs/run").asText();
  }

  @Test
  void tradesAreExplainedDownToTheBarsWithoutADoubt() {
    int trades = bench.json("analytics", "trades", run).at("/data/trades").size();
    assertThat(trades).isGreaterThan(50);
    for (int number = 1; number <= trades; number += trades / 10) {
      JsonNode reply = explain(run + ":" + number);
      assertThat(reply.get("warnings")).isEmpty();
      for (String half : List.of("entry", "exit")) {
        JsonNode story = reply.at("/data/" + half);
        assertThat(story.get("events").findValuesAsText("type")).isEqualTo(CHAIN);
        assertThat(story.at("/events/2/fact/findings")).hasSize(28);
        JsonNode intent = story.at("/events/1/fact/intent");
        JsonNode shown = story.at("/bars/shown");
        JsonNode last = shown.get(shown.size() - 1);
        assertThat(last.get("session").asText()).isEqualTo(intent.get("decidedOn").asText());
        assertThat(last.get("close").asDouble())
            .isEqualTo(Double.parseDouble(intent.get("decisionPrice").asText()));
      }
    }
  }

  @Test
  void whatHappenedWhileItWasHeldIsTold() {
    JsonNode trades = bench.json("analytics", "trades", run).at("/data/trades");
    int paid = 0;
    for (JsonNode trade : trades) {
      if (!trade.get("dividends").asText().equals("0")) {
        JsonNode reply = explain(run + ":" + trade.get("number").asInt());
        assertThat(reply.at("/data/between").findValuesAsText("type"))
            .contains("dividend.credited");
        assertThat(reply.at("/data/trade/net")).isEqualTo(trade.get("net"));
        paid++;
        break;
      }
    }
    assertThat(paid).isEqualTo(1);
  }

  @Test
  void peopleReadItAsAStoryOldestFirst() {
    Said said = bench.run("explain", run.substring(0, 12) + ":1");
    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .startsWith("Trade 1 of run " + run.substring(0, 12) + ", " + STRATEGY)
        .containsSubsequence(
            "SIMULATED",
            "Window:  OOS window 1",
            "HOW IT WAS ENTERED",
            "bars of SIM-",
            "Decided, ",
            "meanrev.rsi_entry",
            ", not > ",
            "Wished, ",
            "Judged, ",
            "approved by all 28 checks",
            "28  unknown order",
            "Sent, ",
            "Reported, ",
            "Filled, ",
            "Bought ",
            "HOW IT WAS LEFT",
            "bars of SIM-",
            "Decided, ",
            "Judged, ",
            "Filled, ",
            "Sold ");
    assertThat(said.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void anEventOfTheLedgerIsToldWithItsCausesAndEffects() {
    JsonNode events = bench.json("ledger", "tail", "2").at("/data/events");
    String completed = events.at("/1/seq").asText();
    JsonNode reply = explain(completed);
    assertThat(reply.at("/data/story/events").findValuesAsText("type"))
        .containsExactly("trial.registered", "run.completed");
    JsonNode registered = explain(events.at("/0/seq").asText());
    assertThat(registered.at("/data/effects").findValuesAsText("type"))
        .containsExactly("run.completed");
    assertThat(bench.run("explain", completed).out())
        .contains("Registered, 2024-03-01 16:05:00 New York", "Completed, ", "milodex explain");
  }

  @Test
  void whatDoesNotExistIsAnsweredWithWhatDoes() {
    assertThat(failure("9999", "unknown_event")).contains("numbered from 1 to ");
    assertThat(failure("0", "unknown_event")).contains("numbered from 1 to ");
    assertThat(failure(run + ":99999", "unknown_trade")).contains("numbered from 1 to ");
    assertThat(failure(run + ":0", "unknown_trade")).contains("numbered from 1 to ");
    assertThat(failure("ffffffffffff:1", "unknown_run")).contains("1 run is in the ledger");
    assertThat(failure(run, "invalid_argument")).contains("names no trade");
    assertThat(failure("the first one", "invalid_argument")).contains("neither an event");
    assertThat(failure("-1", "invalid_argument")).contains("neither an event");
    assertThat(failure("mdx-0a1b2c3d", "unknown_order"))
        .isEqualTo("No order of this workspace begins with `mdx-0a1b2c3d`.");
  }

  @Test
  void whatOtherCommandsTellOfIsPointedToThem() {
    assertThat(next("2024-03-08-1")).startsWith("`milodex incidents show 2024-03-08-1`");
    assertThat(next(STRATEGY)).startsWith("`milodex strategy show " + STRATEGY + "`");
    assertThat(next("12:" + "0a".repeat(32))).startsWith("`milodex explain 12`");
  }

  private static String next(String target) {
    JsonNode reply = bench.json("explain", target);
    assertThat(reply.get("error_code").asText()).isEqualTo("invalid_argument");
    return reply.at("/data/failure/next").asText();
  }

  @Test
  void aRecordThatIsGoneOrDamagedIsAnIntegrityFailure(@TempDir Path elsewhere) throws IOException {
    Bench copy = new Bench(elsewhere);
    copyTree(bench.workspace(), copy.workspace());
    Path artifact;
    try (Stream<Path> files = Files.list(copy.workspace().resolve("data/artifacts"))) {
      artifact = files.findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(artifact);
    List<byte[]> broken = new ArrayList<>();
    broken.add(Arrays.copyOf(whole, whole.length / 2));
    broken.add(Arrays.copyOf(whole, 5));
    broken.add(whole.clone());
    broken.getLast()[whole.length / 2] ^= 0x10;
    for (byte[] bytes : broken) {
      Files.write(artifact, bytes);
      JsonNode reply = copy.json("explain", run + ":1");
      assertThat(reply.get("error_code").asText()).isEqualTo("artifact_damaged");
      assertThat(reply.get("exit_code").asInt()).isEqualTo(7);
    }
    Files.delete(artifact);
    assertThat(copy.json("explain", run + ":1").get("error_code").asText())
        .isEqualTo("artifact_missing");
  }

  private static JsonNode explain(String target) {
    JsonNode reply = bench.json("explain", target);
    assertThat(reply.get("exit_code").asInt()).as(target).isZero();
    return reply;
  }

  private static String failure(String target, String code) {
    JsonNode reply = bench.json("explain", target);
    assertThat(reply.get("exit_code").asInt()).isEqualTo(3);
    assertThat(reply.get("error_code").asText()).isEqualTo(code);
    return reply.at("/data/failure/why").asText();
  }

  private static void copyTree(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
