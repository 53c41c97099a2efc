package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import milodex.cli.Shell.Ears;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that got stuck says so and ends, whether or not anybody takes its words.
class LastWordsTest {

  private static final Liveness.Wedge WEDGE =
      new Liveness.Wedge("sending an order", Liveness.LIMIT, false);

  @TempDir private Path directory;
  private final List<Integer> ended = new ArrayList<>();

  @Test
  void itSaysInFourPartsWhatItDidAndKeepsWhereEveryThreadStood() throws IOException {
    Ears ears = new Ears();
    words(ears.errStream(), directory.resolve("crash"), Duration.ofMinutes(1)).say(WEDGE);

    assertThat(ended).containsExactly(10);
    assertThat(ears.err().replaceAll("\\s+", " "))
        .contains(
            "its watchdog ended it",
            "Why: It made no step for 10 minutes; its newest was: sending an order.",
            "Done: Milodex ended the process in the middle of that step",
            "Next: See what hangs");
    try (Stream<Path> files = Files.list(directory.resolve("crash"))) {
      assertThat(Files.readString(files.findFirst().orElseThrow()))
          .contains(Thread.currentThread().getName(), "LastWordsTest.itSaysInFourParts");
    }
  }

  @Test
  void whereNoFileCanBeWrittenItSaysThat() throws IOException {
    Ears ears = new Ears();
    Path file = Files.createFile(directory.resolve("crash"));
    words(ears.errStream(), file, Duration.ofMinutes(1)).say(WEDGE);

    assertThat(ended).containsExactly(10);
    assertThat(ears.err().replaceAll("\\s+", " ")).contains("threads stood could not be written");
  }

  @Test
  void aTerminalThatTakesNothingDoesNotKeepItAlive() {
    CountDownLatch never = new CountDownLatch(1);
    OutputStream stuck =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            try {
              never.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          }
        };
    try (PrintStream err = new PrintStream(stuck, false, StandardCharsets.UTF_8)) {
      words(err, directory, Duration.ofMillis(1)).say(WEDGE);

      assertThat(ended).containsExactly(10);
      never.countDown();
    }
  }

  private LastWords words(PrintStream err, Path crashes, Duration patience) {
    Environment shell = new Shell(directory).environment(new Ears());
    Environment environment =
        new Environment(
            shell.variables(),
            shell.directory(),
            shell.clocks(),
            shell.in(),
            shell.out(),
            err,
            shell.terminals(),
            shell.reserves());
    Parsed parsed = Parsed.of("run", "daily", "--all");
    GlobalOptions options = parsed.root().options;
    Invocation invocation =
        new Invocation(environment, options, new Console(environment, options), parsed.line());
    return new LastWords(invocation, crashes, patience, ended::add);
  }
}
