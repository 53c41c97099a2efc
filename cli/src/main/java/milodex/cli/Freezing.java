package milodex.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.ledger.Draft;
import milodex.ledger.Ledger;
import milodex.ledger.ResearchFact;
import milodex.promotion.Manifest;
import milodex.strategy.StrategyId;
import milodex.yaml.Configuration;

/// Keeps manifests in the ledger, whole.
final class Freezing {

  private final Ledger ledger;
  private final List<ResearchFact.ManifestFrozen> frozen = new ArrayList<>();

  /// Reads the manifests `ledger` holds.
  Freezing(Ledger ledger) {
    this.ledger = ledger;
    ledger.replay(
        event -> {
          if (event.fact() instanceof ResearchFact.ManifestFrozen fact) {
            frozen.add(fact);
          }
        });
  }

  /// The manifest that is frozen now; throws [Failure] if there is none, or the files differ.
  ///
  /// @param failed what was not done then, in a sentence
  static Manifest required(Wiring wiring, Configuration configuration, String failed) {
    StrategyId id = configuration.strategy().id();
    Manifest now = configuration.manifest();
    Manifest frozen =
        wiring
            .ledgerIfAny()
            .flatMap(
                ledger -> {
                  try (ledger) {
                    return new Freezing(ledger).newest(id);
                  }
                })
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.REFUSED,
                        "no_frozen_manifest",
                        failed,
                        "No manifest is frozen for " + id + ".",
                        "Nothing was run and no trial was counted.",
                        "Freeze one with `milodex promotion freeze " + id + "`."));
    if (!frozen.equals(now)) {
      throw new Failure(
          ExitCode.REFUSED,
          "manifest_drift",
          failed,
          "The files of " + id + " differ from the frozen manifest.",
          "Nothing was run and no trial was counted.",
          "See `milodex promotion manifest " + id + "`; freeze again, or put the files back.");
    }
    return frozen;
  }

  /// The strategies of which a manifest is frozen, in order.
  static List<String> frozen(Wiring wiring) {
    return wiring
        .ledgerIfAny()
        .map(
            ledger -> {
              try (ledger) {
                return new Freezing(ledger).frozen.stream().map(one -> one.strategy().toString());
              }
            })
        .orElse(Stream.empty())
        .distinct()
        .sorted()
        .toList();
  }

  /// The newest manifest frozen for `strategy`.
  Optional<Manifest> newest(StrategyId strategy) {
    return frozen.stream()
        .filter(fact -> fact.strategy().equals(strategy))
        .reduce((_, later) -> later)
        .map(fact -> Manifest.parse(fact.text()));
  }

  /// Freezes `manifest`, unless it is the newest already.
  ///
  /// @return whether anything was written
  boolean freeze(Manifest manifest, Instant at) {
    if (newest(manifest.strategy()).filter(manifest::equals).isPresent()) {
      return false;
    }
    long count =
        frozen.stream().filter(fact -> fact.strategy().equals(manifest.strategy())).count();
    ResearchFact.ManifestFrozen fact =
        new ResearchFact.ManifestFrozen(manifest.strategy(), manifest.hash(), manifest.text());
    ledger.append(at, Draft.of("manifest/" + manifest.strategy() + "/" + (count + 1), fact));
    frozen.add(fact);
    return true;
  }
}
