package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page of a run, opened from its file in a real browser.
class PageInBrowserTest {

  private static final String TURN = "seasonality.daily.turn_of_month.sim_idx.v1";

  private static final String DRAWN =
      """
      [...document.querySelectorAll('canvas')].filter(canvas => canvas.getContext('2d')
        .getImageData(0, 0, canvas.width, canvas.height).data.some(value => value > 0)).length""";

  /// Names and numbers that do not lie whole inside the picture they belong to.
  private static final String OUTSIDE =
      """
      [...document.querySelectorAll('svg.picture text')].filter(text => {
        const [name, picture] = [text, text.ownerSVGElement].map(e => e.getBoundingClientRect());
        return name.left < picture.left - 1 || name.right > picture.right + 1
          || name.top < picture.top - 1 || name.bottom > picture.bottom + 1;
      }).length""";

  private static final String CUT_OFF =
      """
      [...document.querySelectorAll('table.plateau td, table.compact td')]
        .filter(cell => cell.scrollWidth > cell.clientWidth + 1).length""";

  /// Numbers of the map whose contrast with their cell is below 4.5 to 1, as WCAG 2 has it.
  private static final String FAINT =
      """
      (() => {
        const pen = document.createElement('canvas').getContext('2d');
        const light = paint => {
          pen.clearRect(0, 0, 1, 1);
          pen.fillStyle = paint;
          pen.fillRect(0, 0, 1, 1);
          const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const paper = getComputedStyle(document.body).backgroundColor;
        return [...document.querySelectorAll('table.plateau td strong')].filter(number => {
          const behind = getComputedStyle(number.closest('td')).backgroundColor;
          const clear = behind === 'rgba(0, 0, 0, 0)';
          const [dim, bright] = [light(getComputedStyle(number).color), light(clear ? paper : behind)]
            .sort((one, other) => one - other);
          return (bright + 0.05) / (dim + 0.05) < 4.5;
        }).length;
      })()""";

  @TempDir private static Path directory;
  private static final List<Chromium> STARTED = new ArrayList<>();
  private static URI page = URI.create("about:blank");
  private static URI brief = URI.create("about:blank");
  private static URI judged = URI.create("about:blank");

  @BeforeAll
  static void aBrowserIsStartedAndThreePagesAreWritten() throws IOException {
    Optional<Path> program = Chromium.installed();
    assumeTrue(program.isPresent(), "no chromium is installed to open a page in");
    STARTED.add(Chromium.start(program.orElseThrow(), directory.resolve("profile")));
    Bench bench = Sample.in(directory);
    page = page(bench, "backtest", PULLBACK, "--walk-forward");
    brief = page(bench, "backtest", ROTATION, "--start", "2017-01-03", "--end", "2017-01-03");
    judged = judgedAndOverridden(bench);
  }

  @AfterAll
  static void theBrowserIsClosed() {
    STARTED.forEach(Chromium::close);
  }

  @ParameterizedTest
  @CsvSource({"1440, false", "1440, true", "360, false", "360, true"})
  void everyChartIsDrawnAndNothingIsWiderThanTheWindow(int width, boolean dark) {
    Chromium browser = STARTED.getFirst();
    for (URI one : List.of(page, brief, judged)) {
      browser.open(one, width, dark);

      assertThat(browser.evaluate(DRAWN).asInt()).isEqualTo(one.equals(brief) ? 4 : 5);
      assertThat(browser.evaluate(OUTSIDE).asInt()).isZero();
      assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
          .isLessThanOrEqualTo(width);
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests()).containsExactly(one.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({"1440, false", "1440, true", "360, false", "360, true"})
  void whatTheGateFoundIsDrawnAndReadable(int width, boolean dark) {
    Chromium browser = STARTED.getFirst();
    browser.open(judged, width, dark);

    assertThat(
            number("document.querySelectorAll('[aria-labelledby=promotion] svg.picture').length"))
        .as("the logits")
        .isEqualTo(1);
    assertThat(number("document.querySelectorAll('table.plateau tbody tr').length")).isEqualTo(3);
    assertThat(number("document.querySelectorAll('table.compact').length")).isEqualTo(2);
    assertThat(number("document.querySelectorAll('p.overridden').length")).isEqualTo(1);
    assertThat(browser.evaluate("document.querySelector('.caveats').innerText").asText())
        .contains("OVERRIDDEN.", "Ann", "2024-05-30", "a slow rule");
    assertThat(number(CUT_OFF)).as("cells of the map that do not hold their text").isZero();
    assertThat(number(FAINT)).as("numbers that their tint makes hard to read").isZero();
  }

  @Test
  void darkAndLightAreDifferentPaper() {
    assertThat(paper(false)).isEqualTo("rgb(255, 255, 255)");
    assertThat(paper(true)).isNotEqualTo(paper(false));
  }

  @Test
  void theScaleOfTheEquityCanBeLogarithmic() {
    Chromium browser = STARTED.getFirst();
    browser.open(page, 1440, false);
    browser.evaluate("document.getElementById('logarithmic').click()");

    assertThat(browser.evaluate("document.getElementById('logarithmic').ariaPressed").asText())
        .isEqualTo("true");
    assertThat(browser.evaluate(DRAWN).asInt()).isEqualTo(5);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aScriptThatSlippedInWouldNotRun() throws IOException {
    Path forged = directory.resolve("forged.html");
    Files.writeString(
        forged,
        Files.readString(Path.of(page))
            .replace("<main>", "<main><script>window.slipped = true</script>"));
    Chromium browser = STARTED.getFirst();
    browser.open(forged.toUri(), 1440, false);

    assertThat(browser.evaluate("window.slipped === undefined").asBoolean()).isTrue();
    assertThat(browser.complaints()).hasSize(1).allMatch(says -> says.contains("script-src"));
  }

  private static int number(String expression) {
    return STARTED.getFirst().evaluate(expression).asInt();
  }

  /// A family large enough to be ranked, whose member a person answers for.
  private static URI judgedAndOverridden(Bench bench) throws IOException {
    Path grid = bench.directory().resolve("grid.yaml");
    Files.writeString(
        grid,
        """
        strategy: %s
        parameters:
          entry_trading_day_offset: [-3, -2, -1, 0]
          exit_trading_day_of_month: [2, 3, 4]
        windows: 4
        """
            .formatted(TURN));
    assertThat(bench.run("research", "sweep", "grid.yaml").exit()).isZero();
    assertThat(bench.run("promotion", "freeze", TURN).exit()).isZero();
    String run = bench.json("promotion", "check", TURN).at("/refs/run").asText();
    JsonNode promoted =
        bench.json(
            "promotion",
            "promote",
            TURN,
            "--to",
            "paper",
            "--recommendation",
            "Worth a trial.",
            "--risk",
            "luck",
            "--override-by",
            "Ann",
            "--override-why",
            "a slow rule",
            "--override-until",
            "2024-05-30");
    assertThat(promoted.get("exit_code").asInt()).as(promoted.toString()).isZero();
    return Path.of(bench.json("report", "html", run).at("/data/file").asText()).toUri();
  }

  private static String paper(boolean dark) {
    STARTED.getFirst().open(page, 1440, dark);
    return STARTED.getFirst().evaluate("getComputedStyle(document.body).backgroundColor").asText();
  }

  private static URI page(Bench bench, String... backtest) {
    JsonNode run = bench.json(backtest);
    return Path.of(
            bench.json("report", "html", run.at("/refs/run").asText()).at("/data/file").asText())
        .toUri();
  }
}
