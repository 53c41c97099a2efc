package milodex.report;

import java.util.ArrayList;
import java.util.List;

/// A list of names with what they are.
final class Terms {

  private final List<Html> terms = new ArrayList<>();

  private Terms() {}

  static Terms of() {
    return new Terms();
  }

  /// @param what markup, or else text
  Terms with(String name, Object what) {
    terms.add(Html.of("<div><dt>{}</dt><dd>{}</dd></div>\n", name, what));
    return this;
  }

  /// @param kind how it is set: `frame`, `figures` or `plain`
  Html html(String kind) {
    return Html.of("<dl class=\"{}\">\n{}</dl>\n", kind, Html.join("", terms));
  }
}
