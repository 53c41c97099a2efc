package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import milodex.terminal.Block;
import milodex.terminal.Style;

/// A titled list that may show only its first rows, and then says how many there are.
final class Shortened {

  private Shortened() {}

  /// @param shown how many rows `table` holds at most
  /// @param all how many there are
  static Block of(String title, Block table, int shown, int all) {
    Block titled = Block.section("%s (%d)".formatted(title, all), table);
    if (all <= shown) {
      return titled;
    }
    Block rest =
        Block.paragraph(
            "and %d more; --json lists all of them.".formatted(all - shown), Style.FAINT);
    return screen -> {
      List<String> lines = new ArrayList<>(titled.lines(screen));
      lines.addAll(rest.lines(screen));
      return lines;
    };
  }
}
