package milodex.cli;

import static milodex.cli.Bench.ACTIONS;
import static milodex.cli.Bench.DAILY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is stored, and how good it is, on the afternoon of 1 March 2024, whose bars are not final.
class DataStatusCommandTest {

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aFreshWorkspace() {
    bench = Bench.in(directory);
  }

  @Test
  void everySeriesHasARowAndEveryFindingALine() {
    bench.offer("daily-raw/QQQ.csv", DAILY, "2024-02-28,9,9,9,9,1,", "2024-02-29,9,9,9,9,1,");
    bench.offer("daily-raw/GAP.csv", DAILY, "2024-02-22,9,9,9,9,1,", "2024-02-29,9,9,9,9,1,");
    bench.offer("daily/OLD.csv", DAILY, "2024-02-26,9,9,9,9,1,", "2024-02-27,9,9,9,9,1,");
    bench.offer("corporate-actions/QQQ.csv", ACTIONS, "2024-02-28,dividend,1,reported");
    assertThat(bench.run("data", "import", "market").exit()).isZero();

    Said said = bench.run("data", "status");

    assertThat(said)
        .isEqualTo(
            new Said(
                0,
                """
                Symbol  First       Last        Bars  Grade            Findings  Actions
                ------  ----------  ----------  ----  ---------------  --------  -------
                1Day raw, from csv (2)
                GAP     2024-02-22  2024-02-29     2  noted                   2        0
                QQQ     2024-02-28  2024-02-29     2  clean                   0        1
                1Day split-adjusted, from csv (1)
                OLD     2024-02-26  2024-02-27     2  vendor-adjusted         1        0

                Findings (3)
                Series                   Session     Finding       What was seen
                -----------------------  ----------  ------------  -----------------------------
                GAP 1Day raw             2024-02-23  gap           no bar on 4 sessions after
                                                                   2024-02-22
                GAP 1Day raw             2024-02-22  low_coverage  bars on 2 of 6 sessions
                OLD 1Day split-adjusted  2024-02-27  stale_tail    the last bar is 2 sessions
                                                                   older than 2024-02-29

                3 series, the newest bar of 2024-02-29; 3 findings. Daily bars are final up to
                2024-02-29, 20 minutes after the close.
                """,
                ""));
  }

  @Test
  void programsGetEveryFindingAndTheFreshness() {
    bench.importSpy();
    JsonNode reply = bench.json("data", "status", "--findings", "0");
    assertThat(reply.get("data_freshness").asText()).isEqualTo("2024-01-03");
    JsonNode series = reply.at("/data/series/0");
    assertThat(series.get("grade").asText()).isEqualTo("vendor-adjusted");
    assertThat(series.at("/counts/stale_tail").asInt()).isEqualTo(1);
    assertThat(series.at("/findings/0/severity").asText()).isEqualTo("note");
    assertThat(series.get("fingerprint").asText()).hasSize(64);
  }

  @Test
  void onlySomeFindingsAreShownAndTheRestIsCounted() {
    bench.offer("daily-raw/GAP.csv", DAILY, "2024-02-22,9,9,9,9,1,", "2024-02-29,9,9,9,9,1,");
    assertThat(bench.run("data", "import", "market").exit()).isZero();
    assertThat(bench.run("data", "status", "--findings", "1").out())
        .contains("Findings (2)", "and 1 more; --json lists all of them.")
        .doesNotContain("low_coverage");
  }

  @Test
  void aBarOnAHolidayBlocksAndIsSaidInAWarning() {
    bench.offer("daily-raw/FINE.csv", DAILY, "2024-02-28,9,9,9,9,1,", "2024-02-29,9,9,9,9,1,");
    bench.offer("daily-raw/BAD.csv", DAILY, "2024-01-01,9,9,9,9,1,", "2024-02-29,9,9,9,9,1,");
    assertThat(bench.run("data", "import", "market").exit()).isZero();
    JsonNode reply = bench.json("data", "status");
    assertThat(reply.at("/warnings/0/code").asText()).isEqualTo("data_blocked");
    assertThat(reply.at("/warnings/0/says").asText())
        .isEqualTo("nothing may run on these bars: BAD 1Day.");
    assertThat(reply.at("/data/series/0/counts/calendar_misfit").asInt()).isEqualTo(1);
  }

  @Test
  void anEmptyStoreSaysWhatToDo() {
    Said said = bench.run("data", "status");
    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("No bars are stored", "`milodex data import PATH`");
    assertThat(bench.json("data", "status").at("/data/series")).isEmpty();
  }
}
