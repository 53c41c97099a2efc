package milodex.cli;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import milodex.Policies;
import milodex.execution.Contender;
import milodex.execution.ParkingBroker;
import milodex.files.FileSendLock;
import milodex.ledger.Ledger;
import milodex.money.Fraction;
import milodex.sqlite.SqliteLedger;

/// A program that runs race after race for the last room of an account against another process.
public final class RoomRacer {

  /// Two of them, each with one wish.
  static final Contender.Field FIELD = new Contender.Field(2, 1);

  /// Of its million; the account has room for one such wish.
  private static final Fraction WISH = Fraction.parse("0.4");

  private static final Fraction ROOM = Fraction.parse("0.2");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final VarHandle ROUND =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private RoomRacer() {}

  /// Arguments: where the races are, which of both it is, and how many races there are.
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    int number = Integer.parseInt(arguments[1]);
    int races = Integer.parseInt(arguments[2]);
    FileSendLock lock = new FileSendLock(directory.resolve("send.lock"), PATIENCE);
    MappedByteBuffer line = startLine(directory);
    for (int race = 1; race <= races; race++) {
      try (Ledger ledger = SqliteLedger.open(ledger(directory, race))) {
        Contender racer =
            new Contender(
                FIELD, number, Policies.exposed(ROOM), new ParkingBroker(FIELD.cash()), lock);
        racer.begin(ledger);
        racer.wish(0, WISH);
        await(line, number, 2 * race - 1);
        racer.work();
      }
      await(line, number, 2 * race);
    }
  }

  /// That of one race.
  static Path ledger(Path directory, int race) {
    return directory.resolve("race" + race + ".db");
  }

  private static MappedByteBuffer startLine(Path directory) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            directory.resolve("line"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, 2L * Integer.BYTES);
    }
  }

  /// Says how far this one is, and waits until the other is there too.
  private static void await(MappedByteBuffer line, int number, int step) {
    ROUND.setVolatile(line, number * Integer.BYTES, step);
    while ((int) ROUND.getVolatile(line, (1 - number) * Integer.BYTES) < step) {
      Thread.onSpinWait();
    }
  }
}
