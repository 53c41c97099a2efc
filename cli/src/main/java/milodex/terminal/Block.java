package milodex.terminal;

import java.util.ArrayList;
import java.util.List;

/// A piece of a reply that lays itself out in lines for a given screen.
@FunctionalInterface
public interface Block {

  /// The lines, none longer than the screen is wide unless numbers alone need more.
  List<String> lines(Screen screen);

  /// A sentence or two, wrapped at the width of the screen.
  static Block paragraph(String text) {
    return paragraph(text, Style.PLAIN);
  }

  /// A sentence or two in one style, wrapped at the width of the screen.
  static Block paragraph(String text, Style style) {
    return screen ->
        Text.wrap(Text.clean(text, screen), screen.width()).stream()
            .map(line -> style.paint(line, screen))
            .toList();
  }

  /// Text of our own making, a script or a usage page, whose lines must stay as they are.
  static Block verbatim(String text) {
    return screen -> (screen.unicode() ? text : Text.ascii(text)).lines().toList();
  }

  /// A block under a title.
  static Block section(String title, Block body) {
    return screen -> {
      String heading = Text.cut(Text.clean(title, screen), screen.width(), screen);
      List<String> lines = new ArrayList<>();
      lines.add(Style.STRONG.paint(heading, screen));
      lines.addAll(body.lines(screen));
      return lines;
    };
  }
}
