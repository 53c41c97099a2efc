package milodex.analytics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import milodex.statistics.Figure;

/// How much of an out-of-sample result hangs on one of its windows.
///
/// @param sharpe of all windows' daily returns end to end
/// @param total return of all windows end to end
/// @param sharpes of each window, in order
/// @param sharpeMin lowest of the windows that have a Sharpe
/// @param sharpeMax highest of them
/// @param sharpeDeviation their sample standard deviation
/// @param positive windows with a total return above zero
/// @param negative windows with a total return below zero
/// @param best number, from 1, of the window with the highest total return, the first of equal ones
/// @param bestShare how much of the whole growth is the best window's: ln(1 + its total return) ÷
///     ln(1 + `total`)
/// @param sharpesWithout the Sharpe end to end without each window, in order
/// @param totalsWithout the total return end to end without each window, in order
public record WindowFragility(
    Figure sharpe,
    Figure total,
    List<Figure> sharpes,
    Figure sharpeMin,
    Figure sharpeMax,
    Figure sharpeDeviation,
    int positive,
    int negative,
    int best,
    Figure bestShare,
    List<Figure> sharpesWithout,
    List<Figure> totalsWithout) {

  public WindowFragility {
    sharpes = List.copyOf(sharpes);
    sharpesWithout = List.copyOf(sharpesWithout);
    totalsWithout = List.copyOf(totalsWithout);
  }

  /// The fragility of consecutive windows, each given by its daily returns.
  ///
  /// @throws IllegalArgumentException if there is no window
  public static WindowFragility of(List<double[]> windows) {
    if (windows.isEmpty()) {
      throw new IllegalArgumentException("fragility needs at least one window");
    }
    List<Figure> sharpes = windows.stream().map(Returns::sharpe).toList();
    double[] known = Figure.known(sharpes.stream());
    double[] totals = windows.stream().mapToDouble(Returns::total).toArray();
    double[] whole = endToEnd(windows.stream());
    List<double[]> others =
        IntStream.range(0, windows.size()).mapToObj(left -> without(windows, left)).toList();
    int best = best(totals);
    return new WindowFragility(
        Returns.sharpe(whole),
        total(whole, "no sessions"),
        sharpes,
        figure(Arrays.stream(known).min()),
        figure(Arrays.stream(known).max()),
        deviation(known),
        (int) Arrays.stream(totals).filter(total -> total > 0).count(),
        (int) Arrays.stream(totals).filter(total -> total < 0).count(),
        best + 1,
        share(totals[best], Returns.total(whole)),
        others.stream().map(Returns::sharpe).toList(),
        others.stream().map(returns -> total(returns, "no other window")).toList());
  }

  /// The numbers of the windows without any of which the result is positive no more, by Sharpe or
  /// by total return.
  ///
  /// What is undefined is not positive: a result made in one window alone needs it.
  public List<Integer> needed() {
    return IntStream.rangeClosed(1, sharpes.size())
        .filter(
            number ->
                isGone(sharpe, sharpesWithout.get(number - 1))
                    || isGone(total, totalsWithout.get(number - 1)))
        .boxed()
        .toList();
  }

  /// Whether the result is positive, and is not without one of its windows.
  public boolean isSingleWindowDependent() {
    return !needed().isEmpty();
  }

  private static boolean isGone(Figure with, Figure without) {
    return with.isPositive() && !without.isPositive();
  }

  private static double[] without(List<double[]> windows, int left) {
    return endToEnd(
        IntStream.range(0, windows.size()).filter(i -> i != left).mapToObj(windows::get));
  }

  private static double[] endToEnd(Stream<double[]> windows) {
    return windows.flatMapToDouble(Arrays::stream).toArray();
  }

  private static Figure total(double[] returns, String why) {
    return returns.length == 0 ? Figure.undefined(why) : Figure.of(Returns.total(returns));
  }

  private static int best(double[] totals) {
    int best = 0;
    for (int i = 1; i < totals.length; i++) {
      if (totals[i] > totals[best]) {
        best = i;
      }
    }
    return best;
  }

  private static Figure share(double best, double total) {
    return total > 0
        ? Figure.of(Math.log1p(best) / Math.log1p(total))
        : Figure.undefined("nothing was won");
  }

  private static Figure figure(OptionalDouble value) {
    return value.isPresent()
        ? Figure.of(value.getAsDouble())
        : Figure.undefined("no window has a Sharpe");
  }

  private static Figure deviation(double[] known) {
    return known.length < 2
        ? Figure.undefined("fewer than two windows have a Sharpe")
        : Figure.of(Returns.deviation(known));
  }
}
