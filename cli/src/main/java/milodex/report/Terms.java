package milodex.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import milodex.backtest.RunSummary;
import milodex.statistics.Figure;

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

  /// @param part of a summary
  /// @param key of a figure that older summaries may lack; they get no line
  Terms figure(String name, RunSummary part, String key, Function<Figure, Html> shown) {
    return part.find(key).isPresent() ? with(name, shown.apply(part.figure(key))) : this;
  }

  /// @param kind how it is set: `frame`, `figures` or `plain`
  Html html(String kind) {
    return Html.of("<dl class=\"{}\">\n{}</dl>\n", kind, Html.join("", terms));
  }
}
