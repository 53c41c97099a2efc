package milodex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milodex.data.BarStore;
import milodex.data.Settlement;
import milodex.files.CsvImport;
import milodex.files.ImportOptions;
import milodex.files.ImportResult;
import milodex.ledger.Ledger;
import milodex.market.Adjustment;
import milodex.terminal.Progress;

/// Takes CSV files into the bar store, all or nothing, and tells the ledger.
final class DataImportCommand implements Action {

  /// Steps of the progress bar.
  private static final int PARTS = 1_000;

  private List<Path> paths = List.of();
  private String source = "csv";
  private boolean raw;
  private boolean splitAdjusted;
  private boolean keepGoing;
  private Optional<String> revise = Optional.empty();

  @Override
  public String name() {
    return "import";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Import CSV files: all of them, or nothing if a row is broken.",
            "A folder is laid out as daily/SYMBOL.csv, daily-raw/SYMBOL.csv, corporate-actions/SYMBOL.csv"
                + " and intraday/SYMBOL-YYYYMMDD-1min.csv. The same import again changes nothing.")
        .words(1, "PATH", Path.class, "Files or folders.", it -> paths = it)
        .option(
            "--source",
            "NAME",
            String.class,
            "What the series name as their source; default: csv.",
            it -> source = it)
        .flag("--raw", "Prices of a single daily file are as traded.", () -> raw = true)
        .flag(
            "--split-adjusted", "They are divided by all later splits.", () -> splitAdjusted = true)
        .flag(
            "--keep-going",
            "Take in what is sound even if something else is refused; still exits 3.",
            () -> keepGoing = true)
        .option(
            "--revise",
            "REASON",
            String.class,
            "Replace stored bars that differ, and keep the old ones aside.",
            it -> revise = Optional.of(it));
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    ImportOptions options = options(invocation.environment().clock().instant());
    Wiring wiring = new Wiring(invocation.workspace());
    wiring.requireSoundLedger();
    BarStore store = wiring.bars();
    ImportResult result = read(invocation, store, options);
    ImportReport report = new ImportReport(invocation.environment().directory(), result);
    if (result.series().isEmpty() && result.actions().isEmpty()) {
      return report.reply(0);
    }
    try (Ledger ledger = wiring.ledger()) {
      int facts =
          new Telling(ledger, store)
              .tell(
                  invocation.environment().clock().instant(),
                  new Telling.Taken(result.series(), result.actions(), revise, Optional.empty()));
      return report.reply(facts).ref("ledger_head", ledger.head().toString());
    }
  }

  private ImportResult read(Invocation invocation, BarStore store, ImportOptions options) {
    Path directory = invocation.environment().directory();
    List<Path> from = paths.stream().map(directory::resolve).toList();
    try (Progress progress = invocation.console().progress("Import", PARTS)) {
      int[] shown = {0};
      return new CsvImport(store, options)
          .run(
              from,
              (steps, of) -> {
                int done = (int) ((long) PARTS * steps / of);
                progress.advance(done - shown[0]);
                shown[0] = done;
              });
    }
  }

  /// What daily files outside of the known folders are.
  private Optional<Adjustment> adjustment() {
    if (raw && splitAdjusted) {
      throw Failure.usage(
          "invalid_import",
          "Nothing was imported.",
          "--raw and --split-adjusted exclude each other.",
          "Say what the prices are: `milodex data import --help`.");
    }
    if (raw) {
      return Optional.of(Adjustment.RAW);
    }
    return splitAdjusted ? Optional.of(Adjustment.SPLIT_ADJUSTED) : Optional.empty();
  }

  private ImportOptions options(Instant now) {
    try {
      return new ImportOptions(
          source, adjustment(), keepGoing, revise, Optional.of(Settlement.newestFinal(now)));
    } catch (IllegalArgumentException e) {
      throw Failure.usage(
          "invalid_import",
          "Nothing was imported.",
          "An option cannot be used: " + e.getMessage() + ".",
          "See `milodex data import --help` for the options.");
    }
  }
}
