package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.ROTATION;
import static milodex.cli.Sample.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.cli.Shell.Said;
import milodex.files.ArtifactFolder;
import milodex.ledger.CanonicalJson;
import milodex.report.BenchmarkReturns;
import milodex.report.RunPage;
import milodex.sqlite.SqliteLedger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run is written as a page, and the page says what the run said.
class ReportHtmlCommandTest {

  private static final String NOTE = "<script>alert('note')</script> & \"why\"";
  private static final Pattern TERM = Pattern.compile("<dt>([^<]*)</dt><dd>(.*?)</dd>");

  private static final Map<String, Object> LOOKAHEAD =
      Map.of(
          "proof",
          "lookahead",
          "covered",
          120,
          "of",
          1_200,
          "unit",
          "decisions",
          "failure",
          Map.of("session", "2017-05-04", "says", "it bought SIM-TEC <tomorrow>"));

  @TempDir private static Path directory;
  private static Bench bench = new Bench(Path.of(""));
  private static JsonNode done = NullNode.getInstance();
  private static String run = "";
  private static String page = "";

  @BeforeAll
  static void aRunIsDoneAndWritten() throws IOException {
    bench = Sample.in(directory);
    done = bench.json("backtest", PULLBACK, "--walk-forward", "--trial-note", NOTE);
    run = done.at("/refs/run").asText();
    page = page(run);
  }

  @Test
  void itLiesInTheWorkspaceAndTheSameRunGivesTheSameBytes() throws IOException {
    String before = page(run);
    JsonNode reply = bench.json("report", "html", run);
    Path file = bench.workspace().resolve("data/reports/" + run.substring(0, 12) + ".html");

    assertThat(reply.at("/data/file").asText()).isEqualTo(file.toString());
    assertThat(reply.at("/data/bytes").asLong()).isEqualTo(Files.size(file)).isLessThan(600_000);
    assertThat(file).hasContent(before);
    assertThat(bench.run("report", "html", run).out())
        .contains("OOS aggregate, look 1 of this family", file.toUri().toString());
    assertThat(file.resolveSibling("").toFile().list()).allMatch(name -> name.endsWith(".html"));
  }

  @Test
  void aFileOfItsOwnIsWrittenOnceAndNeverOver() throws IOException {
    assertThat(bench.run("report", "html", run, "--out", "sent/page.html").exit()).isZero();
    assertThat(directory.resolve("sent/page.html")).hasContent(page(run));

    JsonNode again = bench.json("report", "html", run, "--out", "sent/page.html");
    assertThat(again.at("/error_code").asText()).isEqualTo("file_exists");
  }

  @Test
  void everyKeyFigureIsThatOfTheSummary() {
    Map<String, String> terms = terms(page);
    JsonNode m = done.at("/data/run/metrics");
    JsonNode t = m.get("trades");
    JsonNode b = done.at("/data/run/benchmark");

    assertThat(terms)
        .containsEntry("Sharpe", plain(m.get("sharpe")))
        .containsEntry("Total return", percent(m.get("total_return")))
        .containsEntry("CAGR", percent(m.get("cagr")))
        .containsEntry("Max drawdown", percent(m.at("/drawdown/depth")))
        .containsEntry("Volatility", percent(m.get("volatility")))
        .containsEntry("Sortino", plain(m.get("sortino")))
        .containsEntry("Calmar", plain(m.get("calmar")))
        .containsEntry("Mean exposure", percent(m.get("exposure")))
        .containsEntry("Turnover, times a year", plain(m.get("turnover")))
        .containsEntry("Drawdown trough", m.at("/drawdown/trough").asText())
        .containsEntry("Win rate", percent(t.get("win_rate")))
        .containsEntry("Profit factor", plain(t.get("profit_factor")))
        .containsEntry("Expectancy", dollars(t.get("expectancy")))
        .containsEntry("Average hold, sessions", plain(t.get("average_hold")))
        .containsEntry("MAE, mean", percent(t.get("mae")))
        .containsEntry("MFE, mean", percent(t.get("mfe")))
        .containsEntry("SIM-IDX, held", percent(b.get("total_return")))
        .containsEntry("Excess return", percent(b.get("excess_return")))
        .containsEntry("Beta", plain(b.get("beta")));
  }

  @Test
  void everyWindowHasItsRowAndItsMoney() {
    for (JsonNode window : done.at("/data/run/windows")) {
      assertThat(page)
          .contains(window.get("from").asText(), window.get("to").asText())
          .contains(percent(window.at("/metrics/total_return")))
          .contains("<div>" + dollars(window.at("/parts/end")) + "</div>");
    }
  }

  @Test
  void everyTradeIsADot() {
    int closed = done.at("/data/run/metrics/trades/closed").asInt();

    assertThat(page).contains("%d of %<d trades were measured.".formatted(closed));
    assertThat(Pattern.compile("M[0-9.]+ [0-9.]+h0").matcher(page).results()).hasSize(closed);
  }

  @Test
  void honestyComesBeforeBeauty() {
    String head = page.substring(page.indexOf("<main>"), page.indexOf("Key figures"));

    assertThat(head)
        .contains("OOS aggregate, look 1 of this family", "1 of this workspace", "grade ")
        .contains("Luck is counted, and not excluded.");
    assertThat(page.indexOf("Before you read the numbers")).isLessThan(page.indexOf("Key figures"));
  }

  @Test
  void itSaysWhatLuckCouldHaveMadeOfItAndWhatNothingSaysOfOneSession() throws IOException {
    assertThat(page)
        .contains("One trial without skill would show a Sharpe of 0.00 on average; this run shows")
        .contains(plain(done.at("/data/run/evidence/low")) + " to ")
        .contains("Deflated Sharpe, probability</dt><dd>")
        .contains(percent(done.at("/data/luck/deflated_sharpe")) + "</dd>")
        .contains("1,000 resamples of the run&#39;s own daily returns", "seed 1.")
        .contains("Modelled are 5.0\u202fbps of slippage and 0.0\u202fbps of fees");
    assertThat(page.indexOf("id=\"luck\"")).isLessThan(page.indexOf("id=\"windows\""));

    JsonNode one = bench.json("backtest", ROTATION, "--start", "2017-01-04", "--end", "2017-01-04");
    assertThat(page(one.at("/refs/run").asText()))
        .contains("<strong>Luck is not known.</strong> Fewer than")
        .contains("(fewer than 10 observations)")
        .doesNotContain("id=\"band\"", "NaN");
  }

  @Test
  void itCanBeCheckedToTheLastByte() {
    assertThat(page)
        .contains(run, done.at("/refs/artifact").asText(), done.at("/refs/run_head").asText())
        .containsPattern("Ledger head when written</dt><dd><code>[0-9]+:[0-9a-f]{64}<")
        .contains("&quot;rules_version&quot;: ", "Fingerprints of the bars read");
  }

  @Test
  void whatTheOperatorWroteIsTextAndNothingElse() {
    assertThat(page)
        .contains("&lt;script&gt;alert(&#39;note&#39;)&lt;/script&gt; &amp; &quot;why&quot;")
        .doesNotContain("alert('note')");
  }

  @Test
  void itAsksTheNetworkForNothing() {
    assertThat(page)
        .contains("default-src 'none'; style-src 'sha256-", "The MIT License")
        .doesNotContain("<link", "@import", "url(", " src=", "unsafe-inline")
        .doesNotContainPattern("<[^>]+ style=");
  }

  @Test
  void aRunWithoutTradesOfOneSessionSaysWhatIsUndefinedAndWhy() throws IOException {
    JsonNode one = bench.json("backtest", ROTATION, "--start", "2017-01-03", "--end", "2017-01-03");
    String brief = page(one.at("/refs/run").asText());

    assertThat(one.at("/data/run/metrics/sessions").asInt()).isEqualTo(1);
    assertThat(terms(brief).get("Sharpe")).contains("undefined", "(fewer than two sessions)");
    assertThat(terms(brief).get("Win rate")).contains("undefined", "(no trades)");
    assertThat(brief)
        .contains("In sample.", "No trade was closed.")
        .contains(
            "listed in the strategy&#39;s own file, chosen with hindsight",
            "Its symbols (listed in the strategy&#39;s own file) were chosen with hindsight")
        .contains("Insufficient evidence.", "0 closed trades are fewer than 30.")
        .doesNotContain("NaN", "id=\"windows\"");
  }

  @Test
  void anInvalidRunShowsWhyAndWhatItWasMadeFromAndNoNumber() throws IOException {
    try (SqliteLedger ledger = SqliteLedger.openReadOnly(bench.ledger())) {
      Runs.Run real = new Runs(ledger, new ArtifactFolder(directory)).find(run).getFirst();
      Map<String, Object> tree = new TreeMap<>();
      ((Map<?, ?>) RunSummary.parse(real.completed().orElseThrow().summary()).tree())
          .forEach((key, value) -> tree.put(key.toString(), value));
      tree.keySet().removeAll(List.of("metrics", "windows", "fragility", "benchmark"));
      tree.put("proofs", Map.of("depth", "default", "all", List.of(LOOKAHEAD)));
      String invalid =
          new RunPage(
                  real,
                  1,
                  RunSummary.parse(CanonicalJson.write(tree)),
                  List.of(),
                  new BenchmarkReturns.Missing("a proof failed"),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  ledger.head())
              .html();

      assertThat(invalid.substring(invalid.indexOf("<main>"), invalid.indexOf("</main>")))
          .contains("<strong>INVALID.</strong>", "2017-05-04", "bought SIM-TEC &lt;tomorrow&gt;")
          .contains("120 of 1,200 decisions", run, "INVALID, look 1 of this family")
          .doesNotContain("Sharpe", "Key figures", "NaN");
    }
  }

  @Test
  void limitsThatWereOffAreTheFirstThingSaid() throws IOException {
    JsonNode unlimited = bench.json(Sample.with(SHORT, "--limits", "unlimited"));

    assertThat(page(unlimited.at("/refs/run").asText()))
        .contains("<strong>UNLIMITED.</strong>", "UNLIMITED: switched off");
  }

  @Test
  void aBenchmarkWhoseBarsAreGoneIsNotDrawnAndThePageSaysSo() throws IOException {
    Path bars = Files.move(bench.bars(), directory.resolve("hidden"));
    JsonNode reply = bench.json("report", "html", run, "--out", "without.html");
    Files.move(bars, bench.bars());

    assertThat(reply.at("/warnings/0/code").asText()).isEqualTo("benchmark_not_drawn");
    assertThat(Files.readString(directory.resolve("without.html")))
        .contains("No benchmark is drawn: the stored bars of SIM-IDX do not give");
  }

  @Test
  void aRunNobodyKnowsIsNotWritten() {
    assertThat(bench.json("report", "html", "zzz").at("/error_code").asText())
        .isEqualTo("unknown_run");
  }

  @Test
  void aBrowserThatIsNotThereIsSaidAndThePageIsWritten() {
    Said said =
        new Shell(directory)
            .with("MILODEX_HOME", "workspace")
            .with("BROWSER", directory.resolve("nothing").toString())
            .run("report", "html", run, "--open", "yes");

    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("Warning: the page was written, but not shown");
  }

  private static String page(String id) throws IOException {
    return Files.readString(Path.of(bench.json("report", "html", id).at("/data/file").asText()));
  }

  private static Map<String, String> terms(String page) {
    Map<String, String> terms = new LinkedHashMap<>();
    Matcher found = TERM.matcher(page);
    while (found.find()) {
      terms.putIfAbsent(found.group(1), found.group(2));
    }
    return terms;
  }

  private static String percent(JsonNode share) {
    return minus("%,.2f\u202f%%", share.asDouble() * 100);
  }

  private static String plain(JsonNode number) {
    return minus("%,.2f", number.asDouble());
  }

  private static String dollars(JsonNode amount) {
    return minus("$%,.2f", amount.asDouble());
  }

  private static String minus(String format, double value) {
    String size = String.format(Locale.ROOT, format, Math.abs(value));
    return value < 0 ? "\u2212" + size : size;
  }
}
