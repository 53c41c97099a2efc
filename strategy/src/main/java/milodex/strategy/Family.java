package milodex.strategy;

/// Kin of templates that live on the same idea.
public enum Family {
  REGIME("regime", "Stand aside in long bear markets; no edge is claimed."),
  MEANREV("meanrev", "A short overshoot in a liquid name snaps back."),
  MOMENTUM("momentum", "Confirmed strength continues."),
  BREAKOUT("breakout", "Clearing an extreme is followed through."),
  SEASONALITY("seasonality", "Calendar flows move prices."),
  NULL("null", "No idea at all: what every candidate is measured against.");

  private final String label;
  private final String idea;

  Family(String label, String idea) {
    this.label = label;
    this.idea = idea;
  }

  /// The first word of a strategy id.
  public String label() {
    return label;
  }

  /// One sentence of what the family believes.
  public String idea() {
    return idea;
  }

  @Override
  public String toString() {
    return label;
  }
}
