package milodex.report;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import milodex.analytics.CalendarReturns;
import milodex.analytics.EquityCurve;

/// Returns by month and year; the colour repeats what the sign and the number say.
final class CalendarSection {

  /// Monthly returns from which the next stronger tint is taken.
  private static final double[] TINTS = {0.005, 0.02, 0.05};

  private CalendarSection() {}

  static Html of(EquityCurve curve) {
    return Html.of(
        """
        <section aria-labelledby="months">
        <h2 id="months">Monthly returns</h2>
        <table class="calendar" role="table">
        <caption>Return of each calendar month and year, in percent; the first and the last may be
        incomplete</caption>
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Year</th>{}\
        <th scope="col" role="columnheader">Total</th></tr></thead>
        <tbody role="rowgroup">
        {}</tbody>
        </table>
        </section>
        """,
        Html.each(
            List.of(Month.values()),
            month -> Html.of("<th scope=\"col\" role=\"columnheader\">{}</th>", name(month))),
        Html.each(CalendarReturns.of(curve).years(), CalendarSection::year));
  }

  private static Html year(CalendarReturns.Year year) {
    return Html.of(
        """
        <tr role="row"><th scope="row" role="rowheader">{}</th>{}\
        <td role="cell" class="total" data-label="Total">{}</td></tr>
        """,
        year.year(),
        Html.each(
            Arrays.asList(Month.values()),
            month -> month(month, Optional.ofNullable(year.months().get(month)))),
        number(year.total()));
  }

  private static Html month(Month month, Optional<Double> value) {
    return Html.of(
        "<td role=\"cell\" class=\"{}\" data-label=\"{}\">{}</td>",
        value.map(CalendarSection::tint).orElse("none"),
        name(month),
        value.map(CalendarSection::number).orElse(""));
  }

  /// `gain2` for instance: the sign and one of four strengths.
  private static String tint(double value) {
    long strength = Arrays.stream(TINTS).filter(from -> Math.abs(value) >= from).count();
    return (value < 0 ? "loss" : "gain") + strength;
  }

  private static String number(double share) {
    return Shown.bare(share * 100, 1);
  }

  private static String name(Month month) {
    return month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }
}
