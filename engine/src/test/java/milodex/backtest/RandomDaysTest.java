package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import milodex.NewYork;
import milodex.Seeds;
import milodex.TinyMarket;
import milodex.Whim;
import milodex.data.BarRows;
import milodex.data.RegularBars;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.market.Adjustment;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import org.junit.jupiter.api.Test;

/// A rule without reason through days with holes, by the quarter of an hour.
class RandomDaysTest {

  private static final List<String> SYMBOLS = List.of("AA", "BB", "CC");
  private static final Instant CUT = NewYork.at("2024-07-05 12:15");
  private static final LocalDate CUT_DAY = LocalDate.parse("2024-07-05");

  @Test
  void aRunRepeatedGivesTheSameBytes() {
    Seeds.forEachSeed(
        3,
        seed -> {
          TinyDays days = days(Seeds.random(seed));

          assertThat(days.run(new Whim(seed)).ledger().head())
              .isEqualTo(days.run(new Whim(seed)).ledger().head());
        });
  }

  @Test
  void booksAndBrokerAgreeAndThePartsAddUp() {
    Seeds.forEachSeed(
        6,
        seed -> {
          WindowResult window = days(Seeds.random(seed)).run(new Whim(seed)).windows().getFirst();

          assertThat(window.refusals())
              .doesNotContainKey("reconciliation_required")
              .doesNotContainKey("check_failed");
          assertThat(window.parts().sum()).isEqualTo(window.parts().end());
          assertThat(window.closed()).hasSizeGreaterThan(5);
          assertThat(window.curve().sessions()).isEqualTo(8);
        });
  }

  @Test
  void decisionsAreTheSameWhetherBarsAreStoredOrBuilt() {
    Seeds.forEachSeed(
        6,
        seed -> {
          TinyDays built = days(Seeds.random(seed));
          TinyDays stored =
              built.stored(
                  built.minutes().stream()
                      .map(minutes -> RegularBars.built(minutes, Timeframe.MINUTE_15))
                      .toList());
          RunResult one = built.run(new Whim(seed));
          RunResult other = stored.run(new Whim(seed));

          assertThat(other.ready().inputs().id()).isEqualTo(one.ready().inputs().id());
          assertThat(other.ledger().head()).isEqualTo(one.ledger().head());
        });
  }

  @Test
  void neitherAPoisonedNorAMissingFutureChangesWhatWasDoneBefore() {
    Seeds.forEachSeed(
        6,
        seed -> {
          TinyDays days = days(Seeds.random(seed));
          BacktestPlan plan = days.plan(new Whim(seed));
          List<Event> told = beforeCut(TinyRuns.run(plan, days.store()));
          MemoryBarStore poisoned = poisoned(days);
          MemoryBarStore missing = cut(days);

          assertThat(told).hasSizeGreaterThan(50);
          assertThat(beforeCut(TinyRuns.run(plan, poisoned))).isEqualTo(told);
          assertThat(beforeCut(TinyRuns.run(TinyRuns.until(CUT_DAY, plan), missing)))
              .isEqualTo(told);
        });
  }

  @Test
  void minutesOlderThanWhatIsReadChangeNothing() {
    Seeds.forEachSeed(
        3,
        seed -> {
          TinyDays days = days(Seeds.random(seed));
          LocalDate from = LocalDate.parse("2024-07-03");
          BacktestPlan plan =
              TinyRuns.between(from, LocalDate.parse("2024-07-11"), days.plan(new Whim(seed)));
          RunResult deep = TinyRuns.run(plan, days.store());
          TinyDays shallow =
              days.stored(
                  days.minutes().stream()
                      .map(bars -> bars.between(LocalDate.parse("2024-07-02"), bars.last()))
                      .toList());
          RunResult run = TinyRuns.run(plan, shallow.store());

          assertThat(run.ready().inputs().id()).isEqualTo(deep.ready().inputs().id());
          assertThat(run.ledger().head()).isEqualTo(deep.ledger().head());
        });
  }

  /// Three symbols over eight sessions: minutes that wander, with holes, and the days they make.
  private static TinyDays days(RandomGenerator random) {
    TinyMarket market = TinyMarket.of("2024-07-01", "2024-07-11");
    List<Session> sessions = market.sessions().subList(market.begin(), market.sessions().size());
    Map<String, BarRows> rows = new HashMap<>();
    for (String symbol : SYMBOLS) {
      double price = random.nextDouble(20, 200);
      BarRows minutes = new BarRows(4_000);
      StringBuilder words = new StringBuilder();
      for (Session session : sessions) {
        double opened = price;
        for (Instant at = session.opensAt();
            at.isBefore(session.closesAt());
            at = at.plusSeconds(60)) {
          double open = price;
          price *= 1 + random.nextGaussian() * 0.001;
          boolean silent = random.nextInt(10) < 3 || (at.getEpochSecond() / 1_800) % 9 == 0;
          boolean last = !at.plusSeconds(60).isBefore(session.closesAt());
          if (!silent || last) {
            minutes.add(
                Math.toIntExact(session.date().toEpochDay()),
                at.getEpochSecond(),
                open,
                Math.max(open, price),
                Math.min(open, price),
                price,
                random.nextInt(1, 1_000));
          }
        }
        words.append(opened).append('/').append(price).append(' ');
      }
      market.bars(symbol, words.toString());
      rows.put(symbol, minutes);
    }
    List<BarSeries> series = new ArrayList<>();
    rows.forEach(
        (symbol, minutes) ->
            series.add(
                minutes.toSeries(Symbol.of(symbol), Timeframe.MINUTE_1, Adjustment.RAW, "test")));
    return new TinyDays(market, series, Timeframe.MINUTE_15);
  }

  private static MemoryBarStore changed(TinyDays days, Predicate<Instant> kept, double factor) {
    List<BarSeries> all = new ArrayList<>();
    for (BarSeries bars : days.store().bars()) {
      BarRows rows = new BarRows(bars.size());
      BarColumns b = bars.columns();
      for (int i = 0; i < bars.size(); i++) {
        Instant known = knownAt(bars, i);
        double by = known.isBefore(CUT) ? 1 : factor;
        if (known.isBefore(CUT) || kept.test(known)) {
          rows.add(
              bars.day()[i],
              bars.openedAt()[i],
              b.open()[i] * by,
              b.high()[i] * by,
              b.low()[i] * by,
              b.close()[i] * by,
              b.volume()[i] * by);
        }
      }
      all.add(rows.toSeries(bars.symbol(), bars.timeframe(), bars.adjustment(), "test"));
    }
    return MemoryBarStore.of(all, List.of());
  }

  /// Whatever is known from the cut on is twice as dear.
  private static MemoryBarStore poisoned(TinyDays days) {
    return changed(days, _ -> true, 2);
  }

  /// No minute of its day from the cut on; that day still has its daily bar.
  private static MemoryBarStore cut(TinyDays days) {
    return changed(days, known -> known.isAfter(NewYork.at("2024-07-05 16:00")), 1);
  }

  /// A minute is known once it opens, a day as a whole long after its close.
  private static Instant knownAt(BarSeries bars, int i) {
    return bars.timeframe() == Timeframe.DAY_1
        ? bars.openedAt(i).plusSeconds(8 * 3_600)
        : bars.openedAt(i);
  }

  private static List<Event> beforeCut(RunResult result) {
    List<Event> events = new ArrayList<>();
    result
        .ledger()
        .replay(
            event -> {
              boolean frame = event.fact() instanceof Fact.BooksOpened;
              boolean decided =
                  event.fact() instanceof Fact.BarEvaluated
                      || event.fact() instanceof Fact.IntentRecorded;
              boolean before = event.at().isBefore(CUT) || (decided && event.at().equals(CUT));
              if (!frame && before) {
                events.add(event);
              }
            });
    return events;
  }
}
