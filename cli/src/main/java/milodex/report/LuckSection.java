package milodex.report;

import java.util.List;
import milodex.analytics.EquityCurve;

/// How much of a result luck could have made: of the search, of the order, of the costs.
final class LuckSection {

  private LuckSection() {}

  static Html of(RunPage page) {
    EquityCurve curve = page.curve();
    Redraw redraw = Redraw.of(curve);
    return Html.of(
        """
        <section aria-labelledby="luck">
        <h2 id="luck">Evidence and luck</h2>
        {}</section>
        """,
        Html.join(
            "",
            List.of(
                LuckPart.of(page.luck()),
                BandPart.of(curve, redraw),
                Html.of(
                    "<div class=\"columns\">\n{}{}</div>\n",
                    FallPart.of(curve, redraw),
                    CostPart.of(page)))));
  }
}
