package milodex.strategy;

import java.util.List;

/// One parameter of a grid, and the values it takes there.
///
/// @param ordered whether values next to one another are alike: numbers and dates are, words,
///     symbols and lists are not
/// @param values canonical text, each once; those of an ordered axis ascend
public record ParameterAxis(String name, boolean ordered, List<String> values) {

  /// @throws IllegalArgumentException if there is no value
  public ParameterAxis {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values: an axis has at least one");
    }
  }
}
