package milodex.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whether the best cell of a parameter grid stands on a plateau or is a lone peak.
///
/// Neighbours of the peak are the cells at Chebyshev distance 1: each ordered parameter differs by
/// one step at most, each categorical one not at all. Every cell is a trial and counts as one.
///
/// @param peak the highest metric
/// @param at index of the peak on each axis, from 0; of equal cells the first in row-major order
/// @param onBorder whether an ordered axis of more than one value has the peak at an end: then the
///     grid is too narrow to tell
/// @param neighbours how many there are
/// @param neighbourMean their mean metric
/// @param medianRatio their median ÷ `peak`
/// @param minimumRatio the lowest of them ÷ `peak`
/// @param shareAboveHalf share of all cells strictly above half of `peak`, in `[0, 1]`
/// @param sharePositive share of all cells above zero, in `[0, 1]`
/// @param z (`peak` − mean) ÷ sample deviation, of all cells
public record ParameterPlateau(
    double peak,
    List<Integer> at,
    boolean onBorder,
    int neighbours,
    Figure neighbourMean,
    Figure medianRatio,
    Figure minimumRatio,
    Figure shareAboveHalf,
    double sharePositive,
    Figure z) {

  private static final Figure NO_NEIGHBOURS = Figure.undefined("the peak has no neighbours");
  private static final Figure NO_PEAK = Figure.undefined("the peak is not positive");

  public ParameterPlateau {
    at = List.copyOf(at);
  }

  /// The plateau of a grid with any number of axes.
  ///
  /// @param axes the parameters
  /// @param cells a metric for each cell in row-major order: the last axis runs fastest
  /// @throws IllegalArgumentException if there is no axis, the cells are not as many as the axes
  ///     make, or one is not finite
  public static ParameterPlateau of(List<GridAxis> axes, double[] cells) {
    Sample.requireFinite(cells, "cells");
    return of(axes, Arrays.stream(cells).mapToObj(Figure::of).toList())
        .orElseThrow(() -> new IllegalArgumentException("cells: there is none"));
  }

  /// The plateau of a grid with holes: an undefined cell is no neighbour and counts in no share.
  ///
  /// @param axes the parameters
  /// @param cells a metric for each cell in row-major order: the last axis runs fastest
  /// @return empty if no cell is known
  /// @throws IllegalArgumentException if there is no axis, or the cells are not as many as the axes
  ///     make
  public static Optional<ParameterPlateau> of(List<GridAxis> axes, List<Figure> cells) {
    long size = axes.stream().mapToLong(GridAxis::size).reduce(1, Math::multiplyExact);
    if (axes.isEmpty() || size != cells.size()) {
      throw new IllegalArgumentException(
          "cells: %d of them for %d axes that make %d".formatted(cells.size(), axes.size(), size));
    }
    OptionalInt best = new TrialSharpes(cells).best();
    return best.isEmpty() ? Optional.empty() : Optional.of(around(best.getAsInt(), axes, cells));
  }

  private static ParameterPlateau around(int best, List<GridAxis> axes, List<Figure> cells) {
    double[] known = Figure.known(cells.stream());
    double peak = Figure.known(Stream.of(cells.get(best)))[0];
    int[] at = position(axes, best);
    double[] near =
        Figure.known(
            IntStream.range(0, cells.size())
                .filter(cell -> cell != best && areNear(axes, at, position(axes, cell)))
                .mapToObj(cells::get));
    return new ParameterPlateau(
        peak,
        Arrays.stream(at).boxed().toList(),
        IntStream.range(0, at.length).anyMatch(axis -> axes.get(axis).isBorder(at[axis])),
        near.length,
        near.length == 0 ? NO_NEIGHBOURS : Figure.of(Sample.mean(near)),
        near.length == 0 ? NO_NEIGHBOURS : ratio(Sample.median(near), peak),
        near.length == 0 ? NO_NEIGHBOURS : ratio(Sample.quantile(near, 0), peak),
        peak > 0 ? Figure.of(shareAbove(known, peak / 2)) : NO_PEAK,
        shareAbove(known, 0),
        Sample.varies(known)
            ? Figure.of((peak - Sample.mean(known)) / Sample.deviation(known))
            : Figure.undefined("the cells do not differ"));
  }

  private static Figure ratio(double neighbour, double peak) {
    return peak > 0 ? Figure.of(neighbour / peak) : NO_PEAK;
  }

  private static int[] position(List<GridAxis> axes, int cell) {
    int[] position = new int[axes.size()];
    int rest = cell;
    for (int axis = axes.size() - 1; axis >= 0; axis--) {
      position[axis] = rest % axes.get(axis).size();
      rest /= axes.get(axis).size();
    }
    return position;
  }

  private static boolean areNear(List<GridAxis> axes, int[] one, int[] other) {
    return IntStream.range(0, one.length)
        .allMatch(axis -> axes.get(axis).areNear(one[axis], other[axis]));
  }

  private static double shareAbove(double[] cells, double bound) {
    return (double) Arrays.stream(cells).filter(cell -> cell > bound).count() / cells.length;
  }
}
