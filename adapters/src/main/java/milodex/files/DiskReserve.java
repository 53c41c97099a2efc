package milodex.files;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Bytes of a disk that are kept so that exits can still be written down when it is full: a file in
/// the folder of the ledger, let go while there is too little room, made anew when there is enough.
///
/// Its bytes are random, so that no file system saves itself the room. Two processes may look at
/// once: both write the same bytes, and a file of another size is none.
public final class DiskReserve {

  /// The name of the file.
  public static final String NAME = "disk.reserve";

  /// How many bytes are kept: 64 MiB, thousands of sessions of facts.
  public static final long BYTES = 64L << 20;

  /// How many bytes have to be usable beside those: 256 MiB.
  public static final long FLOOR = 256L << 20;

  private static final int BLOCK = 1 << 20;

  private final Path folder;
  private final Path file;
  private final Disk disk;
  private final long bytes;
  private final long floor;

  /// The reserve of [#BYTES] in a folder of this machine, above [#FLOOR].
  public static DiskReserve in(Path folder) {
    return new DiskReserve(folder, Disk.ofMachine(), BYTES, FLOOR);
  }

  /// @param folder made when it is missing
  /// @param bytes kept, at least 1
  /// @param floor how many bytes have to be usable beside those, at least 1
  /// @throws IllegalArgumentException if `bytes` or `floor` is less than 1
  public DiskReserve(Path folder, Disk disk, long bytes, long floor) {
    require("bytes", bytes);
    require("floor", floor);
    this.folder = folder;
    this.file = folder.resolve(NAME);
    this.disk = disk;
    this.bytes = bytes;
    this.floor = floor;
  }

  /// Asks the disk, and keeps or lets go of the reserve by what it says. One that cannot be asked
  /// changes nothing.
  public Room look() {
    boolean kept;
    long beside;
    try {
      Files.createDirectories(folder);
      kept = isKept();
      beside = disk.usable(folder) - (kept ? 0 : bytes);
    } catch (IOException e) {
      return new Room.Unknown(
          "nobody knows how much room is left on the disk of %s, so nothing stops before it is full: %s"
              .formatted(folder, e));
    }
    if (beside < floor) {
      return new Room.Scarce(
          "%s are free on the disk of %s beside the %s of the reserve, and %s have to be; %s"
              .formatted(size(Math.max(0, beside)), folder, size(bytes), size(floor), letGo()));
    }
    return kept ? enough() : made();
  }

  /// Lets go of the reserve where one is kept and room is short; makes none.
  public void relieve() {
    try {
      if (isKept() && disk.usable(folder) < floor) {
        Files.delete(file);
      }
    } catch (IOException _) {
      // nobody knows how much room there is, or it is let go already: the ledger will say
    }
  }

  private Room made() {
    try {
      write();
      return enough();
    } catch (IOException e) {
      return new Room.Scarce(
          "the %s of the reserve cannot be written into %s: %s; %s"
              .formatted(size(bytes), folder, e, letGo()));
    }
  }

  private Room enough() {
    return new Room.Enough("%s are kept in reserve".formatted(size(bytes)));
  }

  private boolean isKept() throws IOException {
    return Files.isRegularFile(file) && Files.size(file) == bytes;
  }

  private String letGo() {
    try {
      Files.deleteIfExists(file);
      return "the reserve was let go, so that exits can be written down: make room there";
    } catch (IOException e) {
      return "and the reserve cannot be let go: " + e + ": make room there";
    }
  }

  private void write() throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(bytes);
    byte[] block = new byte[BLOCK];
    try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
      for (long left = bytes; left > 0; left -= BLOCK) {
        random.nextBytes(block);
        ByteBuffer next = ByteBuffer.wrap(block, 0, (int) Math.min(BLOCK, left));
        while (next.hasRemaining()) {
          channel.write(next);
        }
      }
      channel.force(true);
    }
  }

  private static void require(String argument, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(argument + " is " + value + "; at least 1");
    }
  }

  /// `64 MiB`, rounded down; less than one is said in bytes.
  private static String size(long amount) {
    return amount < BLOCK && amount > 0 ? amount + " bytes" : amount / BLOCK + " MiB";
  }
}
