package milodex.terminal;

/// A text and what it means.
public record Cell(String text, Style style) {

  public static Cell of(String text) {
    return new Cell(text, Style.PLAIN);
  }

  public static Cell of(String text, Style style) {
    return new Cell(text, style);
  }

  Cell clean(Screen screen) {
    return new Cell(Text.clean(text, screen), style);
  }
}
