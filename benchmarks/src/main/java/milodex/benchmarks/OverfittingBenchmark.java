package milodex.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import milodex.statistics.Cscv;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The probability of backtest overfitting of 100 trials over ten years of days.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class OverfittingBenchmark {

  private static final int BLOCKS = 16;

  private final double[][] returns = new double[2_500][100];

  /// Noise: the figure depends on the shape alone.
  @Setup
  public void drawReturns() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(16);
    for (double[] row : returns) {
      Arrays.setAll(row, _ -> 0.01 * random.nextGaussian());
    }
  }

  /// All 12,870 splits of 16 blocks.
  @Benchmark
  public Cscv cscv() {
    return Cscv.of(returns, BLOCKS);
  }
}
