package milodex.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void anOldFile() throws IOException {
    file = folder.resolve("a.txt");
    Files.writeString(file, "old");
  }

  @Test
  void theNewContentReplacesTheOld() throws IOException {
    AtomicFile.write(file, temp -> Files.writeString(temp, "new"));
    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void untilTheNewContentIsCompleteReadersSeeTheOld() throws IOException {
    AtomicFile.write(
        file,
        temp -> {
          Files.writeString(temp, "ne");
          assertThat(file).hasContent("old");
          Files.writeString(temp, "new");
        });
    assertThat(file).hasContent("new");
  }

  @Test
  void aFailureWhileWritingLeavesTheOldContentAndNoLitter() {
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    temp -> {
                      Files.writeString(temp, "half of the n");
                      throw new IOException("disk full");
                    }))
        .hasMessageEndingWith("a.txt: disk full");
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void aFileThatIsThereIsNotWrittenAsAMissingOne() throws IOException {
    Path made = folder.resolve("b.txt");
    AtomicFile.writeIfMissing(made, temp -> Files.writeString(temp, "first"));
    AtomicFile.writeIfMissing(made, temp -> Files.writeString(temp, "second"));
    assertThat(made).hasContent("first");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void ofTwoThatWriteAMissingFileAtOnceTheFirstToEndWins() throws IOException {
    Path made = folder.resolve("b.txt");
    AtomicFile.writeIfMissing(
        made,
        outer -> {
          Files.writeString(outer, "outer");
          assertThat(made).doesNotExist();
          AtomicFile.writeIfMissing(made, inner -> Files.writeString(inner, "inner"));
        });
    assertThat(made).hasContent("inner");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void aFailedRenameLeavesWhatIsThere() throws IOException {
    Path taken = folder.resolve("taken");
    Files.createDirectories(taken.resolve("by a folder"));
    assertThatThrownBy(() -> AtomicFile.write(taken, temp -> Files.writeString(temp, "new")))
        .isInstanceOf(IOException.class);
    assertThat(taken.resolve("by a folder")).isDirectory();
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void missingFoldersAreMade() throws IOException {
    Path deep = folder.resolve("x/y/z.txt");
    AtomicFile.write(deep, temp -> Files.writeString(temp, "new"));
    assertThat(deep).hasContent("new");
  }
}
