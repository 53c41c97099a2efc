package milodex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import milodex.backtest.Artifacts;
import milodex.data.BarProvider;
import milodex.data.BarStore;
import milodex.data.Settlement;
import milodex.data.StoredBars;
import milodex.files.ArtifactFolder;
import milodex.files.ParquetBarStore;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.plugins.PluginFolder;
import milodex.research.Holdout;
import milodex.sample.SampleMarket;
import milodex.sample.SampleProvider;
import milodex.sqlite.SqliteLedger;
import milodex.strategy.Templates;
import milodex.yaml.ConfigFolder;

/// Which part of the program does what for a workspace; the only place that names them all.
final class Wiring {

  /// The sample market of the demo.
  private static final long SAMPLE_SEED = 1;

  private static final Set<FactType> SEALS =
      Set.of(FactType.HOLDOUT_SEALED, FactType.HOLDOUT_OPENED);

  /// How long a broker may take to answer before a halt no longer waits for it.
  static final Duration SEND_PATIENCE = Duration.ofSeconds(30);

  private final Workspace workspace;
  private final PluginFolder plugins;

  Wiring(Workspace workspace) {
    this.workspace = workspace;
    this.plugins = new PluginFolder(workspace.plugins());
  }

  Workspace workspace() {
    return workspace;
  }

  ConfigFolder configs() {
    return new ConfigFolder(workspace.root(), plugins::templates);
  }

  /// The shipped templates and those of the workspace's plug-ins.
  Templates templates() {
    return plugins.templates();
  }

  BarStore bars() {
    return new ParquetBarStore(workspace.bars());
  }

  /// The bars that research may read at `now`: those that are final, and of them none that is
  /// sealed.
  StoredBars researchBars(Instant now) {
    LocalDate newest = Settlement.newestFinal(now);
    return bars().until(researchEnds().filter(newest::isAfter).orElse(newest));
  }

  /// The same for a quick look: of the ledger nothing is read, and so checked, but what is sealed.
  StoredBars barsToShow(Instant now) {
    LocalDate newest = Settlement.newestFinal(now);
    Optional<LocalDate> ends =
        ledgerIfAny()
            .flatMap(
                whole -> {
                  try (Ledger ledger = new SomeFacts(whole, SEALS)) {
                    return new Holdout(ledger).researchEnds();
                  }
                });
    return bars().until(ends.filter(newest::isAfter).orElse(newest));
  }

  /// The bars that evidence is made of: those that are final, up to the seal whether it is opened
  /// or not, so that what was opened is never counted as found out of sample.
  StoredBars evidenceBars(Instant now) {
    LocalDate newest = Settlement.newestFinal(now);
    Optional<LocalDate> seal =
        ledgerIfAny()
            .flatMap(
                ledger -> {
                  try (ledger) {
                    return new Holdout(ledger).lastBefore();
                  }
                });
    return bars().until(seal.filter(newest::isAfter).orElse(newest));
  }

  /// The bars that paper trading goes over at `now`: all that are final. What is sealed belongs to
  /// the past of every session that is still to come, and rules read it as they would live.
  StoredBars paperBars(Instant now) {
    return bars().until(Settlement.newestFinal(now));
  }

  /// The newest session research may read; empty if nothing is sealed.
  Optional<LocalDate> researchEnds() {
    return ledgerIfAny()
        .flatMap(
            ledger -> {
              try (ledger) {
                return new Holdout(ledger).researchEnds();
              }
            });
  }

  /// Who delivers bars, by name.
  SortedMap<String, Supplier<BarProvider>> providers() {
    return new TreeMap<>(
        Map.of("sample", () -> new SampleProvider(SampleMarket.generate(SAMPLE_SEED))));
  }

  Artifacts artifacts() {
    return new ArtifactFolder(workspace.artifacts());
  }

  /// The operator's ledger, to be appended to; made if there is none yet.
  SqliteLedger ledger() throws IOException {
    requireWhole();
    Files.createDirectories(workspace.data());
    return SqliteLedger.open(workspace.ledger());
  }

  /// Throws now what appending would throw later, where there is a ledger already.
  void requireSoundLedger() throws IOException {
    if (Files.exists(workspace.ledger())) {
      ledger().close();
    }
  }

  /// The operator's ledger, to be read only; throws [Failure] if there is none yet.
  SqliteLedger ledgerToRead() {
    return ledgerIfAny()
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.UNAVAILABLE,
                    "ledger_missing",
                    "This workspace has no ledger yet.",
                    workspace.ledger() + " does not exist; the first import or backtest makes it.",
                    "Nothing was done.",
                    "Import bars with `milodex data import PATH`, or try `milodex demo`."));
  }

  /// The operator's ledger, to be read only; empty if there is none yet.
  Optional<SqliteLedger> ledgerIfAny() {
    requireWhole();
    return Files.exists(workspace.ledger())
        ? Optional.of(SqliteLedger.openReadOnly(workspace.ledger()))
        : Optional.empty();
  }

  /// Throws [Failure] while a restore that was broken off waits to be gone on with.
  private void requireWhole() {
    if (Files.exists(workspace.restoring())) {
      throw new Failure(
          ExitCode.INTEGRITY,
          "restore_unfinished",
          "This workspace is being restored.",
          "A restore has not come to its end: some of its files are those of the backup, some are"
              + " not.",
          "Nothing was done.",
          "Give the same `milodex restore DIRECTORY --confirm` again; it goes on where it was"
              + " broken off.");
    }
  }
}
