package milodex.sqlite;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps every other process from the file of a ledger, sound or damaged, until it is closed.
///
/// A process that has a ledger open for appending, or reads the log of one that has, holds a shared
/// lock on some bytes of it all the while: those at which SQLite's file format places it. Within
/// this process nothing may have the file open: closing it there would let go of the grip.
public final class LedgerGrip implements AutoCloseable {

  private static final long SHARED_FIRST = 0x40000002L;
  private static final long SHARED_SIZE = 510;

  private final FileChannel channel;

  private LedgerGrip(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes hold of an existing file, unless another process has it open.
  ///
  /// @throws IOException if it cannot be opened
  public static Optional<LedgerGrip> tryHold(Path ledger) throws IOException {
    FileChannel channel = FileChannel.open(ledger, READ, WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock(SHARED_FIRST, SHARED_SIZE, false);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new LedgerGrip(channel));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
