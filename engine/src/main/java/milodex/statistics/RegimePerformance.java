package milodex.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.IntStream;

/// Returns by the regime they fell into.
///
/// A label has to be known when the decision is made; regimes found by fitting to these returns are
/// one more search. Totals are sums, not compounded.
///
/// @param regimes each of them, in the order given
/// @param total of all returns
/// @param best the name of the regime with the highest total, the first of equal ones; empty if
///     there are no returns
/// @param bestShare its total ÷ `total`, above 1 if the others lose; undefined if `total` is not
///     positive
/// @param withoutBest `total` less that of the best regime; undefined if no other was seen
/// @param contrasts the mean of each regime against each later one; with several, their p-values
///     are not adjusted for their number
public record RegimePerformance(
    List<Regime> regimes,
    double total,
    String best,
    Figure bestShare,
    Figure withoutBest,
    List<Contrast> contrasts) {

  /// With fewer observations a regime is flagged.
  public static final int ENOUGH = 30;

  public RegimePerformance {
    regimes = List.copyOf(regimes);
    contrasts = List.copyOf(contrasts);
  }

  /// One regime.
  ///
  /// @param n observations in it; with none it is untested, not safe
  /// @param mean of their returns
  /// @param sharpe mean ÷ sample deviation, per observation
  /// @param standardError of `sharpe`: √((1 − g₃·SR + (g₄ − 1)/4·SR²)/(n − 1)), g₃ and g₄ the
  ///     population skew and kurtosis (Mertens 2002; Bailey and López de Prado 2012)
  /// @param total of the returns, a sum
  /// @param share of the total of all regimes; undefined if that is not positive
  public record Regime(
      String name,
      int n,
      Figure mean,
      Figure sharpe,
      Figure standardError,
      double total,
      Figure share) {

    /// Whether it has fewer than 30 observations.
    public boolean isThin() {
      return n < ENOUGH;
    }
  }

  /// The means of two regimes against one another.
  public record Contrast(String first, String second, Welch welch) {}

  /// The performance by regime.
  ///
  /// @param returns one for each bar
  /// @param labels the regime of each bar
  /// @param names all regimes there are, also those of which the sample has nothing
  /// @throws IllegalArgumentException if labels and returns are not equally many, a return is not
  ///     finite, or a label is none of `names`
  public static RegimePerformance of(
      double[] returns, List<String> labels, SequencedSet<String> names) {
    require(returns, labels, names);
    double total = Sample.sum(returns);
    List<String> order = List.copyOf(names);
    List<double[]> parts = order.stream().map(name -> part(returns, labels, name)).toList();
    List<Regime> regimes =
        IntStream.range(0, order.size())
            .mapToObj(i -> regime(order.get(i), parts.get(i), total))
            .toList();
    List<Regime> seen = regimes.stream().filter(regime -> regime.n() > 0).toList();
    return new RegimePerformance(
        regimes, total, best(seen), bestShare(seen), withoutBest(seen), contrasts(order, parts));
  }

  /// Whether nothing is known to be left without the best regime: `withoutBest` is not positive or
  /// not defined.
  public boolean isSingleRegimeDependent() {
    return !withoutBest.isPositive();
  }

  /// The regimes with fewer than 30 observations, the untested ones among them.
  public List<String> thin() {
    return regimes.stream().filter(Regime::isThin).map(Regime::name).toList();
  }

  private static void require(double[] returns, List<String> labels, SequencedSet<String> names) {
    if (returns.length != labels.size()) {
      throw new IllegalArgumentException(
          "labels: %d of them for %d returns".formatted(labels.size(), returns.length));
    }
    Sample.requireFinite(returns, "returns");
    for (String label : labels) {
      if (!names.contains(label)) {
        throw new IllegalArgumentException("labels: no regime is named " + label);
      }
    }
  }

  private static double[] part(double[] returns, List<String> labels, String name) {
    return IntStream.range(0, returns.length)
        .filter(i -> labels.get(i).equals(name))
        .mapToDouble(i -> returns[i])
        .toArray();
  }

  private static Regime regime(String name, double[] part, double total) {
    Figure sharpe = Sample.sharpe(part);
    return new Regime(
        name,
        part.length,
        part.length == 0 ? Figure.undefined("untested") : Figure.of(Sample.mean(part)),
        sharpe,
        sharpe.map(known -> Sample.sharpeError(part, known)),
        Sample.sum(part),
        share(Sample.sum(part), total));
  }

  private static Figure share(double part, double total) {
    return total > 0 ? Figure.of(part / total) : Figure.undefined("nothing was won");
  }

  private static String best(List<Regime> seen) {
    return seen.isEmpty() ? "" : seen.get(bestAt(seen)).name();
  }

  private static Figure bestShare(List<Regime> seen) {
    return seen.isEmpty() ? Figure.undefined("no returns") : seen.get(bestAt(seen)).share();
  }

  private static Figure withoutBest(List<Regime> seen) {
    if (seen.size() < 2) {
      return Figure.undefined("no other regime was seen");
    }
    List<Regime> others = new ArrayList<>(seen);
    others.remove(bestAt(seen));
    return Figure.of(others.stream().mapToDouble(Regime::total).sum());
  }

  private static int bestAt(List<Regime> seen) {
    int best = 0;
    for (int i = 1; i < seen.size(); i++) {
      if (seen.get(i).total() > seen.get(best).total()) {
        best = i;
      }
    }
    return best;
  }

  private static List<Contrast> contrasts(List<String> order, List<double[]> parts) {
    List<Contrast> all = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      for (int j = i + 1; j < order.size(); j++) {
        all.add(new Contrast(order.get(i), order.get(j), Welch.test(parts.get(i), parts.get(j))));
      }
    }
    return all;
  }
}
