package milodex.report;

import java.util.Arrays;
import java.util.List;
import milodex.analytics.CostCurve;
import milodex.analytics.EquityCurve;
import milodex.backtest.WindowResult;
import milodex.statistics.Figure;

/// What is left of the Sharpe ratio of a run when trading costs more.
final class CostPart {

  /// A break-even cost below so many times the modelled one leaves little room for error.
  private static final double MARGIN = 2;

  private CostPart() {}

  static Html of(RunPage page) {
    return of(
        page.curve(),
        page.summary().decimal("costs", "slippage").doubleValue(),
        fees(page.windows()));
  }

  /// @param slippage for each dollar traded, as a share
  /// @param fees likewise, on average
  static Html of(EquityCurve equity, double slippage, double fees) {
    CostCurve curve = CostCurve.of(equity, slippage + fees);
    return Html.of(
        """
        <div><h3>Room for costs</h3>
        {}</div>
        """,
        switch (curve.breakEven()) {
          case Figure.Known(double cost) -> figure(curve, cost, assumed(slippage, fees));
          case Figure.Undefined(String why) ->
              Html.of("<p>The cost that ends the edge is {}.</p>\n", Shown.undefined(why));
        });
  }

  /// Commissions ÷ dollars traded; 0 if nothing was.
  private static double fees(List<WindowResult> windows) {
    double paid = 0;
    double traded = 0;
    for (WindowResult window : windows) {
      paid += window.parts().fees().toDouble();
      traded += Arrays.stream(window.curve().traded()).sum();
    }
    return traded > 0 ? paid / traded : 0;
  }

  private static Html figure(CostCurve curve, double breakEven, String assumed) {
    String says = says(curve.modelled(), breakEven);
    return Html.of(
        """
        <figure>
        <figcaption>Annual Sharpe by what each dollar traded costs, one way</figcaption>
        {}<p class="note">{} {}</p>
        </figure>
        """,
        CostPicture.of(curve, breakEven, says),
        says,
        assumed);
  }

  private static String says(double modelled, double breakEven) {
    String gone = "The edge is gone at a cost of " + Shown.basisPoints(breakEven);
    if (modelled == 0) {
      return gone + "; none is modelled.";
    }
    double times = breakEven / modelled;
    String said =
        "%s, %s times the modelled %s"
            .formatted(gone, Shown.bare(times, 1), Shown.basisPoints(modelled));
    return said
        + (times < 1
            ? ": the modelled cost takes more than all of it."
            : times < MARGIN ? ": less than twice, which is thin." : ".");
  }

  private static String assumed(double slippage, double fees) {
    return "Assumed: the same trades at any cost, in proportion to the dollars traded. Modelled are %s of slippage and %s of fees, their mean over the run; marking out at the end of a window stays as it was."
        .formatted(Shown.basisPoints(slippage), Shown.basisPoints(fees));
  }
}
