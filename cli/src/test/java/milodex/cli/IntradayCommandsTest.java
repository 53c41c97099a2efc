package milodex.cli;

import static milodex.cli.Bench.DAILY;
import static milodex.cli.Bench.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Minutes from the file to the explained trade, as an operator goes that way.
class IntradayCommandsTest {

  private static final String ID = "breakout.intraday.opening_range_breakout.spy_5min.v1";

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  /// A calm year of days, then a quiet day, a breakout on June 30 and another on the half day
  /// after.
  @BeforeEach
  void threeDaysByTheMinute() {
    bench = Bench.in(directory);
    List<String> days = new ArrayList<>();
    for (Session session :
        ExchangeCalendar.nyse().sessions(LocalDate.of(2022, 5, 2), LocalDate.of(2023, 7, 3))) {
      days.add(session.date() + ",100,101,99,100,1000000,");
    }
    bench.offer("daily-raw/SPY.csv", DAILY, days.toArray(String[]::new));
    offer("20230629", "16:00", "16:01");
    offer("20230630", "16:00", "10:30");
    offer("20230703", "13:00", "10:30");
    assertThat(bench.run("data", "import", "market").exit()).isZero();
  }

  @Test
  void aRunFindsTheBreakoutsAndSaysOnWhatItDecided() {
    JsonNode run = bench.json("backtest", ID, "--benchmark", "SPY");

    assertThat(run.at("/data/run/metrics/trades/closed").asInt()).isEqualTo(2);
    assertThat(run.at("/data/run/data/intraday/bar_size").asText()).isEqualTo("5Min");
    assertThat(run.at("/data/run/data/intraday/covered/SPY").asInt()).isEqualTo(3);
    assertThat(bench.run("backtest", ID).out())
        .contains("5Min bars of regular sessions; of 3 sessions SPY 3 have them");
  }

  @Test
  void aTradeIsExplainedWithTheMinutesOfTheBarsItSaw() {
    String run = bench.json("backtest", ID).at("/refs/run").asText();
    String story = bench.run("explain", run.substring(0, 12) + ":2").out();

    assertThat(story)
        .contains("The newest 6 5Min bars of SPY it saw, raw")
        .contains("2023-07-03 10:30")
        .contains("`breakout.opening_range_entry` on the 5Min bar that closed at")
        .contains("as the next bar opens on 2023-07-03")
        .contains("`breakout.session_end`")
        .contains("Sold 939 SPY at")
        .contains("2023-07-03 12:45:00 New York");
  }

  @Test
  void sizesThatAreNotStoredAreBuiltAndSaidToBe() {
    JsonNode hour =
        bench.json("data", "bars", "SPY", "--timeframe", "1Hour", "--from", "2023-07-03");

    assertThat(hour.at("/data/series/0/built").asBoolean()).isTrue();
    assertThat(hour.at("/data/series/0/shown")).hasSize(4);
    assertThat(hour.at("/data/series/0/shown/3/opened_at").asText())
        .isEqualTo("2023-07-03T16:30:00Z");
    assertThat(bench.run("data", "bars", "SPY", "--timeframe", "15Min").out())
        .contains("SPY 15Min raw from csv, built from 1Min: 66 bars");
    assertThat(bench.run("data", "status").out()).contains("1Min raw, from csv (1)");
  }

  @Test
  void aPeriodWithoutMinutesIsRefusedWithThoseThatAreThere() {
    JsonNode refused = bench.json("backtest", ID, "--start", "2023-06-01");

    assertThat(refused.get("error_code").asText()).isEqualTo("intraday_incomplete");
    assertThat(refused.at("/data/failure/why").asText())
        .contains("3 of 22 sessions have 5Min bars: 2023-06-29 to 2023-07-03");
  }

  /// A hundred dollars a minute; a dollar more from `rises` on.
  private void offer(String day, String closes, String rises) {
    List<String> rows = new ArrayList<>();
    String date = LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE).toString();
    LocalTime end = LocalTime.parse(closes);
    for (LocalTime at = LocalTime.of(9, 30); at.isBefore(end); at = at.plusMinutes(1)) {
      int price = at.isBefore(LocalTime.parse(rises)) ? 100 : 101;
      rows.add(
          String.format(
              Locale.ROOT, "%sT%s:00-04:00,%d,%d,%d,%d,900", date, at, price, price, price, price));
    }
    bench.offer("intraday/SPY-" + day + "-1min.csv", MINUTES, rows.toArray(String[]::new));
  }
}
