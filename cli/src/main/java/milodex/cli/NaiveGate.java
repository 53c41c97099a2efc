package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import milodex.promotion.Policy;

/// What a gate would say that looks at one result and forgets how many were tried.
///
/// It has the very thresholds of the policy for Sharpe, drawdown and trades, and nothing else.
///
/// @param drawdown the deepest fall, as a fraction
record NaiveGate(double sharpe, double drawdown, long trades) {

  boolean promotes() {
    return objections().isEmpty();
  }

  /// Each threshold that is missed.
  List<String> objections() {
    Policy policy = Policy.CURRENT;
    List<String> missed = new ArrayList<>();
    if (sharpe < policy.sharpe()) {
      missed.add(String.format(Locale.ROOT, "Sharpe %.2f, at least %.2f", sharpe, policy.sharpe()));
    }
    if (drawdown > policy.maxDrawdown()) {
      missed.add(
          String.format(
              Locale.ROOT,
              "worst fall %.1f %%, at most %.1f %%",
              100 * drawdown,
              100 * policy.maxDrawdown()));
    }
    if (trades < policy.trades()) {
      missed.add(String.format(Locale.ROOT, "%d trades, at least %d", trades, policy.trades()));
    }
    return missed;
  }

  /// The verdict in one sentence.
  String says() {
    String figures =
        String.format(
            Locale.ROOT,
            "Sharpe %.2f, worst fall %.1f %%, %d trades",
            sharpe,
            100 * drawdown,
            trades);
    return promotes()
        ? "A gate that forgets how many were tried would promote it: " + figures + "."
        : "Even a gate that forgets how many were tried would refuse it: "
            + String.join("; ", objections())
            + ".";
  }

  Data data() {
    return Data.of()
        .flag("promotes", promotes())
        .number("sharpe", sharpe)
        .number("drawdown", drawdown)
        .count("trades", trades)
        .texts("objections", objections());
  }
}
