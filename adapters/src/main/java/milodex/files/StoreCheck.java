package milodex.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import milodex.data.BarFault;
import milodex.data.BarFingerprint;
import milodex.data.DataUnavailableException;
import milodex.data.StoredSeries;
import milodex.market.Symbol;

/// Whether each file of a bar store is one of its own, can be read, and holds what it says.
final class StoreCheck {

  /// What became of a file kept aside that does not hold what it should, and what to do.
  static final String KEPT_ASIDE =
      "Nothing was read from it, and no run uses it. Restore it from a copy, or move it away.";

  private final Path root;
  private final BarsReader reader;

  /// @param reader of the store in `root`
  StoreCheck(Path root, BarsReader reader) {
    this.root = root;
    this.reader = reader;
  }

  /// What is wrong, file by file; none if all is in order.
  ///
  /// @param names of the files of the store
  /// @param revisions names of the files that it keeps aside
  List<BarFault> faults(List<String> names, List<String> revisions) {
    return Stream.concat(
            names.stream().flatMap(name -> fault(name, () -> checked(name))),
            revisions.stream().flatMap(name -> fault(name, () -> checkedRevision(name))))
        .toList();
  }

  private static Stream<BarFault> fault(String name, Supplier<Optional<String>> check) {
    try {
      return check.get().map(says -> new BarFault(name, says)).stream();
    } catch (DataUnavailableException e) {
      return Stream.of(new BarFault(name, String.valueOf(e.getMessage())));
    }
  }

  private Optional<String> checked(String name) {
    if (name.endsWith(".tmp")) {
      return Files.exists(root.resolve(name))
          ? Optional.of(
              "An interrupted write left this behind. It is not read; delete it, unless an import"
                  + " goes on.")
          : Optional.empty();
    }
    Optional<Symbol> ofActions = ActionsFile.parse(name);
    if (ofActions.isPresent()) {
      ActionsFile.read(root.resolve(name), ofActions.get());
      return Optional.empty();
    }
    Optional<SeriesFile> ofBars = SeriesFile.parse(name);
    if (ofBars.isEmpty()) {
      return Optional.of("Not a file of this store. It is not read; move it away.");
    }
    return reader.describe(ofBars.get()).equals(StoredSeries.of(reader.load(ofBars.get())))
        ? Optional.empty()
        : Optional.of(
            "Its bars do not have the fingerprint its footer states. Move it away and import the"
                + " series again.");
  }

  private Optional<String> checkedRevision(String name) {
    return RevisionFile.parse(name)
        .filter(this::holds)
        .map(sound -> Optional.<String>empty())
        .orElseGet(() -> Optional.of("It does not hold what it is named by. " + KEPT_ASIDE));
  }

  private boolean holds(RevisionFile revision) {
    Optional<BarFingerprint> bars =
        SeriesFile.parse(revision.original())
            .map(file -> BarFingerprint.of(reader.load(file, revision.path())));
    return bars.or(
            () ->
                ActionsFile.parse(revision.original())
                    .map(symbol -> ActionsFile.read(root.resolve(revision.path()), symbol))
                    .map(BarFingerprint::ofActions))
        .filter(revision.fingerprint()::equals)
        .isPresent();
  }
}
