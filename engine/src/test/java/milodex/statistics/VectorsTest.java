package milodex.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VectorsTest {

  @Test
  void everyVectorIsHeldAgainstSomeTest() throws IOException {
    try (Stream<Path> tests = Files.walk(Path.of("src/test/java/milodex"))) {
      String all =
          String.join(
              "\n",
              tests
                  .filter(file -> file.toString().endsWith("Test.java"))
                  .map(VectorsTest::text)
                  .toList());
      assertThat(Vectors.ids()).hasSize(69).allSatisfy(id -> assertThat(all).contains(id));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
