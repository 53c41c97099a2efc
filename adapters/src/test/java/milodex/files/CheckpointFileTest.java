package milodex.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import milodex.execution.Checkpoint;
import milodex.ledger.Head;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {

  private static final Checkpoint ONE =
      new Checkpoint(new Head(7, "ab".repeat(32)), "{\"says\":\"\u017dlu\u0165\"}");

  @TempDir private Path folder = Path.of("");

  @Test
  void whatWasKeptIsReadBack() {
    file("1.0").write(ONE);

    assertThat(file("1.0").read()).contains(ONE);
  }

  @Test
  void thereIsNoneBeforeOneWasKept() {
    assertThat(file("1.0").read()).isEmpty();
  }

  @Test
  void thatOfAnotherProgramIsAsNone() {
    file("1.0").write(ONE);

    assertThat(file("1.1").read()).isEmpty();
  }

  @Test
  void aFileThatWasCutAnywhereIsAsNone() throws IOException {
    file("1.0").write(ONE);
    byte[] whole = Files.readAllBytes(path());

    for (int length = 0; length < whole.length; length++) {
      Files.write(path(), Arrays.copyOf(whole, length));
      assertThat(file("1.0").read()).as("%s bytes", length).isEmpty();
    }
  }

  @Test
  void aFileWithAnyByteChangedIsAsNone() throws IOException {
    file("1.0").write(ONE);
    byte[] whole = Files.readAllBytes(path());

    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(path(), changed);
      assertThat(file("1.0").read()).as("byte %s", at).isEmpty();
    }
  }

  @Test
  void aSoundSumOverAHeadThatIsNoneIsAsNone() throws IOException {
    file("1.0").write(ONE);
    String kept = Files.readString(path());
    String content = kept.substring(0, kept.length() - 9);
    assertThat(kept).isEqualTo(content + sum(content));

    String forged = content.replace("7:ab", "7:zz");
    assertThat(forged).isNotEqualTo(content);
    Files.writeString(path(), forged + sum(forged));

    assertThat(file("1.0").read()).isEmpty();
  }

  private static String sum(String content) {
    CRC32C sum = new CRC32C();
    sum.update(content.getBytes(StandardCharsets.UTF_8));
    return "%08x\n".formatted(sum.getValue());
  }

  @Test
  void whereItCannotBeWrittenThatIsSaidAndTheOldOneStays() throws IOException {
    Path inTheWay = folder.resolve("file");
    Files.writeString(inTheWay, "");

    assertThatThrownBy(() -> new CheckpointFile(inTheWay.resolve("books"), "1.0").write(ONE))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aNameOfTheProgramOverTwoLinesIsRefused() {
    assertThatThrownBy(() -> new CheckpointFile(path(), "1\n2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("program");
  }

  @Test
  void aKillWhileItIsWrittenLeavesAWholeOne() throws Exception {
    for (int kill = 0; kill < 5; kill++) {
      Process writer = endlessWriter(path());
      assertThat(writer.getInputStream().read()).isEqualTo('w');
      writer.getInputStream().skipNBytes(kill * 3L);
      writer.destroyForcibly();
      assertThat(writer.waitFor(1, TimeUnit.MINUTES)).isTrue();

      assertThat(file("1.0").read())
          .hasValueSatisfying(
              found -> assertThat(found.state()).hasSize((int) (1_000 * found.head().seq())));
    }
    file("1.0").write(ONE);
    assertThat(file("1.0").read()).contains(ONE);
  }

  private CheckpointFile file(String program) {
    return new CheckpointFile(path(), program);
  }

  private Path path() {
    return folder.resolve("ledger.db.books");
  }

  private static Process endlessWriter(Path path) throws IOException {
    return new ProcessBuilder(
            Stream.concat(
                    Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Endless.class.getName()),
                    Stream.of(path.toString()))
                .toList())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// Keeps one checkpoint after the other, and says `w` after each.
  static final class Endless {

    private Endless() {}

    public static void main(String[] arguments) {
      CheckpointFile file = new CheckpointFile(Path.of(arguments[0]), "1.0");
      for (long seq = 1; ; seq = seq % 900 + 1) {
        file.write(new Checkpoint(new Head(seq, "cd".repeat(32)), "x".repeat((int) (1_000 * seq))));
        System.out.write('w');
        System.out.flush();
      }
    }
  }
}
