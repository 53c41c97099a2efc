package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import milodex.ledger.DataFact;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import org.junit.jupiter.api.Test;

class FetchLogTest {

  private final FetchLog log = new FetchLog();
  private long seq;

  @Test
  void nothingAskedMeansAllIsMissing() {
    assertThat(missing("2020-01-01 2020-12-31")).contains(period("2020-01-01 2020-12-31"));
  }

  @Test
  void whatWasAskedIsNotAskedAgainHoweverLittleCame() {
    asked("SPY", "2020-01-01 2020-12-31");
    assertThat(missing("2020-01-01 2020-12-31")).isEmpty();
    assertThat(missing("2020-03-01 2020-04-30")).isEmpty();
    assertThat(log.requests("sample", Bars.SPY, Timeframe.DAY_1)).isEqualTo(1);
  }

  @Test
  void onlyTheNewTailOrTheEarlierBeginningIsMissing() {
    asked("SPY", "2020-01-01 2020-12-31");
    assertThat(missing("2020-01-01 2021-01-15")).contains(period("2021-01-01 2021-01-15"));
    assertThat(missing("2019-06-01 2020-12-31")).contains(period("2019-06-01 2019-12-31"));
    assertThat(missing("2019-06-01 2021-01-15")).contains(period("2019-06-01 2021-01-15"));
  }

  @Test
  void periodsThatTouchAreOne() {
    asked("SPY", "2020-01-01 2020-06-30");
    asked("SPY", "2021-01-01 2021-12-31");
    asked("SPY", "2020-07-01 2020-12-31");
    assertThat(missing("2020-01-01 2021-12-31")).isEmpty();
    assertThat(missing("2020-05-01 2022-01-03")).contains(period("2022-01-01 2022-01-03"));
  }

  @Test
  void anotherSymbolSizeOrProviderWasNotAsked() {
    asked("QQQ", "2020-01-01 2020-12-31");
    assertThat(missing("2020-01-01 2020-12-31")).isPresent();
    asked("SPY", "2020-01-01 2020-12-31");
    Period year = period("2020-01-01 2020-12-31");
    assertThat(log.missing("sample", Bars.SPY, Timeframe.MINUTE_1, year)).contains(year);
    assertThat(log.missing("other", Bars.SPY, Timeframe.DAY_1, year)).contains(year);
  }

  private Optional<Period> missing(String wanted) {
    return log.missing("sample", Bars.SPY, Timeframe.DAY_1, period(wanted));
  }

  private void asked(String symbol, String days) {
    Period period = period(days);
    Fact fact =
        new DataFact.BarsFetched(
            "sample",
            Symbol.of(symbol),
            Timeframe.DAY_1,
            period.from(),
            period.to(),
            0,
            Optional.empty(),
            Optional.empty());
    log.accept(new Event(++seq, "k" + seq, 0, Instant.EPOCH, fact));
  }

  private static Period period(String days) {
    String[] words = days.split(" ");
    return new Period(LocalDate.parse(words[0]), LocalDate.parse(words[1]));
  }
}
