package milodex.market;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Real prices that lie beside the project on some machines; tests over them are skipped elsewhere.
final class SharedMarketData {

  private SharedMarketData() {}

  /// The lines of a file below `market-data`, or a skipped test.
  static List<String> lines(String file) throws IOException {
    Path path = root().resolve("market-data").resolve(file);
    assumeTrue(Files.exists(path), "no real market data here: " + file + " is missing");
    return Files.readAllLines(path);
  }

  private static Path root() {
    String named = System.getenv("MILODEX_SHARED");
    if (named != null) {
      return Path.of(named);
    }
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolveSibling("shared"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(here.resolve("shared"));
  }
}
