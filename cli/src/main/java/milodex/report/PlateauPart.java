package milodex.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.research.Sensitivity;
import milodex.statistics.Figure;

/// The neighbours of a run as a map: a row for each parameter, the run in the middle, the Sharpe
/// ratio as number and as colour.
final class PlateauPart {

  /// Shares of its own ratio, kept or lost, from which the next stronger tint is taken.
  private static final double[] KEPT = {0.7, 0.9};

  private static final double[] LOST = {0, -0.5};

  private final Sensitivity sensitivity;
  private final Optional<Double> least;

  private PlateauPart(Sensitivity sensitivity, Optional<Double> least) {
    this.sensitivity = sensitivity;
    this.least = least;
  }

  /// @param least the share of its own ratio that the gate asks of the median neighbour; empty if
  ///     it was not kept
  static Html of(Sensitivity sensitivity, Optional<Double> least) {
    return Html.of(
        "<h3>Its neighbours</h3>\n{}",
        sensitivity.cells().isEmpty()
            ? Html.of("<p>No parameter is a number.</p>\n")
            : new PlateauPart(sensitivity, least).html());
  }

  private Html html() {
    return Html.of(
        """
        <table class="plateau" role="table">
        <caption>The Sharpe out of sample when one parameter moves by a tenth, a whole number by one
        at least</caption>
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Parameter</th>\
        <th scope="col" role="columnheader">Lower</th><th scope="col" role="columnheader">This run</th>\
        <th scope="col" role="columnheader">Higher</th></tr></thead>
        <tbody role="rowgroup">
        {}</tbody>
        </table>
        <p class="note">{}</p>
        """,
        Html.each(rows(), this::row),
        note());
  }

  /// The cells of one parameter, in the order of the parameters.
  private List<List<Sensitivity.Cell>> rows() {
    Map<String, List<Sensitivity.Cell>> rows = new LinkedHashMap<>();
    for (Sensitivity.Cell cell : sensitivity.cells()) {
      rows.computeIfAbsent(cell.parameter(), _ -> new ArrayList<>()).add(cell);
    }
    return List.copyOf(rows.values());
  }

  private Html row(List<Sensitivity.Cell> cells) {
    Sensitivity.Cell first = cells.getFirst();
    return Html.of(
        """
        <tr role="row"><th scope="row" role="rowheader">{}</th>{}\
        <td role="cell" class="own" data-label="This run">{}</td>{}</tr>
        """,
        Shown.words(first.parameter()),
        side("Lower", cells.stream().filter(cell -> !isHigher(cell)).findFirst()),
        numbers(first.from(), Shown.plain(sensitivity.sharpe())),
        side("Higher", cells.stream().filter(PlateauPart::isHigher).findFirst()));
  }

  private static boolean isHigher(Sensitivity.Cell cell) {
    return new BigDecimal(cell.to()).compareTo(new BigDecimal(cell.from())) > 0;
  }

  private Html side(String label, Optional<Sensitivity.Cell> neighbour) {
    return neighbour
        .map(
            cell ->
                Html.of(
                    "<td role=\"cell\" class=\"{}\" data-label=\"{}\">{}{}</td>",
                    tint(cell.sharpe()),
                    label,
                    numbers(cell.to(), Shown.plain(cell.sharpe())),
                    mark(cell.sharpe())))
        .orElseGet(
            () ->
                Html.of(
                    "<td role=\"cell\" class=\"none\" data-label=\"{}\">no neighbour</td>", label));
  }

  private static Html numbers(String value, Html sharpe) {
    return Html.of(
        "<strong>{}</strong> <span class=\"at\">at {}</span>", sharpe, Shown.signed(value));
  }

  /// What the colour says, in words.
  private Html mark(Figure sharpe) {
    return least
        .filter(share -> isBelow(sharpe, share))
        .map(share -> Html.of(" <span class=\"low\">below {}</span>", Shown.percent(share, 0)))
        .orElse(Html.EMPTY);
  }

  private boolean isBelow(Figure sharpe, double share) {
    return kept(sharpe) instanceof Figure.Known(double kept) && kept < share;
  }

  /// The share of its own ratio that a neighbour keeps; one that never traded keeps nothing.
  private Figure kept(Figure sharpe) {
    return switch (sensitivity.sharpe()) {
      case Figure.Undefined none -> none;
      case Figure.Known(double own) when own <= 0 -> Figure.undefined("its own is not above zero");
      case Figure.Known(double own) ->
          switch (sharpe) {
            case Figure.Known(double other) -> Figure.of(other / own);
            case Figure.Undefined _ -> Figure.of(0);
          };
    };
  }

  /// `gain2` for instance: which side of what the gate asks, and one of three strengths.
  private String tint(Figure sharpe) {
    return switch (kept(sharpe)) {
      case Figure.Known(double kept) ->
          kept >= least.orElse(0.0)
              ? "gain" + (1 + (kept >= KEPT[0] ? 1 : 0) + (kept >= KEPT[1] ? 1 : 0))
              : "loss" + (1 + (kept < LOST[0] ? 1 : 0) + (kept < LOST[1] ? 1 : 0));
      case Figure.Undefined _ -> sharpe.isPositive() ? "gain1" : "loss1";
    };
  }

  private Html note() {
    Html median =
        Html.of(
            "Their median is {} of its own: near one is a plateau, near zero a lone peak.",
            Shown.percent(sensitivity.plateau()));
    return switch (kept(sensitivity.sharpe())) {
      case Figure.Known _ ->
          least
              .map(
                  share ->
                      Html.of(
                          "{} The gate asks for {}: blue keeps as much of its Sharpe, orange does"
                              + " not.",
                          median,
                          Shown.percent(share, 0)))
              .orElse(median);
      case Figure.Undefined _ -> median;
    };
  }
}
