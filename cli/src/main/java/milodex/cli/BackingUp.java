package milodex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import milodex.files.AtomicFile;
import milodex.files.BrokerFile;
import milodex.files.CheckedCopy;
import milodex.files.ProcessLock;
import milodex.ledger.Ledger;
import milodex.money.Money;
import milodex.sqlite.LedgerSnapshot;
import milodex.sqlite.SqliteLedger;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;
import milodex.terminal.Progress;

/// Makes a backup: the ledger and the brokerage of one moment, then every other file, then the list
/// of them. What fails on the way leaves nothing, and a kill leaves a folder without a list.
final class BackingUp {

  private static final String NOTHING = "No backup was made.";

  private final Invocation invocation;
  private final Workspace workspace;
  private final Path target;
  private final Consumer<String> steps;
  private final List<BackupList.Kept> files = new ArrayList<>();

  /// @param steps is told of each step once it is done
  BackingUp(Invocation invocation, Path target, Consumer<String> steps) {
    this.invocation = invocation;
    this.steps = steps;
    this.workspace = invocation.workspace();
    this.target = target;
  }

  Reply run() throws IOException {
    new Wiring(workspace).ledgerToRead().close();
    requireFree();
    List<Path> parts = BackupParts.of(workspace);
    return folder()
        .fill(
            () -> {
              BackupList list = copy(parts);
              list.write(target);
              return reply(list);
            });
  }

  private NewFolder folder() {
    return new NewFolder(target, NOTHING);
  }

  private void requireFree() throws IOException {
    List<Path> ours = List.of(workspace.configs(), workspace.plugins(), workspace.data());
    if (ours.stream().anyMatch(target::startsWith) || workspace.root().startsWith(target)) {
      throw refused(
          "backup_inside",
          target + " lies within what is copied, or around it.",
          "Name a folder elsewhere, best on another disk.");
    }
    if (!folder().isFree()) {
      throw refused(
          "file_exists",
          target + " is there and not empty, and a backup overwrites nothing.",
          "Name a new folder, or move what is there away.");
    }
  }

  private BackupList copy(List<Path> parts) throws IOException {
    PaperFolder paper = new PaperFolder(workspace);
    Path ledger = target.resolve(workspace.name(workspace.ledger()));
    Files.createDirectories(ledger.resolveSibling(""));
    try (LedgerSnapshot snapshot = pair(paper)) {
      try (Progress progress = invocation.console().progress("ledger", 1000)) {
        snapshot.copyTo(ledger, progress::reach);
      }
      try (SqliteLedger copied = SqliteLedger.openReadOnly(ledger)) {
        copied.verify(Optional.of(snapshot.head()));
        requireOneStory(paper, copied);
      }
      keep(workspace.ledger(), CheckedCopy.of(ledger));
      copyParts(parts);
      return new BackupList(
          Version.text(), invocation.environment().clock().instant(), snapshot.head(), files);
    }
  }

  /// Ledger and brokerage as they belong together: nobody works on the account meanwhile.
  private LedgerSnapshot pair(PaperFolder paper) throws IOException {
    SystemClockwork clock = new SystemClockwork(invocation.environment().clock());
    String holder = "process %d, for a backup".formatted(ProcessHandle.current().pid());
    try (ProcessLock _ = AccountTurn.await(paper, holder, clock)) {
      LedgerSnapshot snapshot = LedgerSnapshot.of(workspace.ledger());
      try {
        if (Files.exists(paper.broker())) {
          Path copy = target.resolve(workspace.name(paper.broker()));
          byte[] lines = BrokerFile.lines(paper.broker());
          AtomicFile.write(copy, temp -> Files.write(temp, lines));
          keep(paper.broker(), CheckedCopy.of(copy));
        }
        return snapshot;
      } catch (IOException | RuntimeException e) {
        snapshot.close();
        throw e;
      }
    }
  }

  private void requireOneStory(PaperFolder paper, Ledger copied) throws IOException {
    Path broker = target.resolve(workspace.name(paper.broker()));
    if (Files.exists(broker)) {
      AccountHalves.requireOneStory(paper, copied, BrokerFile.read(broker, Money.ZERO));
    }
  }

  private void copyParts(List<Path> parts) throws IOException {
    long bytes = 0;
    for (Path part : parts) {
      bytes += Files.size(part);
    }
    try (Progress progress = invocation.console().progress("files", Math.max(1, bytes))) {
      for (Path part : parts) {
        CheckedCopy.Sum sum = CheckedCopy.copy(part, target.resolve(workspace.name(part)));
        keep(part, sum);
        progress.advance(sum.size());
      }
    }
  }

  private void keep(Path file, CheckedCopy.Sum sum) {
    files.add(new BackupList.Kept(workspace.name(file), sum));
    steps.accept("copied " + workspace.name(file));
  }

  private Reply reply(BackupList list) {
    Reply reply =
        Reply.of()
            .say("The backup is made, and what was copied is checked.")
            .block(
                KeyValues.of()
                    .with("Folder", target.toString())
                    .with("Events", "%,d".formatted(list.head().seq()))
                    .with("Files", "%,d, %,d bytes".formatted(list.files().size(), list.bytes())))
            .block(Block.paragraph("Head " + list.head()))
            .block(
                Block.paragraph(
                    "`milodex restore %s` shows what it would put back.".formatted(target)))
            .ref("ledger_head", list.head().toString());
    reply
        .data()
        .text("directory", target.toString())
        .text("at", list.at().toString())
        .count("events", list.head().seq())
        .count("files", list.files().size())
        .count("bytes", list.bytes());
    return reply;
  }

  private static Failure refused(String code, String why, String next) {
    return Failure.usage(code, NOTHING, why, next);
  }
}
