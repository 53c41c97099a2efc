package milodex.ledger;

/// How much a halt stops. Its text is `halt` or `reduce-only`.
public enum HaltMode {
  HALT("halt", "no automated order is sent; your own covered sales still work"),
  REDUCE_ONLY("reduce-only", "entries stop, automated exits go on");

  private final String text;
  private final String meaning;

  HaltMode(String text, String meaning) {
    this.text = text;
    this.meaning = meaning;
  }

  /// What it means for the operator, in one clause.
  public String meaning() {
    return meaning;
  }

  /// Whether all that `other` stops is stopped by this mode too.
  public boolean covers(HaltMode other) {
    return this == HALT || other == REDUCE_ONLY;
  }

  /// The mode whose text this is.
  ///
  /// @throws IllegalArgumentException if there is none
  public static HaltMode parse(String text) {
    for (HaltMode mode : values()) {
      if (mode.text.equals(text)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("'" + text + "' is no mode; known: halt, reduce-only");
  }

  @Override
  public String toString() {
    return text;
  }
}
