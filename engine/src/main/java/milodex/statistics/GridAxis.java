package milodex.statistics;

/// One parameter of a grid search.
///
/// @param size how many values it takes, at least 1
/// @param ordered whether values next to one another are alike; those of a categorical parameter
///     are not, and have no neighbours
public record GridAxis(int size, boolean ordered) {

  /// @throws IllegalArgumentException if `size` is below 1
  public GridAxis {
    if (size < 1) {
      throw new IllegalArgumentException("size must be at least 1, not " + size);
    }
  }

  /// A number, in ascending or descending steps.
  public static GridAxis ordered(int size) {
    return new GridAxis(size, true);
  }

  /// A choice without order.
  public static GridAxis categorical(int size) {
    return new GridAxis(size, false);
  }

  boolean isBorder(int at) {
    return ordered && size > 1 && (at == 0 || at == size - 1);
  }

  boolean areNear(int one, int other) {
    return ordered ? Math.abs(one - other) <= 1 : one == other;
  }
}
