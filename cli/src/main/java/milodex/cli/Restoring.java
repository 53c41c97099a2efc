package milodex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import milodex.execution.Books;
import milodex.execution.Restoration;
import milodex.files.CheckedCopy;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;
import milodex.sqlite.LedgerGrip;
import milodex.sqlite.SqliteLedger;
import milodex.terminal.Progress;

/// Restores a workspace: the whole backup is checked, then all that differs is gathered, its ledger
/// told of it and halted, and only then anything is touched.
final class Restoring {

  private final Invocation invocation;
  private final Workspace workspace;
  private final Path source;
  private final Confirmation confirmation;
  private final RestoreFolder folder;

  /// @param steps is told of each step once it is done
  Restoring(Invocation invocation, Path source, Confirmation confirmation, Consumer<String> steps) {
    this.invocation = invocation;
    this.workspace = workspace(invocation);
    this.source = source;
    this.confirmation = confirmation;
    this.folder = new RestoreFolder(workspace, steps);
  }

  Reply run() throws IOException {
    BackupList list = BackupList.read(source);
    check(list);
    try (RestoreLocks _ = RestoreLocks.take(new PaperFolder(workspace))) {
      RestoreReport report = new RestoreReport(workspace, source, list);
      return folder.isUnfinished() ? goOn(report) : begin(list, report);
    }
  }

  /// One whose files were lost with their machine may be made anew.
  private static Workspace workspace(Invocation invocation) {
    Path root = Workspace.root(invocation.environment(), invocation.options().home);
    return isFree(root) ? new Workspace(root) : invocation.workspace();
  }

  private static boolean isFree(Path root) {
    try {
      if (!Files.exists(root)) {
        return true;
      }
      try (Stream<Path> inside = Files.list(root)) {
        return inside.findAny().isEmpty();
      }
    } catch (IOException _) {
      return false;
    }
  }

  private void check(BackupList list) throws IOException {
    try (Progress progress = invocation.console().progress("checking", Math.max(1, list.bytes()))) {
      list.check(source, progress::advance);
    }
    if (!list.holds(name(workspace.ledger()))) {
      throw BackupList.damaged(source, "It holds no ledger.");
    }
    try (SqliteLedger ledger = SqliteLedger.openReadOnly(of(workspace.ledger()))) {
      if (!ledger.verify(Optional.of(list.head())).equals(list.head())) {
        throw BackupList.damaged(source, "Its ledger goes on beyond " + list.head() + ".");
      }
    } catch (LedgerCorruptException | LedgerUnavailableException e) {
      throw BackupList.damaged(source, "" + e.getMessage());
    }
  }

  private Reply begin(BackupList list, RestoreReport report) throws IOException {
    LostEvents lost = LostEvents.of(workspace.ledger(), list.head());
    PaperFolder paper = new PaperFolder(workspace);
    BrokerChoice broker = BrokerChoice.of(paper.broker(), of(paper.broker()));
    List<BackupList.Kept> differing = differing(list);
    report.found(lost, broker, differing);
    Reply preview = report.preview();
    if (!confirmation.isGiven(invocation, preview, "Restore this backup?")) {
      return Confirmation.missing(preview, "Would restore the backup of " + report.made() + ".");
    }
    Instant now = invocation.environment().clock().instant();
    try (AutoClosing _ = grip()) {
      gather(differing, paper, broker);
      tell(list, lost, broker, now);
      folder.commit(source.resolve(BackupList.NAME), broker);
      return done(report, now);
    }
  }

  private Reply goOn(RestoreReport report) throws IOException {
    if (!folder.isOf(source.resolve(BackupList.NAME))) {
      throw Failure.usage(
          "restore_unfinished",
          "Another backup is being restored.",
          "A restore of another folder than " + source + " was broken off half way.",
          "Go on with that one first: give its command again.");
    }
    if (!confirmation.isGiven(invocation)) {
      return Confirmation.missing(
          report.unfinished(), "Would go on with the restore that was broken off.");
    }
    try (AutoClosing _ = grip()) {
      return done(report, invocation.environment().clock().instant());
    }
  }

  private Reply done(RestoreReport report, Instant now) throws IOException {
    BrokerChoice.Outcome broker = folder.broker();
    Path kept = folder.finish(now);
    return report.done(kept, broker);
  }

  /// Something that is let go at the end.
  @FunctionalInterface
  private interface AutoClosing extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  private AutoClosing grip() throws IOException {
    if (!Files.exists(workspace.ledger())) {
      return () -> {};
    }
    LedgerGrip grip =
        LedgerGrip.tryHold(workspace.ledger())
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.LOCKED,
                        "ledger_locked",
                        "Nothing was restored: the ledger is in use.",
                        "Another process has it open.",
                        "Nothing was touched.",
                        "Let the other Milodex finish, then repeat the command."));
    return grip::close;
  }

  /// The files of the backup that the workspace does not have as they are there, its ledger and the
  /// brokerage left out.
  private List<BackupList.Kept> differing(BackupList list) throws IOException {
    List<String> apart =
        List.of(name(workspace.ledger()), name(new PaperFolder(workspace).broker()));
    List<BackupList.Kept> differing = new ArrayList<>();
    for (BackupList.Kept one : list.files()) {
      Path present = workspace.root().resolve(one.path());
      boolean isSame =
          Files.isRegularFile(present)
              && Files.size(present) == one.sum().size()
              && CheckedCopy.of(present).equals(one.sum());
      if (!isSame && !apart.contains(one.path())) {
        differing.add(one);
      }
    }
    return differing;
  }

  private void gather(List<BackupList.Kept> differing, PaperFolder paper, BrokerChoice broker)
      throws IOException {
    folder.begin();
    for (BackupList.Kept one : differing) {
      CheckedCopy.Sum copied =
          CheckedCopy.copy(source.resolve(one.path()), folder.fresh(one.path()));
      if (!copied.equals(one.sum())) {
        throw BackupList.damaged(source, one.path() + " has changed since it was checked.");
      }
    }
    CheckedCopy.copy(of(workspace.ledger()), folder.fresh(name(workspace.ledger())));
    if (broker.isRestored()) {
      Path fresh = folder.fresh(name(paper.broker()));
      if (Files.exists(of(paper.broker()))) {
        CheckedCopy.copy(of(paper.broker()), fresh);
      } else {
        Files.createDirectories(fresh.resolveSibling(""));
        Files.createFile(fresh);
      }
    }
  }

  /// The halt is in the ledger before anybody can open it.
  private void tell(BackupList list, LostEvents lost, BrokerChoice broker, Instant now) {
    try (SqliteLedger ledger = SqliteLedger.open(folder.fresh(name(workspace.ledger())))) {
      new Restoration(list.at(), list.head(), lost.head())
          .record(new Books(ledger), broker.orders(), now);
      ledger.verify(Optional.of(list.head()));
    }
  }

  private String name(Path file) {
    return workspace.name(file);
  }

  /// Where the backup has a file of the workspace.
  private Path of(Path file) {
    return source.resolve(name(file));
  }
}
