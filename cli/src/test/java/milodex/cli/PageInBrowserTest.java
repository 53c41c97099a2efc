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

  @TempDir private static Path directory;
  private static final List<Chromium> STARTED = new ArrayList<>();
  private static URI page = URI.create("about:blank");
  private static URI brief = URI.create("about:blank");

  @BeforeAll
  static void aBrowserIsStartedAndTwoPagesAreWritten() throws IOException {
    Optional<Path> program = Chromium.installed();
    assumeTrue(program.isPresent(), "no chromium is installed to open a page in");
    STARTED.add(Chromium.start(program.orElseThrow(), directory.resolve("profile")));
    Bench bench = Sample.in(directory);
    page = page(bench, "backtest", PULLBACK, "--walk-forward");
    brief = page(bench, "backtest", ROTATION, "--start", "2017-01-03", "--end", "2017-01-03");
  }

  @AfterAll
  static void theBrowserIsClosed() {
    STARTED.forEach(Chromium::close);
  }

  @ParameterizedTest
  @CsvSource({"1440, false", "1440, true", "360, false", "360, true"})
  void everyChartIsDrawnAndNothingIsWiderThanTheWindow(int width, boolean dark) {
    Chromium browser = STARTED.getFirst();
    for (URI one : List.of(page, brief)) {
      browser.open(one, width, dark);

      assertThat(browser.evaluate(DRAWN).asInt()).isEqualTo(one.equals(page) ? 5 : 4);
      assertThat(browser.evaluate(OUTSIDE).asInt()).isZero();
      assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
          .isLessThanOrEqualTo(width);
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests()).containsExactly(one.toString());
    }
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
