package milodex.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/// Writes the forty symbols as CSV, for runs of the whole program.
public final class WriteMarket {

  private WriteMarket() {}

  /// Writes them into the folder named first.
  public static void main(String[] arguments) throws IOException {
    BigMarket.write(Path.of(arguments[0]));
  }
}
