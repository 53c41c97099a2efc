package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.RandomMarket;
import milodex.Seeds;
import milodex.TinyMarket;
import milodex.market.Adjustment;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.BarWindow;
import milodex.market.CorporateAction;
import milodex.market.ExchangeCalendar;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Price;
import org.junit.jupiter.api.Test;

class HistoricalMarketTest {

  private static final Symbol ACME = Symbol.of("ACME");

  private final TinyMarket tiny =
      TinyMarket.of("2024-03-07", "2024-03-12")
          .bars("ACME", 1, 1_000, "100/102 104/106 - 54/55")
          .split("ACME", "2024-03-12", "2");
  private final HistoricalMarket market = new HistoricalMarket(tiny.history(), tiny.begin());

  @Test
  void atTheOpenTheOpenIsKnownAndTheNewestClosedBarIsYesterdays() {
    open(1);

    assertThat(market.price(ACME)).contains(Price.parse("104"));
    assertThat(market.lastClose(ACME, Timeframe.DAY_1))
        .contains(Instant.parse("2024-03-07T21:00:00Z"));
    assertThat(market.window(ACME, 2).orElseThrow().close(0)).isEqualTo(102);
  }

  @Test
  void afterTheCloseTheBarOfTheSessionIsKnown() {
    open(1);
    market.closeSession();

    assertThat(market.price(ACME)).contains(Price.parse("106"));
    assertThat(market.lastClose(ACME, Timeframe.DAY_1))
        .contains(Instant.parse("2024-03-08T21:00:00Z"));
    assertThat(market.window(ACME, 2).orElseThrow().close(0)).isEqualTo(106);
  }

  @Test
  void withoutABarThereIsNoPriceAndNoWindowButALastPrice() {
    open(2);
    market.closeSession();

    assertThat(market.price(ACME)).isEmpty();
    assertThat(market.window(ACME, 1)).isEmpty();
    assertThat(market.lastPrice(ACME)).contains(Price.parse("106"));
    assertThat(market.meanVolume(ACME, 2)).isEmpty();
    assertThat(market.whyBarred(ACME, 2)).contains("no_bar_today");
  }

  @Test
  void theMeanVolumeOfSessionsAmongWhichOneIsMissingIsUnknown() {
    open(3);
    market.closeSession();

    assertThat(market.meanVolume(ACME, 1)).hasValue(1_000);
    assertThat(market.meanVolume(ACME, 2)).isEmpty();
    assertThat(market.correlation(ACME, ACME, 2)).isEmpty();
  }

  @Test
  void correlationIsThatOfPricesInOneUnit() {
    TinyMarket twins =
        TinyMarket.of("2024-03-07", "2024-03-12")
            .bars("ACME", 3, 1_000, "100/102 104/101 104/106 103/108")
            .bars("TWIN", 3, 1_000, "100/102 104/101 52/53 51/54")
            .split("TWIN", "2024-03-11", "2");
    HistoricalMarket seen = new HistoricalMarket(twins.history(), twins.begin() + 3);
    seen.closeSession();

    Symbol twin = Symbol.of("TWIN");
    assertThat(seen.correlation(ACME, twin, 60).getAsDouble()).isCloseTo(1, within(1e-12));
    assertThat(seen.correlation(twin, ACME, 60).getAsDouble()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aWindowAcrossASplitIsInTheSharesOfItsLastSession() {
    open(3);
    assertThat(market.window(ACME, 1)).isEmpty();
    market.closeSession();

    BarWindow bars = market.window(ACME, 3).orElseThrow();
    assertThat(bars.close(0)).isEqualTo(55);
    assertThat(bars.close(1)).isEqualTo(53);
    assertThat(bars.open(1)).isEqualTo(52);
    assertThat(bars.close(2)).isEqualTo(51);
    assertThat(bars.volume(1)).isEqualTo(2_000);
  }

  @Test
  void beforeItsExDateASplitIsUnknown() {
    open(1);
    market.closeSession();

    assertThat(market.window(ACME, 2).orElseThrow().close(1)).isEqualTo(102);
    assertThat(market.meanVolume(ACME, 20)).hasValue(1_000);
  }

  @Test
  void volumeBeforeTheOpenOfASplitIsInTheSharesOfToday() {
    TinyMarket split =
        TinyMarket.of("2024-03-07", "2024-03-08")
            .bars("ACME", 1, 1_000, "100/100 50/50")
            .split("ACME", "2024-03-08", "2");
    HistoricalMarket seen = new HistoricalMarket(split.history(), split.begin() + 1);

    assertThat(seen.meanVolume(ACME, 20)).hasValue(2_000);
    assertThat(seen.lastPrice(ACME)).contains(Price.parse("50"));
  }

  @Test
  void aSymbolNobodyToldOfIsUnknown() {
    Symbol stranger = Symbol.of("STRANGER");

    assertThat(market.price(stranger)).isEmpty();
    assertThat(market.lastPrice(stranger)).isEmpty();
    assertThat(market.window(stranger, 1)).isEmpty();
    assertThat(market.whyBarred(stranger, 1)).contains("not_listed");
    assertThat(market.correlation(ACME, stranger, 60)).isEmpty();
  }

  @Test
  void splitsOfASeriesItsVendorAdjustedAreNotAppliedAgainAndDividendsAreInItsShares() {
    BarSeries raw = tiny.series().getFirst();
    BarSeries adjusted =
        new BarSeries(
            ACME,
            raw.timeframe(),
            Adjustment.SPLIT_ADJUSTED,
            raw.source(),
            raw.day(),
            raw.openedAt(),
            raw.columns());
    tiny.with(adjusted).dividend("ACME", "2024-03-08", "1").dividend("ACME", "2024-03-12", "1");
    HistoricalMarket seen = new HistoricalMarket(tiny.history(), tiny.begin() + 1);

    assertThat(cash(seen.actions())).containsExactly("0.5");
    seen.openSession(tiny.begin() + 3);
    assertThat(cash(seen.actions())).containsExactly("1");
    seen.closeSession();
    assertThat(seen.window(ACME, 2).orElseThrow().close(1)).isEqualTo(106);
  }

  @Test
  void atNoMomentDoesALaterBarShow() {
    Seeds.forEachSeed(
        6,
        seed -> {
          TinyMarket random = RandomMarket.of(Seeds.random(seed));
          int moment = random.begin() + Seeds.random(seed).nextInt(60, 110);
          HistoricalMarket told = new HistoricalMarket(random.history(), moment);
          HistoricalMarket poisoned =
              new HistoricalMarket(
                  MarketHistory.of(
                      random.sessions(),
                      random.series().stream().map(one -> poisonedAfterOpen(one, told)).toList(),
                      random.actions()),
                  moment);

          assertThat(seen(poisoned, random)).isEqualTo(seen(told, random));
        });
  }

  @Test
  void everythingIsWhatANaiveReaderComputes() {
    Seeds.forEachSeed(
        6,
        seed -> {
          TinyMarket random = RandomMarket.of(Seeds.random(seed));
          HistoricalMarket seen = new HistoricalMarket(random.history(), random.begin());
          for (int i = random.begin(); i < random.sessions().size(); i += 3) {
            seen.openSession(i);
            seen.closeSession();
            for (BarSeries bars : random.series()) {
              agree(seen, bars, random.actions(), random.sessions().get(i).date());
            }
          }
        });
  }

  private static void agree(
      HistoricalMarket seen, BarSeries bars, List<CorporateAction> actions, LocalDate today) {
    List<Integer> known = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      if (!bars.session(i).isAfter(today)) {
        known.add(i);
      }
    }
    int newest = known.getLast();
    Optional<BarWindow> window = seen.window(bars.symbol(), 40);
    assertThat(window.isPresent()).isEqualTo(bars.session(newest).equals(today));
    assertThat(seen.lastClose(bars.symbol(), Timeframe.DAY_1))
        .map(at -> at.atZone(ExchangeCalendar.nyse().zone()).toLocalDate())
        .contains(bars.session(newest));
    if (window.isPresent()) {
      for (int ago = 0; ago < 40; ago++) {
        int bar = known.get(known.size() - 1 - ago);
        double ratio = ratio(actions, bars.symbol(), bars.session(bar), today);
        assertThat(window.get().close(ago))
            .isCloseTo(bars.columns().close()[bar] / ratio, within(1e-9));
        assertThat(window.get().high(ago))
            .isCloseTo(bars.columns().high()[bar] / ratio, within(1e-9));
        assertThat(window.get().volume(ago))
            .isCloseTo(bars.columns().volume()[bar] * ratio, within(1e-3));
      }
    }
  }

  /// New shares of `today` for one old share of `then`.
  private static double ratio(
      List<CorporateAction> actions, Symbol symbol, LocalDate then, LocalDate today) {
    double ratio = 1;
    for (CorporateAction action : actions) {
      if (action instanceof CorporateAction.Split split
          && split.symbol().equals(symbol)
          && split.exDate().isAfter(then)
          && !split.exDate().isAfter(today)) {
        ratio *= split.ratio().doubleValue();
      }
    }
    return ratio;
  }

  private static List<Object> seen(HistoricalMarket market, TinyMarket tiny) {
    List<Object> seen = new ArrayList<>();
    for (Symbol symbol : tiny.symbols()) {
      seen.add(market.price(symbol));
      seen.add(market.lastPrice(symbol));
      seen.add(market.lastClose(symbol, Timeframe.DAY_1));
      seen.add(market.window(symbol, 30).map(HistoricalMarketTest::closes));
      seen.add(market.whyBarred(symbol, 5));
      seen.add(market.meanVolume(symbol, 20));
      seen.add(market.correlation(symbol, tiny.symbols().getFirst(), 60));
    }
    seen.add(market.actions().stream().filter(one -> !isEnd(one)).toList());
    return seen;
  }

  private static boolean isEnd(CorporateAction action) {
    return action instanceof CorporateAction.Delisting;
  }

  private static List<Double> closes(BarWindow bars) {
    List<Double> closes = new ArrayList<>();
    for (int ago = 0; ago < bars.length(); ago++) {
      closes.add(bars.close(ago));
    }
    return closes;
  }

  /// Everything but the open of the session that is open, and what lies before it, is changed.
  private static BarSeries poisonedAfterOpen(BarSeries bars, HistoricalMarket now) {
    LocalDate today = now.session().date();
    double[] open = bars.columns().open().clone();
    double[] close = bars.columns().close().clone();
    double[] volume = bars.columns().volume().clone();
    for (int i = 0; i < bars.size(); i++) {
      if (!bars.session(i).isBefore(today)) {
        close[i] *= 3;
        volume[i] *= 5;
        open[i] *= bars.session(i).equals(today) ? 1 : 7;
      }
    }
    return new BarSeries(
        bars.symbol(),
        bars.timeframe(),
        bars.adjustment(),
        bars.source(),
        bars.day(),
        bars.openedAt(),
        new BarColumns(open, close, close, close, volume));
  }

  private static List<String> cash(List<CorporateAction> actions) {
    return actions.stream()
        .map(action -> ((CorporateAction.Dividend) action).cashPerShare().toPlainString())
        .toList();
  }

  private void open(int session) {
    market.openSession(tiny.begin() + session);
  }
}
