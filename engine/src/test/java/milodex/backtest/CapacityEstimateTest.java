package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.TinyMarket;
import milodex.Whim;
import milodex.data.Liquidity;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.portfolio.Trade;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

/// How much money a run could have moved, from what it traded and what there was to trade.
class CapacityEstimateTest {

  /// Rises by a twentieth a day, so that no whim can lose.
  private static final String RISING = rising();

  @Test
  void itIsWhatTheSquareRootLawMakesOfTheRunsOwnNumbers() {
    RunResult run = run(market(1_000_000), "0.001");
    CapacityEstimate found = CapacityEstimate.of(run);
    Liquidity liquidity =
        Liquidity.of(run.ready().history(), Symbol.of("AAA"), run.curve().session());
    double traded =
        run.windows().getFirst().closed().stream().mapToDouble(CapacityEstimateTest::traded).sum();
    double pnl = run.trades().stream().mapToDouble(trade -> trade.pnl()).sum();

    assertThat(pnl).isPositive();
    assertThat(found.participation().symbol()).contains("AAA");
    double turnover = turnover(run);
    double unnoticed = 0.01 * known(liquidity.dollars()) / turnover;
    assertThat(known(found.participation().assets()))
        .isEqualTo(unnoticed, within(1e-9 * unnoticed));
    double room = pnl / traded / known(liquidity.deviation());
    double breakEven = known(liquidity.dollars()) / turnover * room * room;
    assertThat(known(found.breakEven().assets())).isEqualTo(breakEven, within(1e-6 * breakEven));
    assertThat(known(found.mostProfitable()))
        .isEqualTo(breakEven * 4 / 9, within(1e-6 * breakEven));
  }

  @Test
  void theTightestSymbolCounts() {
    CapacityEstimate both =
        CapacityEstimate.of(run(market(1_000_000).bars("THIN", 2, 1_000, RISING), "0.001"));

    assertThat(both.breakEven().symbol()).contains("THIN");
    assertThat(both.participation().symbol()).contains("THIN");
  }

  @Test
  void withoutATradeOrAnEdgeItIsUndefinedWithTheReason() {
    RunResult costly = run(market(1_000_000), "0.2");
    RunResult idle =
        TinyRuns.run(
            TinyRuns.between(
                market(1_000_000).sessions().get(TinyMarket.CALM).date(),
                market(1_000_000).sessions().get(TinyMarket.CALM).date(),
                TinyRuns.plan(market(1_000_000), new Whim(1))),
            market(1_000_000));

    assertThat(CapacityEstimate.of(costly).breakEven())
        .isEqualTo(
            new CapacityEstimate.Bound(
                Figure.undefined("the edge does not cover the linear cost"), Optional.empty()));
    assertThat(CapacityEstimate.of(costly).participation().assets().isPositive()).isTrue();
    assertThat(CapacityEstimate.of(idle).breakEven().assets())
        .isEqualTo(Figure.undefined("no trade was closed"));
  }

  @Test
  void aSymbolWithoutVolumeOrBarsSaysSo() {
    TinyMarket dry = TinyMarket.of("2024-03-04", "2024-04-30").bars("AAA", 1, 0, RISING);
    int[] days = {Math.toIntExact(dry.sessions().getLast().date().toEpochDay())};

    assertThat(Liquidity.of(dry.history(), Symbol.of("AAA"), days).dollars())
        .isEqualTo(Figure.undefined("the bars of AAA have no volume"));
    assertThat(Liquidity.of(dry.history(), Symbol.of("AAA"), days).deviation())
        .isEqualTo(Figure.undefined("the price of AAA does not move"));
    assertThat(Liquidity.of(dry.history(), Symbol.of("BBB"), days).dollars())
        .isEqualTo(Figure.undefined("no bar of BBB is stored"));
  }

  private static TinyMarket market(double volume) {
    return TinyMarket.of("2024-03-04", "2024-04-30").bars("AAA", 1, volume, RISING);
  }

  private static RunResult run(TinyMarket market, String slippage) {
    BacktestPlan plan = TinyRuns.plan(market, new Whim(3));
    return TinyRuns.run(TinyRuns.costing(Costs.slippage(Fraction.parse(slippage)), plan), market);
  }

  /// The traded share of the equity before the session, over the sessions that traded.
  private static double turnover(RunResult run) {
    Map<LocalDate, Double> dollars = new TreeMap<>();
    for (Trade trade : run.windows().getFirst().closed()) {
      dollars.merge(trade.entry().session(), trade.spent().toDouble(), Double::sum);
      dollars.merge(trade.exit().session(), trade.proceeds().toDouble(), Double::sum);
    }
    double shares = 0;
    for (int i = 0; i < run.curve().sessions(); i++) {
      shares += dollars.getOrDefault(run.curve().date(i), 0.0) / run.curve().equity()[i];
    }
    return shares / dollars.size();
  }

  private static double traded(Trade trade) {
    return trade.spent().toDouble() + trade.proceeds().toDouble();
  }

  private static String rising() {
    StringBuilder bars = new StringBuilder();
    double price = 100;
    for (int i = 0; i < 41; i++) {
      double close = price * (i % 2 == 0 ? 1.05 : 1.01);
      bars.append("%.2f/%.2f ".formatted(price, close));
      price = close;
    }
    return bars.toString();
  }

  private static double known(Figure figure) {
    assertThat(figure).isInstanceOf(Figure.Known.class);
    return figure instanceof Figure.Known(double value) ? value : 0;
  }
}
