package milodex.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.util.CombinatoricsUtils;

/// Combinatorial purged cross-validation: each choice of test groups is a split, and the splits
/// join to several out-of-sample paths over the whole data (López de Prado 2018, chapter 12).
///
/// `N` groups of consecutive observations and `k` test groups make C(N, k) splits and
/// k/N · C(N, k) = C(N−1, k−1) paths. Groups are of equal size; the last one takes the rest too.
/// A strategy with state has to begin anew at each edge of a block. A rule with nothing to fit
/// gains nothing from this.
public final class CombinatorialSplits {

  /// More splits than anyone fits.
  private static final int MOST_SPLITS = 100_000;

  private final int observations;
  private final int groups;
  private final int purge;
  private final int embargo;
  private final List<List<Integer>> chosen;
  private final int paths;

  private CombinatorialSplits(
      int observations, int groups, int testGroups, int purge, int embargo) {
    this.observations = observations;
    this.groups = groups;
    this.purge = purge;
    this.embargo = embargo;
    this.chosen = combinations(groups, testGroups);
    this.paths = chosen.size() * testGroups / groups;
  }

  /// One choice of test groups.
  ///
  /// @param testGroups the tested groups, ascending, from 0
  /// @param test their observations, a block for each
  /// @param train the observations that may be trained on, ascending
  public record Split(List<Integer> testGroups, List<Block> test, List<Integer> train) {

    public Split {
      testGroups = List.copyOf(testGroups);
      test = List.copyOf(test);
      train = List.copyOf(train);
    }
  }

  /// The splits of `observations` into `groups`, of which each split tests `testGroups`.
  ///
  /// @param purge observations left out of training on both sides of each test block: how far a
  ///     label looks ahead
  /// @param embargo further observations left out after each test block
  /// @throws IllegalArgumentException if not `0 < testGroups < groups <= observations`, `purge` or
  ///     `embargo` is negative, together they reach the size of a group, or there would be more
  ///     than 100,000 splits
  public static CombinatorialSplits of(
      int observations, int groups, int testGroups, int purge, int embargo) {
    if (testGroups < 1 || testGroups >= groups || groups > observations) {
      throw new IllegalArgumentException(
          "groups: %d observations in %d groups cannot test %d of them"
              .formatted(observations, groups, testGroups));
    }
    if (purge < 0 || embargo < 0 || (long) purge + embargo >= observations / groups) {
      throw new IllegalArgumentException(
          "purge %d and embargo %d must not be negative, and smaller together than a group of %d"
              .formatted(purge, embargo, observations / groups));
    }
    if (CombinatoricsUtils.binomialCoefficientDouble(groups, testGroups) > MOST_SPLITS) {
      throw new IllegalArgumentException("testGroups: more than " + MOST_SPLITS + " splits");
    }
    return new CombinatorialSplits(observations, groups, testGroups, purge, embargo);
  }

  /// How many splits there are: C(N, k), each a fit.
  public int splits() {
    return chosen.size();
  }

  /// How many paths the splits join to: C(N−1, k−1).
  public int paths() {
    return paths;
  }

  /// Split number `split`, from 0, the choices of test groups in lexicographic order.
  ///
  /// @throws IndexOutOfBoundsException if there is no such split
  public Split split(int split) {
    List<Integer> testGroups = chosen.get(split);
    List<Block> test = testGroups.stream().map(this::block).toList();
    int[] train = Purging.train(observations, purge, test, embargo);
    return new Split(testGroups, test, Arrays.stream(train).boxed().toList());
  }

  /// The observations of group `group`, from 0.
  ///
  /// @throws IndexOutOfBoundsException if there is no such group
  public Block block(int group) {
    if (group < 0 || group >= groups) {
      throw new IndexOutOfBoundsException("no group " + group + " of " + groups);
    }
    int size = observations / groups;
    int last = group == groups - 1 ? observations - 1 : (group + 1) * size - 1;
    return new Block(group * size, last);
  }

  /// For each group, the split that path number `path`, from 0, takes it from: the split with that
  /// rank among those that test the group. So each tested group of a split is in one path.
  ///
  /// @throws IndexOutOfBoundsException if there is no such path
  public List<Integer> path(int path) {
    if (path < 0 || path >= paths) {
      throw new IndexOutOfBoundsException("no path " + path + " of " + paths);
    }
    return IntStream.range(0, groups).map(group -> split(path, group)).boxed().toList();
  }

  /// The out-of-sample series of each path.
  ///
  /// @param tested for each split, in order, the returns of its tested observations, ascending
  /// @return for each path a return for each observation
  /// @throws IllegalArgumentException if `tested` has not one row for each split and one return for
  ///     each tested observation
  public double[][] join(double[][] tested) {
    if (tested.length != splits()) {
      throw new IllegalArgumentException(
          "tested: %d rows for %d splits".formatted(tested.length, splits()));
    }
    double[][] joined = new double[paths][observations];
    int[] taken = new int[groups];
    for (int split = 0; split < tested.length; split++) {
      int from = 0;
      for (int group : chosen.get(split)) {
        Block block = block(group);
        if (from + block.size() > tested[split].length) {
          throw new IllegalArgumentException("tested: row " + split + " is too short");
        }
        System.arraycopy(tested[split], from, joined[taken[group]++], block.first(), block.size());
        from += block.size();
      }
      if (from != tested[split].length) {
        throw new IllegalArgumentException("tested: row " + split + " is too long");
      }
    }
    return joined;
  }

  private int split(int path, int group) {
    return IntStream.range(0, chosen.size())
        .filter(split -> chosen.get(split).contains(group))
        .skip(path)
        .findFirst()
        .orElseThrow();
  }

  /// All choices of `k` of the numbers below `n`, in lexicographic order.
  private static List<List<Integer>> combinations(int n, int k) {
    List<List<Integer>> all = new ArrayList<>();
    choose(n, k, new ArrayList<>(), all);
    return all;
  }

  private static void choose(int n, int k, List<Integer> begun, List<List<Integer>> all) {
    if (begun.size() == k) {
      all.add(List.copyOf(begun));
      return;
    }
    int first = begun.isEmpty() ? 0 : begun.getLast() + 1;
    for (int next = first; next <= n - (k - begun.size()); next++) {
      begun.add(next);
      choose(n, k, begun, all);
      begun.removeLast();
    }
  }
}
