package milodex.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What a terminal can show.
///
/// @param width columns, at least 80
/// @param unicode whether it shows UTF-8; otherwise text is written in ASCII
/// @param colour whether it takes ANSI colours
public record Screen(int width, boolean unicode, boolean colour) {

  /// The width when the terminal does not tell.
  public static final int USUAL_WIDTH = 100;

  /// The width nothing is ever squeezed below.
  public static final int LEAST_WIDTH = 80;

  public Screen {
    width = Math.max(width, LEAST_WIDTH);
  }

  /// Reads `COLUMNS`, the locale and `NO_COLOR` as terminals and their programs agree upon.
  ///
  /// @param terminal whether the stream is a terminal and not a pipe or a file
  /// @param wantsColour false if the operator asked for none
  public static Screen of(Map<String, String> environment, boolean terminal, boolean wantsColour) {
    boolean colour =
        wantsColour
            && terminal
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return new Screen(width(environment), unicode(environment), colour);
  }

  String rule(int length) {
    return (unicode ? "─" : "-").repeat(length);
  }

  String ellipsis() {
    return unicode ? "…" : "...";
  }

  private static int width(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
  }

  private static boolean unicode(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> value.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8"))
        .orElse(environment.containsKey("WT_SESSION"));
  }
}
