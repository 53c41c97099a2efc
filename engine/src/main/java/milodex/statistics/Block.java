package milodex.statistics;

/// Consecutive observations, the first and the last included.
///
/// @param first index of the first one, from 0
/// @param last index of the last one, not before `first`
public record Block(int first, int last) {

  /// @throws IllegalArgumentException if `first` is negative or `last` comes before it
  public Block {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("no block goes from " + first + " to " + last);
    }
  }

  /// How many observations it has.
  public int size() {
    return last - first + 1;
  }

  /// Whether observation `index` is one of them.
  public boolean holds(int index) {
    return first <= index && index <= last;
  }
}
