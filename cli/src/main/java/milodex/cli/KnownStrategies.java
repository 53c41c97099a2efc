package milodex.cli;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import milodex.config.ConfigException;
import milodex.config.Nearest;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;
import milodex.promotion.PromotionLog;
import milodex.strategy.StrategyId;

/// A slip of the pen must not stop one strategy while another goes on.
final class KnownStrategies {

  /// The facts of a ledger that name them.
  static final Set<FactType> FACTS =
      Set.of(FactType.EVIDENCE_JUDGED, FactType.STAGE_PROMOTED, FactType.STAGE_DEMOTED);

  /// The code of the warning that it could not be looked up.
  static final String UNCHECKED = "strategy_unchecked";

  private KnownStrategies() {}

  /// Throws [Failure] if neither a file nor a step of the ledger names `strategy`. Files are not
  /// read: a broken one stops nobody from stopping, and neither does what cannot be looked up.
  ///
  /// @param ledger at least [#FACTS] of it
  /// @return why nobody knows whether there is such a strategy; empty if there is
  static Optional<String> require(Wiring wiring, Ledger ledger, StrategyId strategy) {
    SortedSet<String> files;
    try {
      if (!new PromotionLog(ledger).history(strategy).isEmpty()) {
        return Optional.empty();
      }
      files = wiring.configs().strategies();
    } catch (ConfigException | LedgerCorruptException | LedgerUnavailableException e) {
      return Optional.of(
          "Whether there is a strategy " + strategy + " could not be looked up: " + e.getMessage());
    }
    if (files.contains(strategy.toString())) {
      return Optional.empty();
    }
    throw Failure.usage(
        "unknown_strategy",
        "No strategy is called " + strategy + ".",
        Nearest.to(strategy.toString(), files)
            .map(near -> "The nearest name is " + near + ".")
            .orElse("No name in the workspace comes near."),
        "See `milodex strategy list`.");
  }
}
