package milodex.data;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import milodex.market.Session;

/// The exchange dates of a stretch of the calendar, numbered from 0.
public final class SessionDays {

  private final int[] days;

  private SessionDays(int[] days) {
    this.days = days;
  }

  /// The dates of these sessions.
  public static SessionDays of(Collection<Session> sessions) {
    return ofDates(
        sessions.stream().map(Session::date).collect(Collectors.toCollection(TreeSet::new)));
  }

  /// These dates.
  public static SessionDays ofDates(SortedSet<LocalDate> dates) {
    return new SessionDays(
        dates.stream().mapToInt(date -> Math.toIntExact(date.toEpochDay())).toArray());
  }

  /// The dates of sessions `[from, to]` alone, numbered anew.
  SessionDays between(int from, int to) {
    return new SessionDays(Arrays.copyOfRange(days, from, to + 1));
  }

  public int size() {
    return days.length;
  }

  /// The epoch day of session `i`.
  public int day(int i) {
    return days[i];
  }

  /// The exchange date of session `i`.
  public LocalDate date(int i) {
    return LocalDate.ofEpochDay(days[i]);
  }

  /// Whether the exchange was open on this epoch day.
  public boolean contains(int day) {
    return Arrays.binarySearch(days, day) >= 0;
  }

  /// The number of the first session on or after an epoch day; `size()` if there is none.
  public int firstFrom(int day) {
    int found = Arrays.binarySearch(days, day);
    return found >= 0 ? found : -found - 1;
  }

  /// The number of the last session on or before an epoch day; -1 if there is none.
  int lastUpTo(int day) {
    return firstFrom(day + 1) - 1;
  }

  /// How many sessions lie in `[from, to]`, both epoch days.
  public int count(int from, int to) {
    return to < from ? 0 : firstFrom(to + 1) - firstFrom(from);
  }
}
