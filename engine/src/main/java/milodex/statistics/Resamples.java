package milodex.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Paths of indices of a bootstrap, drawn once and used for every series of one length.
///
/// Kept as blocks: a path is runs of indices one after another, the last followed by 0. Not
/// changed once made, and free to be shared by threads.
public final class Resamples {

  private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private final int length;
  private final double meanBlock;
  private final int[] firstBlock;
  private int[] starts;
  private int[] ends;

  private Resamples(int length, int count, double meanBlock) {
    this.length = length;
    this.meanBlock = meanBlock;
    this.firstBlock = new int[count + 1];
    double blocks = Math.min(1.02 * count / meanBlock + 1, count) * length;
    this.starts = new int[(int) blocks];
    this.ends = new int[(int) blocks];
  }

  /// `count` resamples of a series of `length` values, by the stationary bootstrap.
  ///
  /// @param meanBlock the mean length of a block, from 1, which draws each value by itself
  /// @param seed the same seed gives the same resamples on every machine
  /// @throws IllegalArgumentException if `length` or `count` is below 1 or `meanBlock` below 1
  public static Resamples stationary(int length, int count, double meanBlock, long seed) {
    if (length < 1) {
      throw new IllegalArgumentException("length is at least 1, not " + length);
    }
    if (count < 1) {
      throw new IllegalArgumentException("count is at least 1, not " + count);
    }
    StationaryBootstrap.requireBlock(meanBlock);
    RandomGenerator random = RANDOM.create(seed);
    Resamples resamples = new Resamples(length, count, meanBlock);
    int[] path = new int[length];
    for (int b = 0; b < count; b++) {
      StationaryBootstrap.draw(path, meanBlock, random);
      resamples.add(b, path);
    }
    return resamples;
  }

  /// Resamples by stated indices, a row for each.
  ///
  /// @param indices from 0 to T − 1, T in each row
  /// @param meanBlock the mean length of a block they were drawn with
  /// @throws IllegalArgumentException if there are no rows or no columns, the rows differ in
  ///     length, an index is out of range or `meanBlock` is below 1
  public static Resamples of(int[][] indices, double meanBlock) {
    if (indices.length == 0 || indices[0].length == 0) {
      throw new IllegalArgumentException("indices is empty");
    }
    StationaryBootstrap.requireBlock(meanBlock);
    int length = indices[0].length;
    Resamples resamples = new Resamples(length, indices.length, meanBlock);
    for (int b = 0; b < indices.length; b++) {
      if (indices[b].length != length) {
        throw new IllegalArgumentException("indices has rows of different lengths");
      }
      for (int index : indices[b]) {
        if (index < 0 || index >= length) {
          throw new IllegalArgumentException("indices has " + index + ", out of range");
        }
      }
      resamples.add(b, indices[b]);
    }
    return resamples;
  }

  /// T, the values of a series resampled, and of each resample.
  public int length() {
    return length;
  }

  /// B, how many resamples there are.
  public int count() {
    return firstBlock.length - 1;
  }

  /// The mean length of a block, in values.
  public double meanBlock() {
    return meanBlock;
  }

  /// The path of the resample numbered `resample` from 0: T indices from 0 to T − 1.
  ///
  /// @throws IndexOutOfBoundsException if there is no such resample
  public int[] indices(int resample) {
    int[] path = new int[length];
    int t = 0;
    for (int block = firstBlock[resample]; block < firstBlock[resample + 1]; block++) {
      int index = starts[block];
      do {
        path[t++] = index;
        index = index + 1 == length ? 0 : index + 1;
      } while (index != ends[block]);
    }
    return path;
  }

  /// Writes the values of one resample of `series` over `into`.
  void resample(int resample, double[] series, double[] into) {
    int t = 0;
    for (int block = firstBlock[resample]; block < firstBlock[resample + 1]; block++) {
      int start = starts[block];
      int end = ends[block];
      int run = (end > start ? end : length) - start;
      System.arraycopy(series, start, into, t, run);
      t += run;
      if (end <= start) {
        System.arraycopy(series, 0, into, t, end);
        t += end;
      }
    }
  }

  /// Writes over `into`, for each index, how many blocks of one resample end before it less how
  /// many start there: what a running sum up to the index counts for in the resample's sum.
  void weights(int resample, double[] into) {
    Arrays.fill(into, 0);
    for (int block = firstBlock[resample]; block < firstBlock[resample + 1]; block++) {
      into[ends[block]]++;
      into[starts[block]]--;
    }
  }

  /// The number of the first block of a resample; that of the resample B is the end of all.
  int firstBlock(int resample) {
    return firstBlock[resample];
  }

  /// The first index of every block. To be read only.
  int[] starts() {
    return starts;
  }

  /// The index after the last of every block, modulo T: that of a whole turn is its start.
  int[] ends() {
    return ends;
  }

  /// Holds that a series is as long as these resamples.
  ///
  /// @throws IllegalArgumentException if it is not
  void requireLength(int other, String name) {
    if (other != length) {
      throw new IllegalArgumentException(
          name + " has " + other + " values, the resamples " + length);
    }
  }

  /// Without branches that depend on what was drawn, which no processor could foresee.
  private void add(int resample, int[] path) {
    reserve(firstBlock[resample] + length);
    int block = firstBlock[resample] - 1;
    int start = 0;
    int end = -1;
    for (int index : path) {
      boolean begins = index != end;
      block += begins ? 1 : 0;
      start = begins ? index : start;
      end = index + 1 == length ? 0 : index + 1;
      starts[block] = start;
      ends[block] = end;
    }
    firstBlock[resample + 1] = block + 1;
  }

  private void reserve(int blocks) {
    if (blocks > starts.length) {
      int more = Math.max(blocks, starts.length + starts.length / 2);
      starts = Arrays.copyOf(starts, more);
      ends = Arrays.copyOf(ends, more);
    }
  }
}
