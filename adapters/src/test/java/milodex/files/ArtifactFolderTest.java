package milodex.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import milodex.ledger.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactFolderTest {

  @TempDir private Path temp;

  @Test
  void anArtifactIsNamedByWhatItHolds() throws IOException {
    String hash = store("one fact\n");

    assertThat(hash).isEqualTo(Sha256.of("one fact\n"));
    assertThat(read(hash)).isEqualTo("one fact\n");
    assertThat(names()).containsExactly(hash + ".jsonl.zst");
  }

  @Test
  void theSameContentIsOneFileAndKeepsItsBytes() throws IOException {
    String hash = store("one fact\n");
    byte[] before = Files.readAllBytes(file(hash));

    assertThat(store("one fact\n")).isEqualTo(hash);
    assertThat(names()).hasSize(1);
    assertThat(Files.readAllBytes(file(hash))).isEqualTo(before);
  }

  @Test
  void otherContentIsAnotherFile() {
    assertThat(store("one fact\n")).isNotEqualTo(store("another\n"));
    assertThat(names()).hasSize(2);
  }

  @Test
  void whatIsNotThereIsMissing() {
    assertThat(artifacts().open("0".repeat(64))).isEmpty();
  }

  @Test
  void whatIsNoNameOfAnArtifactIsNotLookedFor() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(temp.resolve("secret.jsonl.zst"), "not for everybody");

    assertThat(artifacts().open("../secret")).isEmpty();
  }

  @Test
  void aTornFileOfAKilledWriterIsNotFoundAndNotInTheWay() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("artifact-123.tmp"), "half a fa");

    String hash = store("one fact\n");

    assertThat(read(hash)).isEqualTo("one fact\n");
    assertThat(artifacts().open("artifact-123.tmp")).isEmpty();
  }

  @Test
  void aWriterThatFailsLeavesNothing() {
    assertThatThrownBy(
            () ->
                artifacts()
                    .store(
                        out -> {
                          out.write("half".getBytes(UTF_8));
                          throw new IOException("no space left");
                        }))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write an artifact in ");
    assertThat(names()).isEmpty();
  }

  @Test
  void aFileThatIsNoArchiveIsNotTakenForMissing() throws IOException {
    String hash = store("one fact\n");
    for (String other : List.of("", "one fact\n")) {
      Files.writeString(file(hash), other);

      assertThatThrownBy(() -> artifacts().open(hash))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith("cannot read ");
    }
  }

  @Test
  void aFileThatWasCutOffIsNotReadToAnEnd() throws IOException {
    String hash = store(IntStream.range(0, 99_999).mapToObj(i -> i + "\n").collect(joining()));
    byte[] whole = Files.readAllBytes(file(hash));
    Files.write(file(hash), Arrays.copyOf(whole, whole.length - 5));

    assertThatThrownBy(() -> read(hash)).isInstanceOf(IOException.class);
  }

  private String store(String text) {
    return artifacts().store(out -> out.write(text.getBytes(UTF_8)));
  }

  private String read(String hash) throws IOException {
    try (InputStream in = artifacts().open(hash).orElseThrow()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private ArtifactFolder artifacts() {
    return new ArtifactFolder(folder());
  }

  private Path folder() {
    return temp.resolve("artifacts");
  }

  private Path file(String hash) {
    return folder().resolve(hash + ".jsonl.zst");
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
