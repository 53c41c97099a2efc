package milodex.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// All combinations of some values of some parameters.
public record ParameterGrid(List<ParameterAxis> axes) {

  /// @throws IllegalArgumentException if there is no axis
  public ParameterGrid {
    axes = List.copyOf(axes);
    if (axes.isEmpty()) {
      throw new IllegalArgumentException("axes: a grid has at least one");
    }
  }

  /// How many cells it has.
  ///
  /// @throws ArithmeticException if they are more than a `long` can count
  public long size() {
    return axes.stream().mapToLong(axis -> axis.values().size()).reduce(1, Math::multiplyExact);
  }

  /// What each cell changes: canonical text by name, in the order of the axes; the values of the
  /// last axis run fastest.
  public List<SequencedMap<String, String>> cells() {
    List<SequencedMap<String, String>> cells = List.of(new LinkedHashMap<>());
    for (ParameterAxis axis : axes) {
      List<SequencedMap<String, String>> longer = new ArrayList<>();
      for (Map<String, String> cell : cells) {
        for (String value : axis.values()) {
          SequencedMap<String, String> one = new LinkedHashMap<>(cell);
          one.put(axis.name(), value);
          longer.add(one);
        }
      }
      cells = longer;
    }
    return List.copyOf(cells);
  }
}
