package milodex.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import milodex.files.Disk;
import milodex.files.DiskReserve;
import milodex.trading.Clockwork;

/// A program whose disk answers no more once it has told of a first close; time then flies.
public final class WedgedRunner {

  static final String DEAD = "the disk is dead";

  private WedgedRunner() {}

  /// Arguments: workspace, what the clock on the wall says, a file without which time does not fly,
  /// and the command.
  public static void main(String[] arguments) {
    Workspace workspace = new Workspace(Path.of(arguments[0]));
    Clocks clocks = new Clocks(Instant.parse(arguments[1]), Path.of(arguments[2]));
    Ears ears = new Ears();
    DeadDisk disk = new DeadDisk(ears);
    Environment environment =
        new Environment(
            Map.of("LANG", "C", "MILODEX_HOME", arguments[0]),
            workspace.root(),
            clocks,
            System.in,
            new PrintStream(
                new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
            new PrintStream(ears, false, StandardCharsets.UTF_8),
            Set.of(),
            folder -> new DiskReserve(folder, disk, 4096, DiskReserve.FLOOR));
    System.exit(Main.run(environment, Arrays.copyOfRange(arguments, 3, arguments.length)));
  }

  /// Passes on what is said, and hears of a close.
  private static final class Ears extends FilterOutputStream {
    private volatile boolean heardClose;

    Ears() {
      super(new FileOutputStream(FileDescriptor.err));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      heardClose |=
          new String(bytes, from, length, StandardCharsets.UTF_8).contains("the exchange closes");
    }
  }

  /// It is asked as a session begins.
  private record DeadDisk(Ears ears) implements Disk {

    @Override
    public long usable(Path folder) {
      if (ears.heardClose) {
        System.err.println(DEAD);
        awaitNothing();
      }
      return Long.MAX_VALUE;
    }

    private static void awaitNothing() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// A second of rest is over in two milliseconds once time flies.
  private record Clocks(Instant wall, Path flies, AtomicLong ahead) implements Clockwork {

    Clocks(Instant wall, Path flies) {
      this(wall, flies, new AtomicLong());
    }

    @Override
    public Duration running() {
      return Duration.ofNanos(System.nanoTime() + ahead.get());
    }

    @Override
    public void rest(Duration longest) {
      boolean fast = Files.exists(flies);
      if (fast) {
        ahead.addAndGet(longest.toNanos());
      }
      try {
        Thread.sleep(fast ? Duration.ofMillis(2) : longest);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
