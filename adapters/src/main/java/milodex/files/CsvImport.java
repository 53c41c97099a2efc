package milodex.files;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.data.ActionMerge;
import milodex.data.BarMerge;
import milodex.data.BarStore;
import milodex.data.Intake;
import milodex.files.ImportResult.Disagreement;
import milodex.market.BarSeries;
import milodex.market.Timeframe;

/// Brings CSV files into a store: all of them are read and judged before the first is written.
///
/// A file with a broken row is refused whole. Unless told to keep going, one refused file or series
/// means that nothing is written. The same import twice writes nothing the second time; one that a
/// kill cut short is finished by repeating it.
public final class CsvImport {

  private final BarStore store;
  private final ImportOptions options;

  /// Imports into `store`.
  public CsvImport(BarStore store, ImportOptions options) {
    this.store = store;
    this.options = options;
  }

  /// Told how much of the whole is done, in steps of a file.
  @FunctionalInterface
  public interface Progress {
    void done(int steps, int of);
  }

  /// Imports a file, or a folder with any of `daily`, `daily-raw`, `corporate-actions` and
  /// `intraday`, or one of these four.
  ///
  /// @throws milodex.data.DataUnavailableException if the store cannot be read or written
  public ImportResult run(Path from) {
    return run(List.of(from), (_, _) -> {});
  }

  /// Imports several of them as one: all or nothing.
  ///
  /// @throws milodex.data.DataUnavailableException if the store cannot be read or written
  public ImportResult run(List<Path> from, Progress progress) {
    CsvSources sources = CsvSources.find(from, options.adjustment());
    Steps steps = new Steps(sources.files().size(), progress);
    CsvOffers offers = CsvOffers.read(sources, options.source(), steps::read);
    SortedSet<LocalDate> provisional = new TreeSet<>();
    List<BarMerge> bars =
        offers.series().stream()
            .flatMap(series -> finished(series, provisional).stream())
            .map(this::join)
            .toList();
    List<ActionMerge> actions =
        offers.actions().entrySet().stream()
            .map(
                offer ->
                    ActionMerge.of(offer.getKey(), store.actions(offer.getKey()), offer.getValue()))
            .toList();
    List<Disagreement> disagreements = disagreements(bars, actions);
    boolean sound = offers.faults().isEmpty() && disagreements.isEmpty();
    if (!sound && !options.keepGoing()) {
      return new ImportResult(
          List.of(), List.of(), offers.faults(), disagreements, new TreeSet<>());
    }
    List<BarMerge> allowedBars = bars.stream().filter(m -> isAllowed(m.objection())).toList();
    List<ActionMerge> allowedActions =
        actions.stream().filter(m -> isAllowed(m.objection())).toList();
    Intake intake = new Intake(store);
    steps.toStore(allowedBars.size() + allowedActions.size());
    return new ImportResult(
        allowedBars.stream().map(merge -> steps.stored(intake.take(merge))).toList(),
        allowedActions.stream().map(merge -> steps.stored(intake.take(merge))).toList(),
        offers.faults(),
        disagreements,
        provisional);
  }

  /// The series without daily bars that may still change; their sessions go to `provisional`.
  private Optional<BarSeries> finished(BarSeries offered, SortedSet<LocalDate> provisional) {
    LocalDate last = options.newestFinal().orElse(offered.last());
    if (offered.timeframe() != Timeframe.DAY_1 || !offered.last().isAfter(last)) {
      return Optional.of(offered);
    }
    BarSeries left = offered.between(last.plusDays(1), offered.last());
    for (int i = 0; i < left.size(); i++) {
      provisional.add(left.session(i));
    }
    return Optional.of(offered.between(offered.first(), last)).filter(bars -> !bars.isEmpty());
  }

  private BarMerge join(BarSeries offered) {
    return BarMerge.of(
        store.load(offered.symbol(), offered.timeframe(), offered.adjustment()), offered);
  }

  private List<Disagreement> disagreements(List<BarMerge> bars, List<ActionMerge> actions) {
    List<Disagreement> found = new ArrayList<>();
    for (BarMerge merge : bars) {
      if (!isAllowed(merge.objection())) {
        BarSeries series = merge.bars();
        String what =
            "%s %s %s".formatted(series.symbol(), series.timeframe(), series.adjustment());
        found.add(new Disagreement(what, merge.changed(), merge.objection().orElseThrow()));
      }
    }
    for (ActionMerge merge : actions) {
      if (!isAllowed(merge.objection())) {
        found.add(
            new Disagreement(
                merge.symbol() + " actions", merge.changed(), merge.objection().orElseThrow()));
      }
    }
    return found;
  }

  private boolean isAllowed(Optional<String> objection) {
    return objection.isEmpty() || options.reviseReason().isPresent();
  }

  /// Counts files read, then an equal share for what is stored.
  private static final class Steps {
    private final int files;
    private final Progress progress;
    private int read;
    private int storing = 1;
    private int stored;

    Steps(int files, Progress progress) {
      this.files = files;
      this.progress = progress;
    }

    void read() {
      progress.done(++read, 2 * files);
    }

    void toStore(int offers) {
      storing = Math.max(1, offers);
    }

    <T> T stored(T taken) {
      stored++;
      progress.done(files + (int) ((long) files * stored / storing), 2 * files);
      return taken;
    }
  }
}
