package milodex.backtest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import milodex.analytics.EquityCurve;
import milodex.analytics.SharpeEvidence;
import milodex.statistics.Figure;
import milodex.statistics.RegimePerformance;

/// The daily returns of a run, divided by something that was known before each session.
///
/// @param parts in their order; empty if they cannot be told apart
/// @param withoutBest sum of all returns but those of the part with the highest sum; undefined,
///     with the reason, if there is no other part
public record Breakdown(List<Part> parts, Figure withoutBest) {

  /// The returns of one part.
  ///
  /// @param sessions with none it is untested, not safe
  /// @param sum of the returns, not compounded, so that parts add up
  /// @param sharpe mean ÷ sample deviation × √252
  /// @param error of `sharpe`, see [RegimePerformance.Regime]
  /// @param share of the sum of all parts; undefined unless that is above zero
  public record Part(
      String name, int sessions, double sum, Figure sharpe, Figure error, Figure share) {

    private static Part of(RegimePerformance.Regime regime) {
      return new Part(
          regime.name(),
          regime.n(),
          regime.total(),
          regime.sharpe().map(SharpeEvidence::annual),
          regime.standardError().map(SharpeEvidence::annual),
          regime.share());
    }

    /// Whether it has fewer sessions than say anything.
    public boolean isThin() {
      return sessions < RegimePerformance.ENOUGH;
    }
  }

  public Breakdown {
    parts = List.copyOf(parts);
  }

  /// By calendar year of the exchange.
  public static Breakdown byYear(EquityCurve curve) {
    List<String> years = new ArrayList<>();
    for (int i = 0; i < curve.sessions(); i++) {
      years.add(Integer.toString(curve.date(i).getYear()));
    }
    return of(curve, years, new LinkedHashSet<>(years));
  }

  /// By where the benchmark of the run stood at the last close before, see [Benchmark#regime].
  ///
  /// It is told from the bars that the run has read, so that sessions too early for the average are
  /// not known.
  public static Breakdown byRegime(RunResult run) {
    return Benchmark.of(run.ready())
        .map(benchmark -> byRegime(run.curve(), benchmark))
        .orElseGet(() -> new Breakdown(List.of(), Figure.undefined("the run has no benchmark")));
  }

  private static Breakdown byRegime(EquityCurve curve, Benchmark benchmark) {
    SequencedSet<String> names = new LinkedHashSet<>();
    names.add(benchmark.says(Benchmark.Regime.ABOVE));
    names.add(benchmark.says(Benchmark.Regime.BELOW));
    List<String> regimes = new ArrayList<>();
    for (int i = 0; i < curve.sessions(); i++) {
      regimes.add(benchmark.says(benchmark.regime(curve.date(i))));
    }
    names.addAll(regimes);
    return of(curve, regimes, names);
  }

  private static Breakdown of(EquityCurve curve, List<String> labels, SequencedSet<String> names) {
    RegimePerformance found = RegimePerformance.of(curve.returns(), labels, names);
    return new Breakdown(found.regimes().stream().map(Part::of).toList(), found.withoutBest());
  }
}
