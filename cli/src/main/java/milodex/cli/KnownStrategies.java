package milodex.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import milodex.config.ConfigException;
import milodex.config.Nearest;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;
import milodex.promotion.PromotionLog;
import milodex.strategy.StrategyId;
import milodex.yaml.ConfigFolder;
import milodex.yaml.Configuration;

/// The strategies there are: a slip of the pen must not stop one while another goes on.
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
    throw unknown(strategy.toString(), files);
  }

  /// The files of the strategy `id`; throws [Failure] if no file of the workspace has that id.
  static Configuration load(Wiring wiring, String id) {
    ConfigFolder folder = wiring.configs();
    SortedMap<String, Path> files = folder.strategyFiles();
    Path file = files.get(id);
    if (file == null) {
      throw unknown(
          id,
          "No file in configs/strategies has the id " + id + ". " + nearest(id, files.keySet()));
    }
    return folder.load(file);
  }

  /// No strategy is called so.
  ///
  /// @param known those there are
  static Failure unknown(String id, Collection<String> known) {
    return unknown(id, nearest(id, known));
  }

  /// A strategy cannot even be called so.
  ///
  /// @param why without a point at its end
  static Failure noId(String name, String why) {
    return unknown(name, "That is no id: " + why + ".");
  }

  private static String nearest(String id, Collection<String> known) {
    return Nearest.to(id, known)
        .map(near -> "The nearest name is " + near + ".")
        .orElse("No name in the workspace comes near.");
  }

  private static Failure unknown(String id, String why) {
    return Failure.usage(
        "unknown_strategy",
        "No strategy is called " + id + ".",
        why,
        "See `milodex strategy list`.");
  }
}
