package milodex.files;

import java.nio.file.Path;

/// A line in the file of a simulated broker tells no change: its books cannot be trusted.
public final class BrokerFileCorruptException extends RuntimeException {

  private static final long serialVersionUID = 1;

  BrokerFileCorruptException(Path file, int line, IllegalArgumentException why) {
    super("Line %d of %s: %s.".formatted(line, file, why.getMessage()), why);
  }
}
