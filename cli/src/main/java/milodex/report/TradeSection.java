package milodex.report;

import java.util.Arrays;
import java.util.List;
import milodex.analytics.Histogram;
import milodex.portfolio.Trade;

/// How the closed trades are spread.
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
        trades.isEmpty() ? Html.of("<p>No trade was closed.</p>\n") : distribution(trades));
  }

  private static Html distribution(List<Trade> trades) {
    double[] returns =
        trades.stream()
            .mapToDouble(trade -> trade.net().toDouble() / trade.spent().toDouble())
            .sorted()
            .toArray();
    return Html.of(
        """
        <figure class="picture">
        <figcaption>Net return of {} closed trades: profit after costs, over what was paid for the
        shares</figcaption>
        {}</figure>
        """,
        Shown.count(returns.length),
        HistogramPicture.of(Histogram.of(returns, MOST_BINS), says(returns)));
  }

  private static String says(double[] sorted) {
    return "Half of the trades returned more than %s, the worst %s, the best %s, on average %s."
        .formatted(
            Shown.percent(sorted[sorted.length / 2], 2),
            Shown.percent(sorted[0], 2),
            Shown.percent(sorted[sorted.length - 1], 2),
            Shown.percent(Arrays.stream(sorted).average().orElseThrow(), 2));
  }
}
