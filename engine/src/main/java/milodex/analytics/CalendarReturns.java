package milodex.analytics;

import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an equity curve returned in each calendar month and year.
///
/// @param years those with sessions, in order
public record CalendarReturns(List<Year> years) {

  public CalendarReturns {
    years = List.copyOf(years);
  }

  /// One calendar year, whole or in part.
  ///
  /// @param months returns of the months that have sessions
  /// @param total return of all its sessions, what the months compound to
  public record Year(int year, SortedMap<Month, Double> months, double total) {
    public Year {
      months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    }
  }

  /// The returns of `curve`, each from the equity before its first session to that at its last.
  public static CalendarReturns of(EquityCurve curve) {
    List<Year> years = new ArrayList<>();
    SortedMap<Month, Double> months = new TreeMap<>();
    int yearFrom = 0;
    int monthFrom = 0;
    for (int i = 0; i < curve.sessions(); i++) {
      YearMonth month = YearMonth.from(curve.date(i));
      boolean last = i + 1 == curve.sessions();
      if (last || !YearMonth.from(curve.date(i + 1)).equals(month)) {
        months.put(month.getMonth(), growth(curve, monthFrom, i));
        monthFrom = i + 1;
      }
      if (last || curve.date(i + 1).getYear() != month.getYear()) {
        years.add(new Year(month.getYear(), months, growth(curve, yearFrom, i)));
        yearFrom = i + 1;
        months.clear();
      }
    }
    return new CalendarReturns(years);
  }

  /// Return of the sessions `[from, to]`.
  private static double growth(EquityCurve curve, int from, int to) {
    return curve.equity()[to + 1] / curve.equity()[from] - 1;
  }
}
