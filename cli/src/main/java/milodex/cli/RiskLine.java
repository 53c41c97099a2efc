package milodex.cli;

import java.util.List;
import milodex.ledger.RiskFact;
import milodex.market.NewYork;

/// A fact of the risk gate, or of what stops it from approving, as one sentence.
final class RiskLine {

  private RiskLine() {}

  static String of(RiskFact fact) {
    return switch (fact) {
      case RiskFact.GateTested f ->
          "Risk gate tested under policy %s: %s".formatted(FactLine.brief(f.policy()), tested(f));
      case RiskFact.TroubleFound f ->
          "Trouble found on %s (%s, %s): %s"
              .formatted(f.session(), f.trigger(), f.scope(), f.says());
      case RiskFact.AlertAcknowledged f ->
          "Alert %d (%s) was acknowledged: %s".formatted(f.alert(), f.what(), f.reason());
      case RiskFact.LedgerRestored f -> restored(f);
      case RiskFact.HaltFact f -> HaltLine.of(f);
    };
  }

  private static String restored(RiskFact.LedgerRestored f) {
    return "The ledger was restored from the backup of %s New York; %s"
        .formatted(
            NewYork.second(f.taken()),
            f.untold().isEmpty()
                ? "the broker knows of no order beyond it."
                : "the broker took %s that it does not tell of."
                    .formatted(FactLine.counted(f.untold().size(), "order", "orders")));
  }

  private static String tested(RiskFact.GateTested f) {
    if (f.holds()) {
      return "all %d reasons veto, and an order in order passes.".formatted(f.vetoed().size());
    }
    return "NOT PROVED."
        + listed(" Inert: %s.", f.inert())
        + listed(" An order in order was refused: %s.", f.refused());
  }

  private static String listed(String format, List<String> codes) {
    return codes.isEmpty() ? "" : format.formatted(String.join(", ", codes));
  }
}
