package milodex.report;

import java.util.List;
import java.util.Optional;
import milodex.backtest.Breakdown;
import milodex.backtest.CapacityEstimate;
import milodex.research.EvidenceContext;
import milodex.statistics.Figure;

/// When the returns out of sample were made, and how much money could have made them.
final class ContextPart {

  private ContextPart() {}

  /// @param context empty if the evidence is older than that it was kept
  static Html of(Optional<EvidenceContext> context) {
    return context.map(ContextPart::of).orElse(Html.EMPTY);
  }

  private static Html of(EvidenceContext context) {
    return Html.of(
        """
        <h3>When it was earned</h3>
        <p class="note">Shown beside the judgement and never judged. Sums of daily returns, not
        compounded, so that they add up; the Sharpe is annual, with its standard error.</p>
        <div class="columns">
        <div>{}</div>
        <div>{}</div>
        </div>
        <h3>How much money it can carry</h3>
        {}""",
        breakdown("By calendar year, out of sample", "Year", context.years()),
        breakdown("By regime, known before each session opened", "Regime", context.regimes()),
        capacity(context.capacity()));
  }

  private static Html breakdown(String caption, String name, Breakdown breakdown) {
    if (breakdown.parts().isEmpty()) {
      return Html.of("<p>{}: {}.</p>\n", caption, Shown.plain(breakdown.withoutBest()));
    }
    List<Breakdown.Part> parts = breakdown.parts();
    double scale = Bar.scale(parts.stream().map(part -> Figure.of(part.sum())).toList());
    HtmlTable table = HtmlTable.compact(caption).text(name).numbers("Days", "Sum", "Sharpe");
    for (Breakdown.Part part : parts) {
      Figure sum = Figure.of(part.sum());
      table.row(
          part.isThin() ? part.name() + ", few sessions" : part.name(),
          Shown.count(part.sessions()),
          Html.of("{}{}", Shown.percent(part.sum(), 1), Bar.of(sum, scale)),
          sharpe(part));
    }
    return Html.of(
        "{}<p class=\"note\">Without the best of them: {}.</p>\n",
        table.html(),
        Shown.percent(breakdown.withoutBest()));
  }

  private static Html sharpe(Breakdown.Part part) {
    return part.error() instanceof Figure.Known(double error)
        ? Html.of("{} ± {}", Shown.plain(part.sharpe()), Shown.bare(error, 2))
        : Shown.plain(part.sharpe());
  }

  private static Html capacity(CapacityEstimate capacity) {
    return Html.of(
        """
        {}<p class="note">Square-root impact: a traded dollar costs what was modelled plus the
        symbol's daily deviation × √(traded ÷ daily volume), by the mean of the sessions in which the
        symbol was traded. The tightest symbol counts.</p>
        """,
        Terms.of()
            .with("Its own impact eats the edge at", bound(capacity.breakEven()))
            .with("Most profit in dollars at", Shown.wholeDollars(capacity.mostProfitable()))
            .with(
                Shown.percent(CapacityEstimate.PARTICIPATION, 0) + " of a day's volume at",
                bound(capacity.participation()))
            .html("figures"));
  }

  private static Html bound(CapacityEstimate.Bound bound) {
    return Html.of(
        "{}{}",
        Shown.wholeDollars(bound.assets()),
        bound.symbol().map(symbol -> " (" + symbol + ")").orElse(""));
  }
}
