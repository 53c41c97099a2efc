package milodex.statistics;

import java.util.Arrays;

/// The sums of columns under every resample of their rows: those of the resample's blocks.
///
/// A block's sum is the difference of two running sums. As the columns are centred, the sum of a
/// whole turn is 0 and a block may pass the end. Long blocks are looked up one by one; of short
/// ones there are so many that every row is used anyway, and a product of two matrices is cheaper.
/// Both agree up to rounding.
final class ResampledSums {

  /// Below this mean length of a block the product is cheaper.
  private static final int SHORT = 7;

  private static final int COLUMNS = 8;
  private static final int ROWS = 4;
  private static final int RESAMPLES = 16;

  private ResampledSums() {}

  /// The sum of each column, a row for each resample.
  ///
  /// @param centred columns that sum to 0, T values in each
  static double[][] of(Resamples resamples, double[][] centred) {
    long values = (long) resamples.count() * resamples.length();
    boolean isShort = values < (long) SHORT * resamples.firstBlock(resamples.count());
    return isShort ? byProduct(resamples, centred) : byBlocks(resamples, centred);
  }

  /// The weights of the running sums in each resample, times the running sums.
  ///
  /// A few rows at a time are added to a tile of resamples, so that both stay in the nearest cache
  /// and the loop over columns works on vectors.
  static double[][] byProduct(Resamples resamples, double[][] centred) {
    double[][] rows = runningSums(centred, resamples.length());
    double[][] sums = new double[resamples.count()][centred.length];
    double[][] weights = new double[RESAMPLES][rows.length];
    for (int first = 0; first < sums.length; first += RESAMPLES) {
      int height = Math.min(RESAMPLES, sums.length - first);
      for (int b = 0; b < height; b++) {
        resamples.weights(first + b, weights[b]);
      }
      for (int row = 0; row < rows.length; row += ROWS) {
        for (int b = 0; b < height; b++) {
          addRows(rows, row, weights[b], sums[first + b]);
        }
      }
    }
    return sums;
  }

  /// A row of the sums before each index, and rows of 0 up to a multiple of [#ROWS].
  private static double[][] runningSums(double[][] columns, int length) {
    double[][] rows = new double[(length + ROWS - 1) / ROWS * ROWS][columns.length];
    for (int t = 1; t < length; t++) {
      for (int k = 0; k < columns.length; k++) {
        rows[t][k] = rows[t - 1][k] + columns[k][t - 1];
      }
    }
    return rows;
  }

  private static void addRows(double[][] rows, int row, double[] weights, double[] sums) {
    double[] r0 = rows[row];
    double[] r1 = rows[row + 1];
    double[] r2 = rows[row + 2];
    double[] r3 = rows[row + 3];
    double w0 = weights[row];
    double w1 = weights[row + 1];
    double w2 = weights[row + 2];
    double w3 = weights[row + 3];
    for (int k = 0; k < sums.length; k++) {
      sums[k] += w0 * r0[k] + w1 * r1[k] + w2 * r2[k] + w3 * r3[k];
    }
  }

  /// The running sums of a tile of columns lie side by side, so that one fetch from memory serves
  /// the whole tile.
  static double[][] byBlocks(Resamples resamples, double[][] centred) {
    double[][] sums = new double[resamples.count()][centred.length];
    double[] running = new double[resamples.length() * COLUMNS];
    double[] tile = new double[COLUMNS];
    for (int first = 0; first < centred.length; first += COLUMNS) {
      int width = Math.min(COLUMNS, centred.length - first);
      accumulate(centred, first, width, running);
      for (int b = 0; b < sums.length; b++) {
        addBlocks(resamples, b, running, tile);
        System.arraycopy(tile, 0, sums[b], first, width);
      }
    }
    return sums;
  }

  private static void accumulate(double[][] centred, int first, int width, double[] running) {
    Arrays.fill(running, 0);
    for (int k = 0; k < width; k++) {
      double[] column = centred[first + k];
      double sum = 0;
      for (int t = 0; t < column.length; t++) {
        running[t * COLUMNS + k] = sum;
        sum += column[t];
      }
    }
  }

  private static void addBlocks(
      Resamples resamples, int resample, double[] running, double[] into) {
    int[] starts = resamples.starts();
    int[] ends = resamples.ends();
    int last = resamples.firstBlock(resample + 1);
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    for (int block = resamples.firstBlock(resample); block < last; block++) {
      int start = starts[block] * COLUMNS;
      int end = ends[block] * COLUMNS;
      s0 += running[end] - running[start];
      s1 += running[end + 1] - running[start + 1];
      s2 += running[end + 2] - running[start + 2];
      s3 += running[end + 3] - running[start + 3];
      s4 += running[end + 4] - running[start + 4];
      s5 += running[end + 5] - running[start + 5];
      s6 += running[end + 6] - running[start + 6];
      s7 += running[end + 7] - running[start + 7];
    }
    into[0] = s0;
    into[1] = s1;
    into[2] = s2;
    into[3] = s3;
    into[4] = s4;
    into[5] = s5;
    into[6] = s6;
    into[7] = s7;
  }
}
