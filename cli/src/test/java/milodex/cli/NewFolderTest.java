package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder is filled whole, or is as it was before.
class NewFolderTest {

  @TempDir private Path directory;

  @Test
  void whatFillsItStays() throws IOException {
    NewFolder folder = folder("new/out");

    assertThat(folder.isFree()).isTrue();
    assertThat(folder.<String>fill(() -> write(folder, "kept"))).isEqualTo("kept");

    assertThat(directory.resolve("new/out/a/file")).hasContent("kept");
    assertThat(folder.isFree()).isFalse();
  }

  @Test
  void aDiskThatIsFullLeavesNothingOfItAndIsNamed() {
    NewFolder folder = folder("new/out");

    assertThatThrownBy(() -> folder.fill(() -> full(folder)))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("Nothing was exported. IOException: No space left on device.")
        .hasMessageContaining(" the disk of " + directory.resolve("new/out") + " has ")
        .hasMessageEndingWith(" bytes left.");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aFolderThatWasThereStaysAndIsEmptyAgain() throws IOException {
    Files.createDirectories(directory.resolve("out"));
    NewFolder folder = folder("out");

    assertThatThrownBy(
            () ->
                folder.fill(
                    () -> {
                      try {
                        return full(folder);
                      } catch (IOException e) {
                        throw new UncheckedIOException(e);
                      }
                    }))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo("files_unavailable"));
    assertThat(directory.resolve("out")).isEmptyDirectory();
    assertThat(folder.isFree()).isTrue();
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.writeString(directory.resolve("file"), "mine");

    assertThatThrownBy(() -> folder("file/out").fill(() -> "never"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(directory.resolve("file").toString());
    assertThat(directory.resolve("file")).hasContent("mine");
    assertThat(folder("file").isFree()).isFalse();
  }

  @Test
  void aBugStaysABugAndLeavesNothing() {
    NewFolder folder = folder("out");

    assertThatThrownBy(
            () ->
                folder.fill(
                    () -> {
                      throw new IllegalStateException(write(folder, "a bug"));
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(directory).isEmptyDirectory();
  }

  private NewFolder folder(String name) {
    return new NewFolder(directory.resolve(name), "Nothing was exported.");
  }

  private static String full(NewFolder folder) throws IOException {
    throw new IOException("No space left on device", new IOException(write(folder, "half")));
  }

  private static String write(NewFolder folder, String text) throws IOException {
    Path file = folder.path().resolve("a/file");
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
    return text;
  }
}
