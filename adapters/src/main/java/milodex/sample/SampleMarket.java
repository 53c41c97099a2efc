package milodex.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import milodex.market.Adjustment;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Fifteen years of daily bars of seventeen instruments that never existed, drawn from a seed.
///
/// Every ticker begins with `SIM-`: an index fund, a short bond fund, five sector funds and ten
/// stocks on the sessions of the New York exchange. Bars are as traded; splits, dividends and one
/// delisting are facts beside them. Prices are whole cents from 0.02 dollars up.
///
/// What is in it: bull and bear markets, clustered volatility, fat tails, gaps at the open, results
/// each quarter, a collapse, and in half of the stocks (`SIM-BRAVO`, `SIM-CHARLIE`, `SIM-FOXTROT`,
/// `SIM-GOLF`, `SIM-INDIA`) a weak pull back from one session to the next. That pull was put in so
/// that a rule has something to find, and the index always ends higher than it began (8.5 % a year
/// with dividends). **A profit here says that the program works, and nothing about a real market.**
/// What is missing: spreads, halts, hours, takeovers, anything that trading would move.
///
/// @param series one per instrument, in the order of the table, source `sample`
/// @param actions by instrument in the same order, oldest first
public record SampleMarket(long seed, List<BarSeries> series, List<CorporateAction> actions) {

  /// First session.
  public static final LocalDate FIRST = LocalDate.of(2008, 1, 2);

  /// Last session.
  public static final LocalDate LAST = LocalDate.of(2022, 12, 30);

  private static final Symbol PLANTED = Symbol.of("SIM-EDGE");
  private static final double TAKEN_BACK = 0.6;

  public SampleMarket {
    series = List.copyOf(series);
    actions = List.copyOf(actions);
  }

  /// The market of this seed; the same seed gives the same market on every machine.
  public static SampleMarket generate(long seed) {
    Timeline timeline = Timeline.of(FIRST, LAST);
    Moves market = MarketFactor.draw(Chance.of(seed, "market"), timeline.size());
    Map<String, Moves> sectors = new HashMap<>();
    List<BarSeries> series = new ArrayList<>();
    List<CorporateAction> actions = new ArrayList<>();
    for (Instrument instrument : Instruments.ALL) {
      Chance chance = Chance.of(seed, instrument.symbol().ticker());
      Moves own = OwnMoves.draw(chance, instrument, market, timeline.indexOf(instrument.to()));
      Moves all = own.plus(instrument.beta(), market);
      if (instrument.isStock()) {
        all = all.plus(1, sectorOf(instrument, sectors));
      } else {
        sectors.put(instrument.sector(), own);
      }
      BarSeries bars =
          bars(instrument, PricePath.draw(chance, instrument, all, timeline), timeline);
      series.add(bars);
      actions.addAll(CorporateActions.of(instrument, bars, timeline));
    }
    return new SampleMarket(seed, series, actions);
  }

  /// Two instruments for the study of luck, ten years long, in streams of their own: the market of
  /// the same seed is the same with and without them.
  ///
  /// `SIM-NOISE` has no drift and no memory, so that no rule can gain by it but by luck. `SIM-EDGE`
  /// is drawn alike, and then takes back a part of each session's move in the next session, planted
  /// so that a rule which buys weak closes has an edge. Neither has corporate actions.
  public static SampleMarket study(long seed) {
    Timeline timeline = Timeline.of(FIRST, LAST);
    Moves market = MarketFactor.draw(Chance.of(seed, "market"), timeline.size());
    List<BarSeries> series = new ArrayList<>();
    for (Instrument instrument : Instruments.STUDY) {
      Chance chance = Chance.of(seed, instrument.symbol().ticker());
      Moves drawn = OwnMoves.draw(chance, instrument, market, timeline.size() - 1);
      boolean planted = instrument.symbol().equals(PLANTED);
      Moves own = planted ? drawn.snappingBack(TAKEN_BACK) : drawn;
      series.add(bars(instrument, PricePath.draw(chance, instrument, own, timeline), timeline));
    }
    return new SampleMarket(seed, series, List.of());
  }

  private static Moves sectorOf(Instrument stock, Map<String, Moves> sectors) {
    return Objects.requireNonNull(
        sectors.get(stock.sector()), "the fund of a sector stands above its stocks");
  }

  private static BarSeries bars(Instrument instrument, BarColumns columns, Timeline timeline) {
    int[] day = timeline.sessions().stream().mapToInt(s -> (int) s.date().toEpochDay()).toArray();
    long[] openedAt =
        timeline.sessions().stream().mapToLong(s -> s.opensAt().getEpochSecond()).toArray();
    return new BarSeries(
            instrument.symbol(), Timeframe.DAY_1, Adjustment.RAW, "sample", day, openedAt, columns)
        .between(instrument.from(), instrument.to());
  }
}
