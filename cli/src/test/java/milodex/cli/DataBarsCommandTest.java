package milodex.cli;

import static milodex.cli.Bench.ACTIONS;
import static milodex.cli.Bench.DAILY;
import static milodex.cli.Bench.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import milodex.cli.Shell.Said;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stored bars, shown with what happened to the shares.
class DataBarsCommandTest {

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aStoreWithThirtySessionsOfAapl() {
    bench = Bench.in(directory);
    String[] rows =
        ExchangeCalendar.nyse()
            .sessions(LocalDate.of(2020, 8, 17), LocalDate.of(2020, 9, 28))
            .stream()
            .map(Session::date)
            .map(date -> date + ",10,11.5,9.125,10.25,1234567,")
            .toArray(String[]::new);
    assertThat(rows).hasSize(30);
    bench.offer("daily-raw/AAPL.csv", DAILY, rows);
    bench.offer("daily/SPY.csv", DAILY, "2020-08-31,3,4,2,3,5,");
    bench.offer(
        "corporate-actions/AAPL.csv",
        ACTIONS,
        "2020-08-31,split,4,reported",
        "2020-09-05,dividend,0.205,reported");
    bench.offer("intraday/SPY-20200831-1min.csv", MINUTES, "2020-08-31T09:30:00-04:00,3,3,3,3,17");
    assertThat(bench.run("data", "import", "market").exit()).isZero();
  }

  @Test
  void aRangeIsATableWithTheActionsOfItsSessions() {
    Said said = bench.run("data", "bars", "AAPL", "--from", "2020-08-28", "--to", "2020-09-08");
    assertThat(said)
        .isEqualTo(
            new Said(
                0,
                """
                AAPL 1Day raw from csv: 30 bars, 2020-08-17 to 2020-09-28
                Session       Open    High    Low   Close     Volume  Actions
                ----------  ------  ------  -----  ------  ---------  --------------
                2020-08-28  10.000  11.500  9.125  10.250  1,234,567
                2020-08-31  10.000  11.500  9.125  10.250  1,234,567  split 4
                2020-09-01  10.000  11.500  9.125  10.250  1,234,567
                2020-09-02  10.000  11.500  9.125  10.250  1,234,567
                2020-09-03  10.000  11.500  9.125  10.250  1,234,567
                2020-09-04  10.000  11.500  9.125  10.250  1,234,567
                2020-09-08  10.000  11.500  9.125  10.250  1,234,567  dividend 0.205
                """,
                ""));
  }

  @Test
  void theLastTwentyAreShownUnlessAskedOtherwise() {
    assertThat(shown("data", "bars", "aapl")).hasSize(20);
    assertThat(shown("data", "bars", "AAPL", "--last", "7")).hasSize(7);
    assertThat(shown("data", "bars", "AAPL", "--last", "99")).hasSize(30);
    assertThat(shown("data", "bars", "AAPL", "--from", "2020-08-17")).hasSize(30);
    assertThat(shown("data", "bars", "AAPL", "--from", "2020-08-17", "--last", "2")).hasSize(2);
    JsonNode last = shown("data", "bars", "AAPL").get(19);
    assertThat(last.get("session").asText()).isEqualTo("2020-09-28");
    assertThat(last.get("opened_at").asText()).isEqualTo("2020-09-28T13:30:00Z");
    assertThat(last.get("low").asDouble()).isEqualTo(9.125);
  }

  @Test
  void severalSymbolsAndMinutesAreShownToo() {
    JsonNode series = bench.json("data", "bars", "AAPL", "SPY").at("/data/series");
    assertThat(series.findValuesAsText("symbol")).containsExactly("AAPL", "SPY");
    assertThat(bench.run("data", "bars", "SPY", "--timeframe", "1Min").out())
        .contains("SPY 1Min raw", "2020-08-31 09:30   3.00");
  }

  @Test
  void anUnknownSymbolSuggestsTheNearest() {
    Said said = bench.run("data", "bars", "APPL");
    assertThat(said.exit()).isEqualTo(4);
    assertThat(said.err())
        .contains(
            "There are no 1Day bars of APPL.",
            "Why:   2 symbols are stored.",
            "Done:  Nothing was done.",
            "Next:  Did you mean `AAPL`?");
  }

  @Test
  void anotherBarSizeIsSuggestedWhereOneIsStored() {
    assertThat(bench.run("data", "bars", "AAPL", "--timeframe", "1Min").err())
        .contains("Ask for --timeframe 1Day.");
  }

  @Test
  void whatMakesNoSenseIsAMistakeOfTheOperator() {
    String[][] lines = {
      {"--from", "2020-13-01"},
      {"--from", "2020-09-02", "--to", "2020-09-01"},
      {"--last", "0"},
      {"--last", "many"},
      {"--timeframe", "2Day"},
    };
    IntStream.range(0, lines.length)
        .forEach(
            i -> {
              String[] line = new String[lines[i].length + 3];
              System.arraycopy(new String[] {"data", "bars", "AAPL"}, 0, line, 0, 3);
              System.arraycopy(lines[i], 0, line, 3, lines[i].length);
              assertThat(bench.json(line).get("error_code").asText())
                  .as("%s", lines[i][1])
                  .isEqualTo("invalid_argument");
            });
    assertThat(bench.json("data", "bars", "AA PL").get("exit_code").asInt()).isEqualTo(3);
    assertThat(bench.json("data", "bars").get("exit_code").asInt()).isEqualTo(3);
  }

  @Test
  void aRangeWithoutBarsSaysWhereTheyAre() {
    JsonNode reply = bench.json("data", "bars", "AAPL", "--from", "2021-01-01");
    assertThat(reply.get("exit_code").asInt()).isEqualTo(4);
    assertThat(reply.at("/data/failure/why").asText())
        .isEqualTo("The stored ones begin on 2020-08-17 and end on 2020-09-28.");
  }

  private JsonNode shown(String... line) {
    return bench.json(line).at("/data/series/0/shown");
  }
}
