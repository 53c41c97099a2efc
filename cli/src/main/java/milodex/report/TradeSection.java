package milodex.report;

import java.util.Arrays;
import java.util.List;
import milodex.analytics.Histogram;
import milodex.portfolio.Trade;

/// How the closed trades are spread, and how far they ran while they were held.
final class TradeSection {

  private static final int MOST_BINS = 40;

  private TradeSection() {}

  static Html of(List<Trade> trades) {
    return Html.of(
        """
        <section aria-labelledby="trades">
        <h2 id="trades">Trades</h2>
        {}</section>
        """,
        trades.isEmpty()
            ? Html.of("<p>No trade was closed.</p>\n")
            : Html.of(
                "<div class=\"columns\">\n{}{}</div>\n", distribution(trades), excursions(trades)));
  }

  private static Html distribution(List<Trade> trades) {
    double[] returns = trades.stream().mapToDouble(TradeSection::netReturn).sorted().toArray();
    Histogram histogram = Histogram.of(returns, MOST_BINS);
    String says =
        "The median is %s, the mean %s, the worst %s, the best %s; a bin is %s wide."
            .formatted(
                Shown.percent(median(returns), 2),
                Shown.percent(Arrays.stream(returns).average().orElseThrow(), 2),
                Shown.percent(returns[0], 2),
                Shown.percent(returns[returns.length - 1], 2),
                Shown.percent(histogram.width(), 2));
    return Html.of(
        """
        <figure>
        <figcaption>Net return of {} closed trades: profit after costs ÷ what the shares cost</figcaption>
        {}<p class="note">{}</p>
        </figure>
        """,
        Shown.count(returns.length),
        HistogramPicture.of(histogram, says),
        says);
  }

  private static double netReturn(Trade trade) {
    return trade.net().toDouble() / trade.spent().toDouble();
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private static Html excursions(List<Trade> trades) {
    long measured = trades.stream().filter(trade -> trade.excursion().isPresent()).count();
    return ExcursionPicture.of(trades)
        .map(
            picture ->
                Html.of(
                    """
                    <figure>
                    <figcaption>How far each trade ran against its entry price (MAE, across) and for it
                    (MFE, up) while it was held: <span class="key won">won</span>, \
                    <span class="key lost">lost</span></figcaption>
                    {}<p class="note">{}</p>
                    </figure>
                    """,
                    picture,
                    measured > ExcursionPicture.MOST_DOTS
                        ? "%s of %s trades are drawn, evenly spread."
                            .formatted(
                                Shown.count(ExcursionPicture.MOST_DOTS), Shown.count(measured))
                        : "%s of %s trades were measured."
                            .formatted(Shown.count(measured), Shown.count(trades.size()))))
        .orElse(Html.EMPTY);
  }
}
