package milodex.files;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import milodex.execution.SendLock;

/// The send lock of a workspace: a lock of the operating system on one file.
///
/// It is released when its process dies, however it dies. Within one process the threads take
/// turns first: there an operating system would not tell them apart, and closing the file in one
/// of them would release the lock of another.
public final class FileSendLock implements SendLock {

  private static final Semaphore ONE_SENDER_OF_THIS_PROCESS = new Semaphore(1, true);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

  private final Path file;
  private final Duration patience;

  /// @param file made if it is missing; what it holds means nothing
  /// @param patience how long to wait for the threads of this process, and again for others
  public FileSendLock(Path file, Duration patience) {
    this.file = file;
    this.patience = patience;
  }

  @Override
  public Turn take() {
    try {
      if (!ONE_SENDER_OF_THIS_PROCESS.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return missed();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Turn.Missed("Waiting for the send lock was interrupted.");
    }
    return ofThisProcess();
  }

  private Turn ofThisProcess() {
    Optional<FileChannel> held = Optional.empty();
    try {
      held = locked();
      return held.<Turn>map(channel -> new Turn.Held(() -> release(channel)))
          .orElseGet(this::missed);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Turn.Missed("Waiting for the send lock was interrupted.");
    } catch (IOException e) {
      return new Turn.Missed("The send lock " + file + " could not be taken (" + e + ").");
    } finally {
      if (held.isEmpty()) {
        ONE_SENDER_OF_THIS_PROCESS.release();
      }
    }
  }

  /// The open channel that holds the lock; empty if another process kept it for too long.
  private Optional<FileChannel> locked() throws IOException, InterruptedException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileChannel channel = FileChannel.open(file, CREATE, WRITE);
    boolean locked = false;
    try {
      for (long looks = patience.dividedBy(LOOK_AGAIN); !locked && looks >= 0; looks--) {
        FileLock lock = channel.tryLock();
        locked = lock != null;
        if (!locked) {
          Thread.sleep(LOOK_AGAIN);
        }
      }
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    return locked ? Optional.of(channel) : Optional.empty();
  }

  private Turn missed() {
    return new Turn.Missed(
        "Another process kept the send lock %s for more than %d s: an order may be on its way."
            .formatted(file, patience.toSeconds()));
  }

  private static void release(FileChannel channel) {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ONE_SENDER_OF_THIS_PROCESS.release();
    }
  }
}
