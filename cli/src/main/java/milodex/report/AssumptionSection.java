package milodex.report;

import java.math.BigDecimal;
import milodex.backtest.RunSummary;

/// What the run took for granted.
final class AssumptionSection {

  private AssumptionSection() {}

  static Html of(RunPage page) {
    RunSummary summary = page.summary();
    RunSummary limits = page.inputs().at("limits");
    Terms terms =
        Terms.of()
            .with(
                "Fills",
                "A decision sees closed bars only and is filled at the next open, moved against it"
                    + " by slippage; where there is no bar, there is no fill. Whole shares.")
            .with("Slippage", Shown.share(summary.decimal("costs", "slippage")) + " of each price")
            .with("Commission", commission(summary.at("costs")))
            .with(
                "Account",
                "The strategy starts with %s, which is its allocation of %s of a larger account; the rest lies idle."
                    .formatted(
                        Shown.dollars(summary.decimal("initial_equity")),
                        Shown.share(summary.decimal("allocation"))))
            .with(
                "Limits of the strategy",
                "At most %s positions of at most %s of its equity each; entries stop after a loss of %s in a day."
                    .formatted(
                        limits.text("max_positions"),
                        Shown.share(limits.decimal("max_position")),
                        Shown.share(limits.decimal("max_daily_loss"))))
            .with(
                "Limits of the account",
                Html.of(
                    summary.flag("unlimited")
                        ? "UNLIMITED: switched off, of policy <code>{}</code>"
                        : "All of risk policy <code>{}</code>",
                    summary.text("policy")))
            .with("Dividends", "Cash on the ex-date, never a signal. Cash earns nothing.")
            .with("Universe", universe(summary))
            .with("Risk-free rate", "0")
            .with(
                "Windows",
                summary.flag("walk_forward")
                    ? "Parameters are frozen: nothing was fitted. Each window starts flat; what is"
                        + " open at its end is marked with the cost of selling it."
                    : "None: one pass over the whole period.");
    return Html.of(
        """
        <section aria-labelledby="assumptions">
        <h2 id="assumptions">Assumptions</h2>
        {}<h3>Parameters of {}</h3>
        {}</section>
        """,
        terms.html("plain"),
        summary.text("template"),
        parameters(summary.at("parameters")));
  }

  private static Html parameters(RunSummary parameters) {
    Terms terms = Terms.of();
    for (String name : parameters.keys()) {
      String value = parameters.text(name);
      terms.with(name, value.isEmpty() ? "(not set)" : value);
    }
    return terms.html("figures wide");
  }

  private static String commission(RunSummary costs) {
    BigDecimal perTrade = costs.decimal("commission_per_trade");
    BigDecimal rate = costs.decimal("commission_rate");
    BigDecimal least = costs.decimal("min_commission");
    return perTrade.signum() == 0 && rate.signum() == 0 && least.signum() == 0
        ? "none"
        : "%s a fill and %s of its value, at least %s"
            .formatted(Shown.dollars(perTrade), Shown.share(rate), Shown.dollars(least));
  }

  private static String universe(RunSummary summary) {
    String chosen =
        summary.find("survivorship").isEmpty()
            ? "; whether with hindsight is not recorded"
            : summary
                .find("survivorship", "corrected_from")
                .map(date -> ", chosen without hindsight from " + date.text() + " on")
                .orElse(", chosen with hindsight: survivors are favoured");
    return UniverseName.of(summary.text("universe")) + chosen + ".";
  }
}
