package milodex.backtest;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import milodex.analytics.EquityCurve;
import milodex.data.Eligibility;
import milodex.data.HoldingReturns;
import milodex.data.MarketHistory;
import milodex.market.Symbol;
import milodex.market.Universe;

/// What the equal-weight buy-and-hold of a run's eligible universe earned in each session: the
/// market that a rule had to choose from, without any choice and without costs.
///
/// A member is bought at the close of the first session at which it could be entered, for one n-th
/// of all there is; the others are cut in proportion, and weights drift from there. One that cannot
/// be entered any more is sold at that close, and the others grow in proportion.
final class UniverseReturns {

  private UniverseReturns() {}

  /// The return of each session of `curve`, from the close before it; 0 while nothing is held.
  static double[] of(Preparation.Ready ready, EquityCurve curve) {
    int[] days = curve.session();
    List<Universe.Member> members = ready.plan().strategy().universe().members();
    MarketHistory history = ready.history();
    double[][] returns = new double[members.size()][];
    for (int k = 0; k < returns.length; k++) {
      returns[k] = HoldingReturns.betweenCloses(history, members.get(k).symbol(), days);
    }
    double[] universe = new double[days.length];
    double[] worth = new double[members.size()];
    for (int i = 0; i < days.length; i++) {
      hold(ready, history.days().firstFrom(days[i]) - 1, worth);
      double before = Arrays.stream(worth).sum();
      for (int k = 0; k < worth.length; k++) {
        worth[k] *= 1 + returns[k][i];
      }
      universe[i] = before > 0 ? Arrays.stream(worth).sum() / before - 1 : 0;
    }
    return universe;
  }

  /// Sells and buys at the close of `session`.
  private static void hold(Preparation.Ready ready, int session, double[] worth) {
    List<Universe.Member> members = ready.plan().strategy().universe().members();
    SortedMap<Symbol, Eligibility> eligibility = ready.eligibility();
    for (int k = 0; k < worth.length; k++) {
      boolean mayHold = session >= 0 && mayEnter(ready, members.get(k), eligibility, session);
      if (!mayHold && worth[k] > 0) {
        sell(k, worth);
      } else if (mayHold && worth[k] == 0) {
        buy(k, worth);
      }
    }
  }

  private static boolean mayEnter(
      Preparation.Ready ready,
      Universe.Member member,
      SortedMap<Symbol, Eligibility> eligibility,
      int session) {
    Eligibility one = eligibility.get(member.symbol());
    return one != null
        && one.isEligible(session)
        && member.isMemberOn(ready.history().sessions().get(session).date());
  }

  private static void sell(int k, double[] worth) {
    double all = Arrays.stream(worth).sum();
    double rest = all - worth[k];
    worth[k] = 0;
    if (rest > 0) {
      scale(worth, all / rest);
    }
  }

  private static void buy(int k, double[] worth) {
    double all = Arrays.stream(worth).sum();
    long held = Arrays.stream(worth).filter(one -> one > 0).count();
    scale(worth, (double) held / (held + 1));
    worth[k] = held == 0 ? 1 : all / (held + 1);
  }

  private static void scale(double[] worth, double by) {
    for (int k = 0; k < worth.length; k++) {
      worth[k] *= by;
    }
  }
}
