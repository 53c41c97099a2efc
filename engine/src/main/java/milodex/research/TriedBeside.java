package milodex.research;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.analytics.ReturnStreams;
import milodex.backtest.Artifacts;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.backtest.StreamsText;
import milodex.promotion.Multiplicity;

/// Reads what was tried beside a run: the return streams of its multiplicity set.
public final class TriedBeside {

  /// Fewer sessions in common than these tell nothing of a trial.
  static final int FEWEST_SESSIONS = 60;

  private TriedBeside() {}

  /// The trials that count against `candidate`; one whose streams are not kept, or hardly meet its
  /// sessions, counts as one without.
  ///
  /// @param sessions of the candidate's own streams, as epoch days
  /// @throws UncheckedIOException if streams that are kept cannot be read, or are damaged
  public static Multiplicity of(
      Trials trials, Runs.Run candidate, int[] sessions, Artifacts artifacts) {
    List<Multiplicity.Other> others = new ArrayList<>();
    int without = 0;
    for (Runs.Run trial : trials.beside(candidate)) {
      if (!trial.id().equals(candidate.id())) {
        Optional<ReturnStreams> streams =
            streams(trial, artifacts).filter(found -> common(found, sessions) >= FEWEST_SESSIONS);
        if (streams.isPresent()) {
          boolean family = trial.strategy().family().equals(candidate.strategy().family());
          others.add(new Multiplicity.Other(streams.get(), family));
        } else {
          without++;
        }
      }
    }
    return new Multiplicity(others, without);
  }

  private static Optional<ReturnStreams> streams(Runs.Run trial, Artifacts artifacts) {
    return trial
        .completed()
        .map(completed -> RunSummary.parse(completed.summary()))
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

  private static int common(ReturnStreams streams, int[] sessions) {
    int common = 0;
    int at = 0;
    for (int day : sessions) {
      while (at < streams.sessions() && streams.session()[at] < day) {
        at++;
      }
      if (at < streams.sessions() && streams.session()[at] == day) {
        common++;
      }
    }
    return common;
  }
}
