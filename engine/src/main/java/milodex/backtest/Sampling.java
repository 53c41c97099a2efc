package milodex.backtest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import milodex.ledger.RunId;

/// How much of a run is tried, and which of its decisions: a matter of counting, never of time.
///
/// @param decisions how many of them are made again
/// @param sessions how many of the first are run again
record Sampling(int decisions, int sessions) {

  /// Of so many decisions at least, or all there are.
  private static final int FEWEST = 32;

  /// Every so many decisions, one is made again.
  private static final int DECISIONS = 100;

  /// Every so many sessions, one is run again.
  private static final int SESSIONS = 50;

  /// What is tried of a run of so many sessions.
  ///
  /// @param decisions how many there are
  static Sampling of(Proofs.Depth depth, int sessions, int decisions) {
    return switch (depth) {
      case DEFAULT -> new Sampling(share(decisions, DECISIONS), share(sessions, SESSIONS));
      case FULL -> new Sampling(decisions, sessions);
    };
  }

  /// Decisions with wishes come first, but for a quarter that is left to quiet ones; where there
  /// are too many of a kind, chance that hangs on the run alone decides.
  ///
  /// @return in the order they were taken
  List<Taken> choose(List<Taken> all, RunId run) {
    RandomGenerator random =
        new SplittableRandom(Long.parseUnsignedLong(run.hash().substring(0, 16), 16));
    List<Taken> wished = shuffled(all.stream().filter(Taken::wished).toList(), random);
    List<Taken> quiet = shuffled(all.stream().filter(one -> !one.wished()).toList(), random);
    int most = Math.min(decisions, all.size());
    int quietest = Math.min(quiet.size(), Math.max(most / 4, most - wished.size()));
    List<Taken> chosen = new ArrayList<>(quiet.subList(0, quietest));
    chosen.addAll(wished.subList(0, most - quietest));
    chosen.sort(Comparator.comparingInt(Taken::session).thenComparing(Taken::at));
    return chosen;
  }

  private static int share(int sessions, int every) {
    return Math.min(sessions, Math.max(FEWEST, sessions / every));
  }

  private static List<Taken> shuffled(List<Taken> taken, RandomGenerator random) {
    List<Taken> shuffled = new ArrayList<>(taken);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
