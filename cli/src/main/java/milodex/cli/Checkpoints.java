package milodex.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import milodex.execution.Books;
import milodex.execution.Checkpoint;
import milodex.files.CheckpointFile;

/// What the books of one ledger came to, kept beside it: a copy that may be deleted at any time.
final class Checkpoints {

  /// How many facts are folded before it pays to keep what they come to.
  private static final int WORTH_KEEPING = 1_000;

  private final CheckpointFile file;
  private long kept;

  private Checkpoints(CheckpointFile file) {
    this.file = file;
  }

  /// Those of the ledger in this file.
  static Checkpoints of(Path ledger) {
    return new Checkpoints(
        new CheckpointFile(ledger.resolveSibling(ledger.getFileName() + ".books"), Program.name()));
  }

  /// What was kept last, by this very program.
  Optional<Checkpoint> read() {
    Optional<Checkpoint> found = file.read();
    kept = found.map(one -> one.head().seq()).orElse(0L);
    return found;
  }

  /// Keeps what the books have come to, if it was long to fold.
  ///
  /// @param books of the whole ledger
  void keep(Books books) {
    if (books.folded() >= WORTH_KEEPING) {
      keep(books.checkpoint());
    }
  }

  /// Keeps it, if the ledger has grown enough since.
  ///
  /// @param seq of the newest event
  void keep(long seq, Supplier<Optional<Checkpoint>> checkpoint) {
    if (seq - kept >= WORTH_KEEPING) {
      keep(checkpoint.get());
    }
  }

  /// Keeps it, however short it was to fold. Where it cannot be written, the ledger is folded again
  /// the next time.
  void keep(Optional<Checkpoint> checkpoint) {
    try {
      checkpoint.ifPresent(file::write);
      checkpoint.ifPresent(one -> kept = one.head().seq());
    } catch (UncheckedIOException _) {
      // it is a copy
    }
  }
}
