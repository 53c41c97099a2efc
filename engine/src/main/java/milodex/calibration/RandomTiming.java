package milodex.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A rule without any skill: random assets at random times.
///
/// Each slot holds a random asset for 2 to 10 sessions, each length equally likely, and then waits
/// for an exponential time.
///
/// @param slots positions that may be open at once
/// @param exposure share of the time a slot is held, in `(0, 1)`
/// @param share of equity in each position
record RandomTiming(int slots, double exposure, double share) {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 10;

  /// The positions over `sessions`, in order.
  List<Stay> stays(int sessions, int assets, RandomGenerator random) {
    double wait = (SHORTEST + LONGEST) / 2.0 * (1 - exposure) / exposure;
    List<Stay> stays = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      int at = random.nextInt(SHORTEST + LONGEST);
      while (at < sessions) {
        int to = at + random.nextInt(SHORTEST, LONGEST + 1);
        stays.add(new Stay(random.nextInt(assets), at, to, share));
        at = to + (int) Math.round(wait * random.nextExponential());
      }
    }
    stays.sort(Stay.ORDER);
    return stays;
  }
}
