package milodex.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milodex.ledger.Draft;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.ledger.ResearchFact;
import milodex.promotion.Manifest;
import milodex.strategy.StrategyId;
import milodex.yaml.Configuration;

/// Keeps manifests in the ledger, whole.
final class Freezing {

  /// The facts it is made of.
  static final Set<FactType> KINDS = Set.of(FactType.MANIFEST_FROZEN);

  private final Ledger ledger;
  private final List<ResearchFact.ManifestFrozen> frozen = new ArrayList<>();

  /// Reads the manifests `ledger` holds.
  Freezing(Ledger ledger) {
    this.ledger = ledger;
    ledger.replay(
        KINDS,
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
    return of(wiring).required(configuration, failed);
  }

  /// The same of what was read.
  Manifest required(Configuration configuration, String failed) {
    StrategyId id = configuration.strategy().id();
    Manifest now = configuration.manifest();
    Manifest newest =
        newest(id)
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.REFUSED,
                        "no_frozen_manifest",
                        failed,
                        "No manifest is frozen for " + id + ".",
                        "Nothing was run and no trial was counted.",
                        "Freeze one with `milodex promotion freeze " + id + "`."));
    if (!newest.equals(now)) {
      throw new Failure(
          ExitCode.REFUSED,
          "manifest_drift",
          failed,
          "The files of " + id + " differ from the frozen manifest.",
          "Nothing was run and no trial was counted.",
          "See `milodex promotion manifest " + id + "`; freeze again, or put the files back.");
    }
    return newest;
  }

  /// The strategies of which a manifest is frozen, in order.
  static List<String> frozen(Wiring wiring) {
    return of(wiring).strategies();
  }

  /// What is frozen, for a quick look: of the ledger nothing is read, and so checked, but that.
  static Freezing atAGlance(Wiring wiring) {
    return read(wiring.ledgerIfAny().map(whole -> new SomeFacts(whole, KINDS)));
  }

  /// The same of these.
  List<String> strategies() {
    return frozen.stream().map(one -> one.strategy().toString()).distinct().sorted().toList();
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

  private static Freezing of(Wiring wiring) {
    return read(wiring.ledgerIfAny());
  }

  private static Freezing read(Optional<? extends Ledger> ledger) {
    try (Ledger facts = ledger.<Ledger>map(one -> one).orElseGet(MemoryLedger::new)) {
      return new Freezing(facts);
    }
  }
}
