package milodex.market;

/// What a vendor did to the prices of a series before it reached us.
public enum Adjustment {
  /// As traded: splits and dividends are facts beside the bars.
  RAW("raw"),
  /// Divided by every later split; its splits are not applied again.
  SPLIT_ADJUSTED("split-adjusted");

  private final String label;

  Adjustment(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /// The adjustment with this label.
  ///
  /// @throws IllegalArgumentException if no adjustment has this label
  public static Adjustment parse(String label) {
    for (Adjustment adjustment : values()) {
      if (adjustment.label.equals(label)) {
        return adjustment;
      }
    }
    throw new IllegalArgumentException(
        "'" + label + "' is not an adjustment; known: raw, split-adjusted");
  }

  @Override
  public String toString() {
    return label;
  }
}
