package milodex.simulation;

/// Finds the fewest sessions in which things have to go wrong for a life to break an invariant.
public final class Shrink {

  private Shrink() {}

  /// Lives the same seed again, with things going wrong in some sessions alone, counted from 0.
  interface Again {
    LifeReport live(int from, int to);
  }

  /// The same seed with things going wrong in as few consecutive sessions as still break it: those
  /// at the end are left out first, then those at the beginning. A life that holds stays as it is.
  public static LifeReport shortest(LifeReport life) {
    return shortest(life, (from, to) -> Life.live(life.seed(), life.sessions(), from, to));
  }

  static LifeReport shortest(LifeReport life, Again again) {
    LifeReport shortest = life;
    int last = life.sessions() - Life.CALM_END - 1;
    for (int to = 0; !life.holds() && to < last; to++) {
      LifeReport shorter = again.live(0, to);
      if (!shorter.holds()) {
        shortest = shorter;
        last = to;
      }
    }
    for (int from = last; !life.holds() && from > 0; from--) {
      LifeReport shorter = again.live(from, last);
      if (!shorter.holds()) {
        return shorter;
      }
    }
    return shortest;
  }
}
