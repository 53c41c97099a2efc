package milodex.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import milodex.execution.SendLock.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSendLockTest {

  private static final Duration SHORT = Duration.ofMillis(30);
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder = Path.of("");

  @Test
  void whoComesSecondMissesTheTurnAndGetsItOnceItIsOver() {
    FileSendLock second = new FileSendLock(file(), SHORT);
    Turn first = new FileSendLock(file(), SHORT).take();

    assertThat(first).isInstanceOf(Turn.Held.class);
    assertThat(second.take())
        .isInstanceOfSatisfying(
            Turn.Missed.class,
            missed -> assertThat(missed.says()).contains("an order may be on its way"));
    first.close();
    first.close();
    try (Turn then = second.take()) {
      assertThat(then).isInstanceOf(Turn.Held.class);
      assertThat(second.take()).isInstanceOf(Turn.Missed.class);
    }
  }

  @Test
  void ofManyThreadsOneAtATimeHoldsIt() {
    AtomicInteger holding = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    IntStream.range(0, 200)
        .parallel()
        .forEach(
            _ -> {
              try (Turn turn = new FileSendLock(file(), LONG).take()) {
                assertThat(turn).isInstanceOf(Turn.Held.class);
                most.accumulateAndGet(holding.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                holding.decrementAndGet();
              }
            });

    assertThat(most).hasValue(1);
  }

  @Test
  void anotherProcessHoldsItUntilItDies() throws IOException, InterruptedException {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                file().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(holder.inputReader().readLine()).isEqualTo("held");

      assertThat(new FileSendLock(file(), SHORT).take()).isInstanceOf(Turn.Missed.class);
    } finally {
      holder.destroyForcibly();
    }
    assertThat(holder.waitFor(1, TimeUnit.MINUTES)).isTrue();
    try (Turn turn = new FileSendLock(file(), SHORT).take()) {
      assertThat(turn).isInstanceOf(Turn.Held.class);
    }
  }

  @Test
  void aFileThatCannotBeOpenedIsSaidAndHoldsNobodyUp() throws IOException {
    Path folderInItsPlace = Files.createDirectory(folder.resolve("folder"));

    assertThat(new FileSendLock(folderInItsPlace, SHORT).take())
        .isInstanceOfSatisfying(
            Turn.Missed.class, missed -> assertThat(missed.says()).contains("could not be taken"));
    try (Turn turn = new FileSendLock(file(), SHORT).take()) {
      assertThat(turn).isInstanceOf(Turn.Held.class);
    }
  }

  @Test
  void anInterruptedThreadMissesItsTurnAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThat(new FileSendLock(file(), LONG).take()).isInstanceOf(Turn.Missed.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private Path file() {
    return folder.resolve("data").resolve("send.lock");
  }

  /// Another process: takes the lock, says so, and never lets go.
  public static final class Holder {

    private Holder() {}

    /// Holds the file named by the first argument.
    public static void main(String[] arguments) throws IOException {
      Turn turn = new FileSendLock(Path.of(arguments[0]), LONG).take();
      System.out.println(turn instanceof Turn.Held ? "held" : "missed");
      System.out.flush();
      System.in.read();
    }
  }
}
