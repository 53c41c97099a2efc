package milodex.analytics;

import java.time.LocalDate;
import java.util.List;

/// What an account was worth and did, session by session.
///
/// With `n` sessions, `equity` has `n + 1` entries: the initial equity first, then the equity at
/// each close. All amounts are dollars; the arrays are shared, never copied.
///
/// @param session exchange dates as epoch days, rising
/// @param equity finite and above zero
/// @param invested worth of all positions at each close
/// @param traded dollars bought plus dollars sold in each session
@SuppressWarnings("ArrayRecordComponent") // columns are handed over, never compared
public record EquityCurve(int[] session, double[] equity, double[] invested, double[] traded) {

  /// @throws IllegalArgumentException if the lengths do not fit, the sessions do not rise or an
  ///     equity is not above zero
  public EquityCurve {
    int n = session.length;
    if (equity.length != n + 1 || invested.length != n || traded.length != n) {
      throw new IllegalArgumentException(
          "%d sessions need %d equities, the initial one first, and %d invested and traded amounts"
              .formatted(n, n + 1, n));
    }
    for (int i = 1; i < n; i++) {
      if (session[i] <= session[i - 1]) {
        throw new IllegalArgumentException(
            LocalDate.ofEpochDay(session[i]) + " does not come after the session before it");
      }
    }
    for (double value : equity) {
      if (!(value > 0 && Double.isFinite(value))) {
        throw new IllegalArgumentException("an equity is finite and above zero, not " + value);
      }
    }
  }

  /// These curves end to end: each begins with what the one before it ended with.
  ///
  /// Returns, invested and traded shares stay those of the parts; the total return compounds.
  ///
  /// @throws IllegalArgumentException if there is no part, or parts do not follow in time
  public static EquityCurve endToEnd(List<EquityCurve> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("there is no equity curve to put end to end");
    }
    int n = parts.stream().mapToInt(EquityCurve::sessions).sum();
    int[] session = new int[n];
    double[] equity = new double[n + 1];
    double[] invested = new double[n];
    double[] traded = new double[n];
    equity[0] = parts.getFirst().equity[0];
    int end = 0;
    for (EquityCurve part : parts) {
      double scale = equity[end] / part.equity[0];
      for (int i = 0; i < part.sessions(); i++) {
        session[end] = part.session[i];
        invested[end] = part.invested[i] * scale;
        traded[end] = part.traded[i] * scale;
        end++;
        equity[end] = part.equity[i + 1] * scale;
      }
    }
    return new EquityCurve(session, equity, invested, traded);
  }

  /// How many sessions it has; one less than equities.
  public int sessions() {
    return session.length;
  }

  /// Exchange date of session `i`.
  public LocalDate date(int i) {
    return LocalDate.ofEpochDay(session[i]);
  }

  /// The return of each session: equity at its close over the equity before it, less one.
  public double[] returns() {
    double[] returns = new double[session.length];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = equity[i + 1] / equity[i] - 1;
    }
    return returns;
  }

  /// The share of its highest equity so far that was lost at each close, in `[0, 1)`.
  public double[] drawdowns() {
    double[] drawdowns = new double[session.length];
    double highest = equity[0];
    for (int i = 0; i < drawdowns.length; i++) {
      highest = Math.max(highest, equity[i + 1]);
      drawdowns[i] = 1 - equity[i + 1] / highest;
    }
    return drawdowns;
  }

  /// Invested ÷ equity at each close.
  public double[] exposures() {
    double[] exposures = new double[session.length];
    for (int i = 0; i < exposures.length; i++) {
      exposures[i] = invested[i] / equity[i + 1];
    }
    return exposures;
  }
}
