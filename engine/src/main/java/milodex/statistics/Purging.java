package milodex.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Leaves out of a training set what knows something of the test set.
///
/// The label of observation i is known from what happens in `[i, end of i]`. An observation is
/// **purged** if its label interval meets that of a test block, which goes from the first tested
/// observation to the last end of a tested label. An **embargo** then leaves out further
/// observations after that interval (López de Prado 2018, chapter 7).
public final class Purging {

  private Purging() {}

  /// The observations that may be trained on, ascending, when every label looks `horizon`
  /// observations ahead.
  ///
  /// Before a test block `horizon` observations are left out, after it `horizon` + `embargo`.
  ///
  /// @param observations how many there are
  /// @param horizon observations a label looks ahead, from 0
  /// @param test the tested blocks
  /// @param embargo further observations left out after each test block, from 0
  /// @throws IllegalArgumentException if a number is negative or a block ends outside
  public static int[] train(int observations, int horizon, List<Block> test, int embargo) {
    requireNotNegative(observations, "observations");
    requireNotNegative(horizon, "horizon");
    int[] ends =
        IntStream.range(0, observations)
            .map(i -> (int) Math.min((long) i + horizon, Integer.MAX_VALUE))
            .toArray();
    return train(ends, test, embargo);
  }

  /// The observations that may be trained on, ascending.
  ///
  /// @param labelEnds for each observation, the index at which its label is known; not before it
  /// @param test the tested blocks
  /// @param embargo further observations left out after each test block, from 0
  /// @throws IllegalArgumentException if a label ends before it begins, `embargo` is negative or a
  ///     block ends outside
  public static int[] train(int[] labelEnds, List<Block> test, int embargo) {
    requireNotNegative(embargo, "embargo");
    boolean[] allowed = new boolean[labelEnds.length];
    Arrays.fill(allowed, true);
    for (int i = 0; i < labelEnds.length; i++) {
      if (labelEnds[i] < i) {
        throw new IllegalArgumentException("labelEnds: label " + i + " ends before it begins");
      }
    }
    for (Block block : test) {
      if (block.last() >= labelEnds.length) {
        throw new IllegalArgumentException("test: " + block + " ends after the last observation");
      }
      leaveOut(allowed, labelEnds, block, embargo);
    }
    return IntStream.range(0, allowed.length).filter(i -> allowed[i]).toArray();
  }

  private static void leaveOut(boolean[] allowed, int[] labelEnds, Block block, int embargo) {
    long known = 0;
    for (int i = block.first(); i <= block.last(); i++) {
      known = Math.max(known, labelEnds[i]);
    }
    for (int i = 0; i < allowed.length; i++) {
      if (labelEnds[i] >= block.first() && i <= known + embargo) {
        allowed[i] = false;
      }
    }
  }

  private static void requireNotNegative(int value, String name) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must not be negative, not " + value);
    }
  }
}
