package milodex.analytics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How much of an out-of-sample result hangs on one of its windows.
///
/// @param sharpe of all windows' daily returns end to end
/// @param sharpes of each window, in order
/// @param sharpeMin lowest of the windows that have a Sharpe
/// @param sharpeMax highest of them
/// @param sharpeDeviation their sample standard deviation
/// @param positive windows with a total return above zero
/// @param negative windows with a total return below zero
/// @param sharpesWithout the Sharpe end to end without each window, in order
public record WindowFragility(
    Figure sharpe,
    List<Figure> sharpes,
    Figure sharpeMin,
    Figure sharpeMax,
    Figure sharpeDeviation,
    int positive,
    int negative,
    List<Figure> sharpesWithout) {

  public WindowFragility {
    sharpes = List.copyOf(sharpes);
    sharpesWithout = List.copyOf(sharpesWithout);
  }

  /// The fragility of consecutive windows, each given by its daily returns.
  ///
  /// @throws IllegalArgumentException if there is no window
  public static WindowFragility of(List<double[]> windows) {
    if (windows.isEmpty()) {
      throw new IllegalArgumentException("fragility needs at least one window");
    }
    List<Figure> sharpes = windows.stream().map(Returns::sharpe).toList();
    double[] known = known(sharpes);
    double[] totals = windows.stream().mapToDouble(Returns::total).toArray();
    return new WindowFragility(
        Returns.sharpe(endToEnd(windows.stream())),
        sharpes,
        figure(Arrays.stream(known).min()),
        figure(Arrays.stream(known).max()),
        deviation(known),
        (int) Arrays.stream(totals).filter(total -> total > 0).count(),
        (int) Arrays.stream(totals).filter(total -> total < 0).count(),
        IntStream.range(0, windows.size()).mapToObj(i -> sharpeWithout(windows, i)).toList());
  }

  /// Whether the Sharpe end to end is positive, and is not without the window it misses most.
  ///
  /// An undefined Sharpe is not positive: a result made in one window alone depends on it.
  public boolean isSingleWindowDependent() {
    return sharpe.isPositive() && !sharpesWithout.stream().allMatch(Figure::isPositive);
  }

  private static Figure sharpeWithout(List<double[]> windows, int left) {
    return Returns.sharpe(
        endToEnd(IntStream.range(0, windows.size()).filter(i -> i != left).mapToObj(windows::get)));
  }

  private static double[] endToEnd(Stream<double[]> windows) {
    return windows.flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[] known(List<Figure> figures) {
    return figures.stream()
        .filter(Figure.Known.class::isInstance)
        .map(Figure.Known.class::cast)
        .mapToDouble(Figure.Known::value)
        .toArray();
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
