package milodex.research;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import milodex.analytics.ReturnStreams;
import milodex.backtest.Artifacts;
import milodex.backtest.Runs;
import milodex.backtest.StreamsText;

/// Reads the return streams that were kept with a trial.
public final class TrialStreams {

  private TrialStreams() {}

  /// Its streams; empty if it did not finish, is invalid, is older than streams are kept, or they
  /// were deleted.
  ///
  /// @throws UncheckedIOException if they cannot be read, or are damaged
  public static Optional<ReturnStreams> read(Runs.Run trial, Artifacts artifacts) {
    return trial
        .summary()
        .filter(summary -> !summary.isInvalid())
        .flatMap(summary -> summary.find("streams"))
        .flatMap(hash -> read(artifacts, hash.tree().toString()));
  }

  private static Optional<ReturnStreams> read(Artifacts artifacts, String hash) {
    try {
      return StreamsText.read(artifacts, hash);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the return streams " + hash, e);
    }
  }
}
