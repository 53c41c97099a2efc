package milodex.files;

import dev.hardwood.HardwoodContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import milodex.data.ActionMerge;
import milodex.data.BarFault;
import milodex.data.BarFingerprint;
import milodex.data.BarMerge;
import milodex.data.BarStore;
import milodex.data.DataUnavailableException;
import milodex.data.StoredSeries;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.TickerChange;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// A folder of Parquet files, one per series, with the actions of each symbol beside.
///
/// ```
/// SPY_1Day_raw.parquet     bars
/// SPY_actions.csv          corporate actions
/// revisions/               what a revision replaced, each named by its fingerprint
/// .lock                    held by the process that writes
/// ```
public final class ParquetBarStore implements BarStore {

  private final Path root;

  /// A store in `root`; the folder is made by the first write.
  public ParquetBarStore(Path root) {
    this.root = root;
  }

  @Override
  public List<StoredSeries> series() {
    List<SeriesFile> files =
        names().stream().map(SeriesFile::parse).flatMap(Optional::stream).toList();
    return reading(
        reader -> files.parallelStream().map(reader::describe).sorted(StoredSeries.ORDER).toList());
  }

  @Override
  public Optional<StoredSeries> stored(Symbol symbol, Timeframe timeframe, Adjustment adjustment) {
    return find(symbol, timeframe, adjustment)
        .map(file -> reading(reader -> reader.describe(file)));
  }

  @Override
  public Optional<BarSeries> load(Symbol symbol, Timeframe timeframe, Adjustment adjustment) {
    return find(symbol, timeframe, adjustment).map(file -> reading(reader -> reader.load(file)));
  }

  @Override
  public SortedMap<Symbol, BarSeries> loadAll(Collection<Symbol> symbols, Timeframe timeframe) {
    List<SeriesFile> files =
        symbols.stream()
            .distinct()
            .map(
                symbol ->
                    find(symbol, timeframe, Adjustment.RAW)
                        .or(() -> find(symbol, timeframe, Adjustment.SPLIT_ADJUSTED)))
            .flatMap(Optional::stream)
            .toList();
    SortedMap<Symbol, BarSeries> loaded = new TreeMap<>();
    reading(reader -> files.parallelStream().map(reader::load).toList())
        .forEach(series -> loaded.put(series.symbol(), series));
    return loaded;
  }

  @Override
  public List<CorporateAction> actions(Symbol symbol) {
    Path file = root.resolve(ActionsFile.name(symbol));
    return Files.exists(file) ? ActionsFile.read(file, symbol) : List.of();
  }

  @Override
  public Optional<BarSeries> load(BarFingerprint fingerprint) {
    return series().stream()
        .filter(one -> one.fingerprint().equals(fingerprint))
        .findFirst()
        .flatMap(one -> load(one.symbol(), one.timeframe(), one.adjustment()))
        .or(() -> revision(fingerprint));
  }

  private Optional<BarSeries> revision(BarFingerprint fingerprint) {
    for (String name : names(RevisionFile.FOLDER)) {
      Optional<RevisionFile> revision =
          RevisionFile.parse(name).filter(one -> one.fingerprint().equals(fingerprint));
      Optional<SeriesFile> of = revision.flatMap(one -> SeriesFile.parse(one.original()));
      if (of.isPresent()) {
        String path = revision.get().path();
        BarSeries series = reading(reader -> reader.load(of.get(), path));
        if (!BarFingerprint.of(series).equals(fingerprint)) {
          throw new DataUnavailableException(
              root.resolve(path)
                  + " does not hold the bars it is named by. "
                  + StoreCheck.KEPT_ASIDE);
        }
        return Optional.of(series);
      }
    }
    return Optional.empty();
  }

  @Override
  public List<TickerChange> tickerChanges() {
    return names().stream()
        .flatMap(name -> ActionsFile.parse(name).stream())
        .flatMap(symbol -> actions(symbol).stream())
        .filter(TickerChange.class::isInstance)
        .map(TickerChange.class::cast)
        .sorted(Comparator.comparing(TickerChange::exDate))
        .toList();
  }

  @Override
  public List<BarFault> verify() {
    return reading(
        reader -> new StoreCheck(root, reader).faults(names(), names(RevisionFile.FOLDER)));
  }

  @Override
  public StoredSeries save(BarMerge merge) {
    merge.objection().ifPresent(ParquetBarStore::refuse);
    return write(merge);
  }

  @Override
  public StoredSeries revise(BarMerge merge) {
    return write(merge);
  }

  @Override
  public void save(ActionMerge merge) {
    merge.objection().ifPresent(ParquetBarStore::refuse);
    write(merge);
  }

  @Override
  public void revise(ActionMerge merge) {
    write(merge);
  }

  private StoredSeries write(BarMerge merge) {
    BarSeries series = merge.bars();
    StoredSeries description = StoredSeries.of(series);
    SeriesFile file = SeriesFile.of(series);
    StoreLock.whileHeld(
        root,
        () -> {
          Optional<BarFingerprint> now =
              stored(series.symbol(), series.timeframe(), series.adjustment())
                  .map(StoredSeries::fingerprint);
          requireUnmoved(file.name(), now.equals(merge.replaces()));
          if (merge.objection().isPresent()) {
            keep(new RevisionFile(file.name(), now.orElseThrow()));
          }
          AtomicFile.write(
              root.resolve(file.name()), temp -> BarsWriter.write(temp, series, description));
        });
    return description;
  }

  private void write(ActionMerge merge) {
    String name = ActionsFile.name(merge.symbol());
    StoreLock.whileHeld(
        root,
        () -> {
          requireUnmoved(name, actions(merge.symbol()).equals(merge.stored()));
          if (merge.objection().isPresent()) {
            keep(new RevisionFile(name, merge.replaces().orElseThrow()));
          }
          AtomicFile.write(root.resolve(name), temp -> ActionsFile.write(temp, merge.actions()));
        });
  }

  private void keep(RevisionFile revision) throws IOException {
    byte[] old = Files.readAllBytes(root.resolve(revision.original()));
    AtomicFile.write(root.resolve(revision.path()), temp -> Files.write(temp, old));
  }

  private void requireUnmoved(String name, boolean unmoved) {
    if (!unmoved) {
      throw new DataUnavailableException(
          root.resolve(name)
              + " was changed by another process while this one prepared its own change. Nothing"
              + " was written. Repeat the command.");
    }
  }

  private Optional<SeriesFile> find(Symbol symbol, Timeframe timeframe, Adjustment adjustment) {
    SeriesFile file = new SeriesFile(symbol, timeframe, adjustment);
    return Optional.of(file).filter(f -> Files.exists(root.resolve(f.name())));
  }

  private List<String> names() {
    return names("");
  }

  /// The names of all plain files in a folder of the store, sorted, without the lock.
  private List<String> names(String within) {
    Path folder = root.resolve(within);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.equals(StoreLock.NAME))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DataUnavailableException("The bar store " + root + " cannot be listed.", e);
    }
  }

  private <T> T reading(Function<BarsReader, T> work) {
    try (HardwoodContext context = HardwoodContext.create()) {
      return work.apply(new BarsReader(root, context));
    }
  }

  private static void refuse(String objection) {
    throw new IllegalArgumentException(objection);
  }
}
