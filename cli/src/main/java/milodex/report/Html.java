package milodex.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// Markup that is safe on a page: whatever did not come from a template of ours is escaped.
final class Html {

  static final Html EMPTY = new Html("");

  private static final String PLACE = "{}";

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /// The template with its `{}` filled in order: markup as it is, everything else escaped, so that
  /// it is text between tags or a value between double quotes.
  ///
  /// @param template written in the sources, never taken from outside
  /// @throws IllegalArgumentException if there are more or fewer values than places
  static Html of(String template, Object... values) {
    StringBuilder out = new StringBuilder(template.length() + 32 * values.length);
    int from = 0;
    for (Object value : values) {
      int place = template.indexOf(PLACE, from);
      if (place < 0) {
        throw new IllegalArgumentException("more values than places: " + template);
      }
      out.append(template, from, place);
      append(out, value);
      from = place + PLACE.length();
    }
    if (template.indexOf(PLACE, from) >= 0) {
      throw new IllegalArgumentException("fewer values than places: " + template);
    }
    return new Html(out.append(template, from, template.length()).toString());
  }

  /// What shows as exactly this text.
  static Html text(Object text) {
    return of(PLACE, text);
  }

  /// A style sheet or a script of ours, as it is.
  static Html source(String source) {
    return new Html(source);
  }

  /// The markup of each item, one after the other.
  static <T> Html each(Collection<T> items, Function<T, Html> markup) {
    return join("", items.stream().map(markup).toList());
  }

  /// The parts with `between` between them, which is escaped.
  static Html join(String between, List<Html> parts) {
    StringBuilder out = new StringBuilder();
    List<Html> rest = new ArrayList<>(parts);
    if (!rest.isEmpty()) {
      out.append(rest.removeFirst().markup);
    }
    for (Html part : rest) {
      append(out, between);
      out.append(part.markup);
    }
    return new Html(out.toString());
  }

  private static void append(StringBuilder out, Object value) {
    if (value instanceof Html html) {
      out.append(html.markup);
      return;
    }
    String text = value.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return markup;
  }
}
