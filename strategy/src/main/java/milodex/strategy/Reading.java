package milodex.strategy;

/// One number a rule compared with a threshold: `rsi 7.2 < 10`.
///
/// @param relation the comparison that was asked: `<`, `<=`, `=`, `>=`, `>`, or empty for a number
///     that only ranks
/// @param threshold what it was compared with; equal to `value` where nothing was compared
public record Reading(String name, double value, String relation, double threshold) {

  /// A number that was compared.
  public static Reading compared(String name, double value, String relation, double threshold) {
    return new Reading(name, value, relation, threshold);
  }

  /// A number that was only read.
  public static Reading of(String name, double value) {
    return new Reading(name, value, "", value);
  }

  /// Whether the comparison is true; a number that was only read asks nothing and holds.
  public boolean holds() {
    return switch (relation) {
      case "<" -> value < threshold;
      case "<=" -> value <= threshold;
      case "=" -> value == threshold;
      case ">" -> value > threshold;
      case ">=" -> value >= threshold;
      case "" -> true;
      default -> throw new IllegalStateException("'" + relation + "' is no comparison");
    };
  }
}
