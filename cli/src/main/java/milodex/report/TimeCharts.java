package milodex.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import milodex.analytics.Drawdown;
import milodex.analytics.EquityCurve;
import milodex.analytics.Rolling;
import milodex.statistics.Figure;

/// What changed from session to session: equity, drawdown, rolling Sharpe, exposure.
final class TimeCharts {

  private static final int DEEPEST = 5;

  private final RunPage page;
  private final TimeSeries series;
  private final EquityCurve curve;

  private TimeCharts(RunPage page) {
    this.page = page;
    series = new TimeSeries(page);
    curve = series.curve();
  }

  static Html of(RunPage page) {
    return new TimeCharts(page).html();
  }

  private Html html() {
    return Html.of(
        """
        <section aria-labelledby="equity">
        <h2 id="equity">Equity and drawdown</h2>
        {}{}<p class="note">{}</p>
        {}</section>
        <section aria-labelledby="rolling">
        <h2 id="rolling">Rolling Sharpe and exposure</h2>
        <div class="columns">
        {}{}</div>
        </section>
        <noscript><p class="note">The charts over time need a browser that runs scripts; the tables
        are complete without it.</p></noscript>
        <script type="application/json" id="series" data-benchmark="{}">{}</script>
        """,
        chart("equity", equityCaption(), equitySays()),
        chart(
            "drawdown",
            Html.text("Drawdown, loss from the highest equity so far"),
            "Drawdown session by session; the deepest falls are in the table that follows."),
        String.join(" ", notes()),
        deepest(),
        chart(
            "sharpe",
            Html.text("Sharpe of the last " + Rolling.HALF_A_YEAR + " sessions"),
            sharpeSays()),
        chart(
            "exposure",
            Html.text("Exposure, mean of the last " + Rolling.MONTH + " sessions"),
            "Exposure session by session; its mean is among the key figures."),
        switch (page.benchmark()) {
          case BenchmarkReturns.Known known -> known.symbol();
          case BenchmarkReturns.Missing _ -> "";
        },
        series.json());
  }

  private static Html chart(String name, Html caption, String says) {
    return Html.of(
        """
        <figure class="chart">
        <figcaption>{}</figcaption>
        <div class="plot" id="{}-chart" role="img" aria-label="{}"></div>
        </figure>
        """,
        caption,
        name,
        says);
  }

  private Html equityCaption() {
    return Html.of(
        "Equity at the close, in dollars"
            + " <button type=\"button\" id=\"logarithmic\" aria-pressed=\"false\" hidden>"
            + "Logarithmic</button>");
  }

  private String equitySays() {
    String says =
        "Equity went from %s dollars to %s between %s and %s"
            .formatted(
                Shown.count(Math.round(curve.equity()[0])),
                Shown.count(Math.round(curve.equity()[curve.sessions()])),
                curve.date(0),
                curve.date(curve.sessions() - 1));
    return switch (page.benchmark()) {
      case BenchmarkReturns.Known known -> says + ", beside holding " + known.symbol() + ".";
      case BenchmarkReturns.Missing _ -> says + ".";
    };
  }

  private String sharpeSays() {
    DoubleSummaryStatistics known =
        DoubleStream.of(Figure.known(series.sharpes().stream())).summaryStatistics();
    return known.getCount() == 0
        ? "No stretch of %d sessions has a Sharpe.".formatted(Rolling.HALF_A_YEAR)
        : "The rolling Sharpe lay between %s and %s."
            .formatted(Shown.bare(known.getMin(), 2), Shown.bare(known.getMax(), 2));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (page.summary().flag("walk_forward")) {
      notes.add(
          "Windows stand end to end, each scaled to begin where the one before it ended; a line"
              + " marks where one begins.");
    }
    notes.add(
        switch (page.benchmark()) {
          case BenchmarkReturns.Known known ->
              "%s is the same dollars held over the same sessions, dividends included, costs not."
                  .formatted(known.symbol());
          case BenchmarkReturns.Missing(String why) -> "No benchmark is drawn: %s.".formatted(why);
        });
    if (series.drawn() < curve.sessions()) {
      notes.add(
          "Of %s sessions %s are drawn; the highest and the lowest equity of every stretch stay."
              .formatted(Shown.count(curve.sessions()), Shown.count(series.drawn())));
    }
    return notes;
  }

  private Html deepest() {
    List<Drawdown> falls = Drawdown.deepest(curve, DEEPEST);
    if (falls.isEmpty()) {
      return Html.of("<p>The equity never fell below an earlier close.</p>\n");
    }
    HtmlTable table =
        HtmlTable.of("The deepest falls").numbers("Depth").text("Peak", "Trough", "Recovered");
    for (Drawdown fall : falls) {
      table.row(
          Shown.percent(fall.depth(), 2),
          date(fall.peak(), "start"),
          date(fall.trough(), "none"),
          date(fall.recovery(), "not yet"));
    }
    return table.html();
  }

  private static String date(Optional<LocalDate> date, String otherwise) {
    return date.map(LocalDate::toString).orElse(otherwise);
  }
}
