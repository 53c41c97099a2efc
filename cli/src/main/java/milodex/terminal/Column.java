package milodex.terminal;

/// A column of a table: its title and what happens to it when the screen is narrow.
public record Column(String title, Kind kind) {

  /// How a column is aligned and how it gives way.
  public enum Kind {
    /// Left aligned; cut only after the yielding columns gave what they could.
    TEXT,
    /// Right aligned; never cut.
    NUMBER,
    /// Left aligned; the first to be cut.
    YIELDING,
    /// Left aligned; the first to be narrowed, its text going on in further lines.
    WRAPPING
  }

  public static Column text(String title) {
    return new Column(title, Kind.TEXT);
  }

  public static Column number(String title) {
    return new Column(title, Kind.NUMBER);
  }

  public static Column yielding(String title) {
    return new Column(title, Kind.YIELDING);
  }

  public static Column wrapping(String title) {
    return new Column(title, Kind.WRAPPING);
  }

  boolean yieldsFirst() {
    return kind == Kind.YIELDING || kind == Kind.WRAPPING;
  }
}
