package milodex.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import milodex.broker.BrokerChange;
import milodex.broker.BrokerChangeText;
import milodex.broker.BrokerState;
import milodex.money.Money;

/// What a simulated brokerage knows, in a file that only grows: a line for each change, on the disk
/// before anybody is told of it. One process has it at a time.
///
/// After a change could not be written nothing more is: the next line would tell of books that no
/// line before it leads to.
public final class BrokerFile implements Consumer<BrokerChange>, AutoCloseable {

  private final Path file;
  private final FileChannel channel;
  private final BrokerState state;
  private boolean failed;

  private BrokerFile(Path file, FileChannel channel, BrokerState state) {
    this.file = file;
    this.channel = channel;
    this.state = state;
  }

  /// Opens the file, or begins it; a last line that a kill cut off was told to nobody, and goes.
  ///
  /// @param cash what the account begins with
  /// @throws IOException if it cannot be read or written
  /// @throws BrokerFileCorruptException if a whole line in it is no change of a broker; the file
  ///     stays as it is
  public static BrokerFile open(Path file, Money cash) throws IOException {
    FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
    try {
      byte[] bytes = Files.readAllBytes(file);
      int whole = whole(bytes);
      BrokerState state = read(file, new String(bytes, 0, whole, UTF_8), BrokerState.of(cash));
      channel.truncate(whole);
      channel.position(whole);
      return new BrokerFile(file, channel, state);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// What the file says now, whoever has it open; a line that is being written does not count yet.
  ///
  /// @param cash what the account began with
  /// @throws IOException if it cannot be read
  /// @throws BrokerFileCorruptException if a line in it is no change of a broker
  public static BrokerState read(Path file, Money cash) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return read(file, new String(bytes, 0, whole(bytes), UTF_8), BrokerState.of(cash));
  }

  /// The bytes of all its whole lines now, whoever has it open.
  ///
  /// @throws IOException if it cannot be read
  public static byte[] lines(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return Arrays.copyOf(bytes, whole(bytes));
  }

  /// How many bytes there are up to the end of the last whole line.
  private static int whole(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private static BrokerState read(Path file, String text, BrokerState beginning) {
    AtomicInteger number = new AtomicInteger();
    return beginning.after(
        () -> text.lines().map(line -> change(file, number.incrementAndGet(), line)).iterator());
  }

  private static BrokerChange change(Path file, int number, String line) {
    try {
      return BrokerChangeText.parse(line);
    } catch (IllegalArgumentException e) {
      throw new BrokerFileCorruptException(file, number, e);
    }
  }

  /// What it knew when the file was opened.
  public BrokerState state() {
    return state;
  }

  /// @throws UncheckedIOException if it cannot be written, or could not before; whoever made the
  ///     change must end
  @Override
  public void accept(BrokerChange change) {
    try {
      if (failed) {
        throw new IOException("a change before this one was not written");
      }
      failed = true;
      ByteBuffer line = UTF_8.encode(BrokerChangeText.write(change) + "\n");
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(false);
      failed = false;
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(
              "the books of the simulated broker, %s, cannot be written: %s"
                  .formatted(file, e.getMessage()),
              e));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
