package milodex.cli;

import milodex.analytics.BenchmarkComparison;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;

/// How a run stands against holding a benchmark.
///
/// @param symbol of the benchmark
record BenchmarkBlock(String symbol, BenchmarkComparison beside) {

  Block block() {
    return KeyValues.of()
        .with(
            symbol,
            Figures.withReason(
                beside.benchmarkReturn(),
                "total return %s, dividends included"
                    .formatted(Figures.percent(beside.benchmarkReturn()))))
        .with(
            "Excess return",
            Figures.withReason(beside.excessReturn(), Figures.percent(beside.excessReturn())))
        .with(
            "Alpha",
            Figures.withReason(beside.alpha(), Figures.percent(beside.alpha()) + " a year"))
        .with("Beta", Figures.withReason(beside.beta(), Figures.plain(beside.beta())))
        .with(
            "Correlation",
            Figures.withReason(beside.correlation(), Figures.plain(beside.correlation())))
        .with(
            "Information ratio",
            Figures.withReason(
                beside.informationRatio(), Figures.plain(beside.informationRatio())));
  }

  Data data() {
    return Data.of()
        .text("symbol", symbol)
        .figure("total_return", beside.benchmarkReturn())
        .figure("excess_return", beside.excessReturn())
        .figure("alpha", beside.alpha())
        .figure("beta", beside.beta())
        .figure("correlation", beside.correlation())
        .figure("information_ratio", beside.informationRatio());
  }
}
