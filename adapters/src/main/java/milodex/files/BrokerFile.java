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
import java.util.function.Consumer;
import milodex.broker.BrokerChange;
import milodex.broker.BrokerChangeText;
import milodex.broker.BrokerState;
import milodex.money.Money;

/// What a simulated brokerage knows, in a file that only grows: a line for each change, on the disk
/// before anybody is told of it. One process has it at a time.
public final class BrokerFile implements Consumer<BrokerChange>, AutoCloseable {

  private final FileChannel channel;
  private final BrokerState state;

  private BrokerFile(FileChannel channel, BrokerState state) {
    this.channel = channel;
    this.state = state;
  }

  /// Opens the file, or begins it; a last line that a kill cut off was told to nobody, and goes.
  ///
  /// @param cash what the account begins with
  /// @throws IOException if it cannot be read or written
  /// @throws IllegalArgumentException if a line in it is no change of a broker
  public static BrokerFile open(Path file, Money cash) throws IOException {
    FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
    try {
      String text = Files.readString(file, UTF_8);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      channel.truncate(whole.getBytes(UTF_8).length);
      channel.position(channel.size());
      return new BrokerFile(channel, parsed(whole, cash));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// What the file says now, whoever has it open; a line that is being written does not count yet.
  ///
  /// @param cash what the account began with
  /// @throws IOException if it cannot be read
  /// @throws IllegalArgumentException if a line in it is no change of a broker
  public static BrokerState read(Path file, Money cash) throws IOException {
    String text = Files.readString(file, UTF_8);
    return parsed(text.substring(0, text.lastIndexOf('\n') + 1), cash);
  }

  private static BrokerState parsed(String lines, Money cash) {
    BrokerState state = BrokerState.of(cash);
    for (String line : lines.lines().toList()) {
      state = state.after(BrokerChangeText.parse(line));
    }
    return state;
  }

  /// What it knew when the file was opened.
  public BrokerState state() {
    return state;
  }

  /// @throws UncheckedIOException if it cannot be written; whoever made the change must end
  @Override
  public void accept(BrokerChange change) {
    try {
      ByteBuffer line = UTF_8.encode(BrokerChangeText.write(change) + "\n");
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException("The books of the simulated broker cannot be written.", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
