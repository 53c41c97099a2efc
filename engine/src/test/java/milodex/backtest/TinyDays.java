package milodex.backtest;

import java.util.ArrayList;
import java.util.List;
import milodex.Minutes;
import milodex.Play;
import milodex.TinyMarket;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Event;
import milodex.market.BarSeries;
import milodex.market.Timeframe;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.strategy.Template;

/// Backtests within tiny sessions: a calm daily market as background, and minutes.
///
/// @param market the daily bars
/// @param minutes intraday bars, one series for each symbol and size
/// @param size what the rule decides on
record TinyDays(TinyMarket market, List<BarSeries> minutes, Timeframe size) {

  static TinyDays of(TinyMarket market, Timeframe size, Minutes... minutes) {
    List<BarSeries> series = new ArrayList<>();
    for (Minutes one : minutes) {
      series.add(one.series());
    }
    return new TinyDays(market, series, size);
  }

  TinyDays stored(List<BarSeries> others) {
    return new TinyDays(market, others, size);
  }

  MemoryBarStore store() {
    List<BarSeries> all = new ArrayList<>(market.series());
    all.addAll(minutes);
    return MemoryBarStore.of(all, market.actions());
  }

  BacktestPlan plan(Template rule) {
    ActiveStrategy daily = new Play(market, rule).strategy();
    ActiveStrategy strategy =
        new ActiveStrategy(
            daily.id(),
            daily.template(),
            daily.parameters(),
            size,
            daily.universe(),
            daily.limits(),
            daily.standing());
    return TinyRuns.costing(Costs.slippage(Fraction.ZERO), TinyRuns.plan(strategy, market));
  }

  Preparation prepare(Template rule) {
    return new Preparer(store()).prepare(plan(rule));
  }

  RunResult run(Template rule) {
    return TinyRuns.run(plan(rule), store());
  }

  List<Event> events(Template rule) {
    List<Event> events = new ArrayList<>();
    run(rule).ledger().replay(events::add);
    return events;
  }

  /// What happened, with the minute in New York.
  List<String> story(Template rule) {
    return Play.timedStory(events(rule));
  }
}
