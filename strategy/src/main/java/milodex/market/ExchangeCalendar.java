package milodex.market;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sessions of the New York Stock Exchange between two dates, known ahead and never guessed.
///
/// All dates are exchange dates in New York. A date outside `[firstCovered, lastCovered]`, or a
/// neighbour that lies there, is an `IllegalArgumentException`. Every question costs constant time.
public final class ExchangeCalendar {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final int WEEKDAYS = 5;

  private static final ExchangeCalendar NYSE =
      new ExchangeCalendar(LocalDate.of(1993, 1, 1), LocalDate.of(2029, 12, 31));

  private final LocalDate first;
  private final LocalDate last;

  /// Epoch day of each session, rising; what follows the last one is unused.
  private final int[] sessionDays;

  /// For each covered day, and the day after the last: how many sessions came before it.
  private final int[] sessionsBefore;

  /// The sessions by number, made when first asked for; threads may make one twice, and equal.
  private final @Nullable Session[] made;

  private ExchangeCalendar(LocalDate first, LocalDate last) {
    this.first = first;
    this.last = last;
    boolean[] opens = opens(first, last);
    this.sessionsBefore = new int[opens.length + 1];
    this.sessionDays = new int[opens.length];
    this.made = new Session[opens.length];
    int sessions = 0;
    for (int day = 0; day < opens.length; day++) {
      if (opens[day]) {
        sessionDays[sessions++] = (int) first.toEpochDay() + day;
      }
      sessionsBefore[day + 1] = sessions;
    }
  }

  /// The calendar from 1993 until its expiry at the end of 2029.
  public static ExchangeCalendar nyse() {
    return NYSE;
  }

  /// The zone whose dates and hours the exchange keeps.
  public ZoneId zone() {
    return NEW_YORK;
  }

  /// First date about which this calendar speaks.
  public LocalDate firstCovered() {
    return first;
  }

  /// Last date about which this calendar speaks: its expiry.
  public LocalDate lastCovered() {
    return last;
  }

  /// Whether the exchange opened, or will open, on this date.
  public boolean isSession(LocalDate date) {
    int day = dayIndex(date);
    return sessionsBefore[day + 1] > sessionsBefore[day];
  }

  /// The session of this date, if the exchange opens on it.
  public Optional<Session> session(LocalDate date) {
    return isSession(date)
        ? Optional.of(sessionAt(sessionsBefore[dayIndex(date)]))
        : Optional.empty();
  }

  /// The sessions whose date lies in `[from, to]`, oldest first.
  ///
  /// @throws IllegalArgumentException if `from` is after `to`
  public List<Session> sessions(LocalDate from, LocalDate to) {
    requireOrder(from, to);
    int start = sessionsBefore[dayIndex(from)];
    int end = sessionsBefore[dayIndex(to) + 1];
    List<Session> sessions = new ArrayList<>(end - start);
    for (int i = start; i < end; i++) {
      sessions.add(sessionAt(i));
    }
    return List.copyOf(sessions);
  }

  /// The first session strictly after this date.
  public Session next(LocalDate date) {
    int index = sessionsBefore[dayIndex(date) + 1];
    if (index == sessionsBefore[sessionsBefore.length - 1]) {
      throw new IllegalArgumentException("the session after " + date + outside());
    }
    return sessionAt(index);
  }

  /// The last session strictly before this date.
  public Session previous(LocalDate date) {
    int index = sessionsBefore[dayIndex(date)] - 1;
    if (index < 0) {
      throw new IllegalArgumentException("the session before " + date + outside());
    }
    return sessionAt(index);
  }

  /// How many sessions after `from` it takes to reach `to`: those in `(from, to]`.
  ///
  /// A date is 0 sessions from itself and 1 from the session after it; a week end adds none.
  ///
  /// @throws IllegalArgumentException if `from` is after `to`
  public int sessionsBetween(LocalDate from, LocalDate to) {
    requireOrder(from, to);
    return sessionsBefore[dayIndex(to) + 1] - sessionsBefore[dayIndex(from) + 1];
  }

  /// How many sessions in `(from, to]` were expected at the close of `from`.
  ///
  /// Days on which the exchange then stayed closed without warning are among them: a rule that
  /// looks ahead in the calendar must not know of them.
  ///
  /// @throws IllegalArgumentException if `from` is after `to`
  public int sessionsExpected(LocalDate from, LocalDate to) {
    long unforeseen =
        Closures.UNFORESEEN.stream().filter(day -> day.isAfter(from) && !day.isAfter(to)).count();
    return sessionsBetween(from, to) + (int) unforeseen;
  }

  private static boolean[] opens(LocalDate first, LocalDate last) {
    boolean[] opens = new boolean[(int) (last.toEpochDay() - first.toEpochDay()) + 1];
    int sinceMonday = first.getDayOfWeek().getValue() - 1;
    for (int day = 0; day < opens.length; day++) {
      opens[day] = (sinceMonday + day) % 7 < WEEKDAYS;
    }
    Set<LocalDate> closed = new HashSet<>(Closures.DAYS);
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      closed.addAll(Holidays.of(year));
    }
    for (LocalDate date : closed) {
      opens[(int) (date.toEpochDay() - first.toEpochDay())] = false;
    }
    return opens;
  }

  private Session sessionAt(int index) {
    Session session = made[index];
    if (session == null) {
      session = sessionOn(LocalDate.ofEpochDay(sessionDays[index]));
      made[index] = session;
    }
    return session;
  }

  private static Session sessionOn(LocalDate date) {
    TradingHours hours = TradingHours.on(date);
    return new Session(
        date,
        date.atTime(hours.opens()).atZone(NEW_YORK).toInstant(),
        date.atTime(hours.closes()).atZone(NEW_YORK).toInstant(),
        hours.closesEarly());
  }

  private int dayIndex(LocalDate date) {
    if (date.isBefore(first) || date.isAfter(last)) {
      throw new IllegalArgumentException(date + outside());
    }
    return (int) (date.toEpochDay() - first.toEpochDay());
  }

  private String outside() {
    return " lies outside the exchange calendar, which begins at "
        + first
        + " and ends at "
        + last
        + "; sessions are not guessed: choose dates inside it, or install a version of Milodex"
        + " whose calendar reaches further";
  }

  private static void requireOrder(LocalDate from, LocalDate to) {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("from " + from + " is after to " + to);
    }
  }
}
