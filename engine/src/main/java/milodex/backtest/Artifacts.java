package milodex.backtest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// Files named by what they hold: written once, never changed.
public interface Artifacts {

  /// Writes an artifact, or finds it there already.
  ///
  /// @return SHA-256 of the bytes `body` wrote, which is the artifact's name
  String store(Body body);

  /// The bytes of an artifact; empty if there is none of this name.
  Optional<InputStream> open(String hash);

  /// Writes the bytes of an artifact.
  @FunctionalInterface
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }
}
