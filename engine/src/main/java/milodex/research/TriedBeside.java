package milodex.research;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.analytics.ReturnStreams;
import milodex.backtest.Artifacts;
import milodex.backtest.Runs;
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
            TrialStreams.read(trial, artifacts)
                .filter(found -> common(found, sessions) >= FEWEST_SESSIONS);
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
