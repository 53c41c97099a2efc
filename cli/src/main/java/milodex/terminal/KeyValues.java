package milodex.terminal;

import java.util.ArrayList;
import java.util.List;

/// Names and values, one pair a line, the values aligned and wrapped in their own column.
public final class KeyValues implements Block {

  private static final String INDENT = "  ";
  private static final int LEAST_VALUE_WIDTH = 20;

  private final List<Pair> pairs = new ArrayList<>();

  private KeyValues() {}

  /// Begins an empty block.
  public static KeyValues of() {
    return new KeyValues();
  }

  /// Adds a pair.
  public KeyValues with(String key, String value) {
    return with(key, Cell.of(value));
  }

  /// Adds a pair whose value has a style.
  public KeyValues with(String key, Cell value) {
    pairs.add(new Pair(key, value));
    return this;
  }

  @Override
  public List<String> lines(Screen screen) {
    int widest = pairs.stream().mapToInt(p -> Text.width(p.label(screen))).max().orElse(0);
    int keys = Math.min(widest, screen.width() - INDENT.length() - LEAST_VALUE_WIDTH);
    List<String> lines = new ArrayList<>();
    for (Pair pair : pairs) {
      String lead = Text.padRight(Text.cut(pair.label(screen), keys, screen), keys) + INDENT;
      Cell value = pair.value.clean(screen);
      for (String part : Text.wrap(value.text(), screen.width() - Text.width(INDENT + lead))) {
        lines.add((INDENT + lead + value.style().paint(part, screen)).stripTrailing());
        lead = " ".repeat(Text.width(lead));
      }
    }
    return lines;
  }

  private record Pair(String key, Cell value) {

    String label(Screen screen) {
      return Text.clean(key, screen) + ":";
    }
  }
}
