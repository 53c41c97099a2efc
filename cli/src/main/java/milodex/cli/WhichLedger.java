package milodex.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.sqlite.SqliteLedger;
import picocli.CommandLine.Option;

/// Which ledger a command reads: the operator's, or the one a rehearsal kept.
final class WhichLedger {

  @Option(
      names = "--rehearsal",
      paramLabel = "NAME",
      description = "Read the ledger of this rehearsal; the first digits of its name are enough.")
  private Optional<String> rehearsal = Optional.empty();

  /// The ledger, to be read only; throws [Failure] if there is none.
  SqliteLedger open(Wiring wiring) {
    return rehearsal
        .map(name -> SqliteLedger.openReadOnly(folder(wiring.workspace(), name).ledger()))
        .orElseGet(wiring::ledgerToRead);
  }

  private static RehearsalFolder folder(Workspace workspace, String name) {
    List<Path> found = named(workspace, name);
    return switch (found.size()) {
      case 1 -> new RehearsalFolder(found.getFirst());
      case 0 ->
          throw Failure.usage(
              "unknown_rehearsal",
              "There is no rehearsal `" + name + "`.",
              "Nothing in " + workspace.name(workspace.rehearsals()) + " begins so.",
              "`milodex strategy run ID --rehearse --from DATE` makes one and names it.");
      default ->
          throw Failure.usage(
              "ambiguous_rehearsal",
              "`" + name + "` names more than one rehearsal.",
              found.size() + " of them begin so.",
              "Give more digits of the name.");
    };
  }

  private static List<Path> named(Workspace workspace, String name) {
    if (name.isEmpty() || !Files.isDirectory(workspace.rehearsals())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(workspace.rehearsals())) {
      return all.filter(one -> ("" + one.getFileName()).startsWith(name)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
