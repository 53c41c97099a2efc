package milodex.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskReserveTest {

  private static final long MIB = 1L << 20;
  private static final long RESERVE = 3 * MIB + 5;
  private static final long FLOOR = 10 * MIB;

  @TempDir private Path folder;
  private Path data;
  private Path file;
  private DiskReserve reserve;

  /// What others have left; what the reserve takes of it is the disk's to know.
  private long left = 100 * MIB;

  @BeforeEach
  void theDataFolderOnADiskOfOurOwn() {
    data = folder.resolve("data");
    file = data.resolve(DiskReserve.NAME);
    reserve =
        new DiskReserve(
            data, _ -> left - (Files.exists(file) ? Files.size(file) : 0), RESERVE, FLOOR);
  }

  @Test
  void realBytesAreKeptWhileThereIsRoomAndWrittenOnce() throws IOException {
    assertThat(reserve.look()).isInstanceOf(Room.Enough.class);

    assertThat(file).hasSize(RESERVE);
    assertThat(packed(Files.readAllBytes(file))).isGreaterThan((int) RESERVE - 1);
    FileTime once = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(file, once);
    assertThat(reserve.look()).isInstanceOf(Room.Enough.class);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(once);
  }

  @Test
  void itIsLetGoWhenTheDiskIsNearlyFullAndMadeAnewWhenThereIsRoomForBoth() {
    reserve.look();

    left = FLOOR + RESERVE - 1;
    assertThat(reserve.look()).isInstanceOf(Room.Scarce.class);
    assertThat(file).doesNotExist();
    assertThat(reserve.look()).isInstanceOf(Room.Scarce.class);
    assertThat(file).doesNotExist();

    left = FLOOR + RESERVE;
    assertThat(reserve.look()).isInstanceOf(Room.Enough.class);
    assertThat(file).hasSize(RESERVE);
    assertThat(reserve.look()).isInstanceOf(Room.Enough.class);
  }

  @Test
  void itSaysHowMuchIsFreeHowMuchHasToBeAndWhatHelps() {
    reserve.look();
    left = RESERVE + 7 * MIB;

    assertThat(((Room.Scarce) reserve.look()).says())
        .startsWith("7 MiB are free on the disk of " + data)
        .contains("3 MiB of the reserve", "10 MiB have to be", "make room there");

    left = 12;
    assertThat(((Room.Scarce) reserve.look()).says()).startsWith("0 MiB are free");
  }

  @Test
  void aDiskThatCannotBeAskedLeavesTheReserveAsItIs() {
    reserve.look();
    Disk silent =
        _ -> {
          throw new IOException("no such device");
        };

    Room room = new DiskReserve(data, silent, RESERVE, FLOOR).look();

    assertThat(((Room.Unknown) room).says())
        .contains("nobody knows", data.toString(), "no such device");
    assertThat(file).hasSize(RESERVE);
  }

  @Test
  void beforeAnythingElseIsWrittenItIsLetGoAndNeverMade() {
    reserve.relieve();
    assertThat(file).doesNotExist();
    reserve.look();
    left = FLOOR + RESERVE;
    reserve.relieve();
    assertThat(file).exists();

    left = FLOOR + RESERVE - 1;
    reserve.relieve();

    assertThat(file).doesNotExist();
    reserve.relieve();
    assertThat(reserve.look()).isInstanceOf(Room.Scarce.class);
  }

  @Test
  void aReserveThatCannotBeWrittenIsTooLittleRoom() throws IOException {
    Files.createDirectories(file.resolve("in the way"));

    assertThat(((Room.Scarce) reserve.look()).says()).contains("cannot be written into " + data);
  }

  @Test
  void whatAKillLeftOfItIsCompleted() throws IOException {
    Files.createDirectories(data);
    Files.write(file, new byte[1_000]);

    assertThat(reserve.look()).isInstanceOf(Room.Enough.class);

    assertThat(file).hasSize(RESERVE);
  }

  @Test
  void nothingToKeepIsNoReserve() {
    assertThatThrownBy(() -> new DiskReserve(folder, _ -> left, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bytes is 0; at least 1");
    assertThatThrownBy(() -> new DiskReserve(folder, _ -> left, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("floor is 0; at least 1");
  }

  private static int packed(byte[] bytes) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(bytes);
      deflater.finish();
      return deflater.deflate(new byte[2 * bytes.length]);
    }
  }
}
