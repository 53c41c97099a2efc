package milodex.data;

import milodex.market.BarSeries;

/// In which sessions a symbol has its bar, counted once for rules of any lookback.
final class Attendance {

  /// No session ended a gap yet.
  private static final int NEVER = Integer.MIN_VALUE / 2;

  private final int[] barAt;
  private final int[] barsBefore;
  private final int[] unbroken;
  private final int[] gapAt;

  private Attendance(int sessions) {
    this.barAt = new int[sessions];
    this.barsBefore = new int[sessions + 1];
    this.unbroken = new int[sessions];
    this.gapAt = new int[sessions];
  }

  /// Counts the bars of `series` in each of `sessions`.
  static Attendance of(BarSeries series, SessionDays sessions) {
    Attendance attendance = new Attendance(sessions.size());
    int bar = 0;
    int missing = 0;
    int gapAt = NEVER;
    for (int i = 0; i < sessions.size(); i++) {
      while (bar < series.size() && series.day()[bar] < sessions.day(i)) {
        bar++;
      }
      boolean present = bar < series.size() && series.day()[bar] == sessions.day(i);
      missing = present ? 0 : missing + 1;
      gapAt = missing > QualityScan.TOLERATED_GAP ? i : gapAt;
      attendance.note(i, present ? bar : -1, gapAt);
    }
    return attendance;
  }

  private void note(int i, int bar, int gapAt) {
    barAt[i] = bar;
    barsBefore[i + 1] = barsBefore[i] + (bar < 0 ? 0 : 1);
    unbroken[i] = bar < 0 ? 0 : i == 0 ? 1 : unbroken[i - 1] + 1;
    this.gapAt[i] = gapAt;
  }

  /// Index of the bar of session `i`, or -1.
  int barAt(int i) {
    return barAt[i];
  }

  /// How many sessions in a row up to session `i` have their bar; 0 if it has none itself.
  int unbroken(int i) {
    return unbroken[i];
  }

  /// How many of the last `sessions` sessions up to session `i` have their bar.
  int barsAmongLast(int sessions, int i) {
    return barsBefore[i + 1] - barsBefore[Math.max(0, i + 1 - sessions)];
  }

  /// Whether more sessions in a row than are tolerated lack their bar, and one of them beyond that
  /// number is among the last `sessions` up to session `i`.
  boolean hasGapAmongLast(int sessions, int i) {
    return gapAt[i] > i - sessions;
  }
}
