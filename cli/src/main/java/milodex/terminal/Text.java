package milodex.terminal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Text as a terminal measures it: in columns, not in characters.
final class Text {

  private static final String SUBSTITUTE = "?";

  private Text() {}

  /// The text without anything that could move the cursor, and in ASCII where the screen needs it.
  static String clean(String text, Screen screen) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 127)) {
      return text;
    }
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(c -> c == '\n' || c == '\t' ? ' ' : c)
        .forEach(
            c -> {
              if (Character.isISOControl(c) || isDirectionMark(c)) {
                clean.append(SUBSTITUTE);
              } else {
                clean.appendCodePoint(c);
              }
            });
    return screen.unicode() ? clean.toString() : ascii(clean.toString());
  }

  /// The nearest ASCII spelling; a question mark for what has none.
  static String ascii(String text) {
    if (text.chars().allMatch(c -> c < 127)) {
      return text;
    }
    StringBuilder ascii = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> ascii.append(spelled(c)));
    return ascii.toString();
  }

  /// Columns the text takes on a terminal.
  static int width(String text) {
    return text.codePoints().map(Text::columns).sum();
  }

  static String padRight(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /// The text cut to a width, its end replaced by an ellipsis.
  static String cut(String text, int width, Screen screen) {
    if (width(text) <= width) {
      return text;
    }
    String ellipsis = screen.ellipsis();
    return head(text, Math.max(0, width - ellipsis.length())).stripTrailing() + ellipsis;
  }

  /// The text in lines of at most a width, broken at spaces, inside a word only if it must.
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (width(rest) > width) {
      String head = head(rest, width);
      boolean atWordEnd = rest.charAt(head.length()) == ' ';
      int space = atWordEnd ? head.length() : head.lastIndexOf(' ');
      String line = space > 0 ? rest.substring(0, space) : head;
      lines.add(line.stripTrailing());
      rest = rest.substring(line.length()).strip();
    }
    lines.add(rest);
    return lines;
  }

  private static String head(String text, int width) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      used += columns(c);
      if (used > width) {
        break;
      }
      end += Character.charCount(c);
    }
    if (end == 0 && !text.isEmpty() && width > 0) {
      end = Character.charCount(text.codePointAt(0));
    }
    return text.substring(0, end);
  }

  private static int columns(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }

  private static boolean isDirectionMark(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  private static String spelled(int c) {
    if (c < 127) {
      return Character.toString(c);
    }
    return switch (c) {
      case 0xA0, 0x2009, 0x202F -> " ";
      case '–', '—', '−', '─' -> "-";
      case '…' -> "...";
      case '→' -> "->";
      case '≤' -> "<=";
      case '≥' -> ">=";
      case '±' -> "+-";
      case '×' -> "x";
      case '·', '•' -> "*";
      case '‘', '’' -> "'";
      case '“', '”' -> "\"";
      default -> SUBSTITUTE;
    };
  }
}
