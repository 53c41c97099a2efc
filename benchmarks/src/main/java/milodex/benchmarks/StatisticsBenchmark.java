package milodex.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import milodex.statistics.Figure;
import milodex.statistics.Resamples;
import milodex.statistics.StepM;
import milodex.statistics.SuperiorAbility;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Statistics of many trials at once, on one thread: 100 trials of 2,500 days, 1,000 resamples.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StatisticsBenchmark {

  private static final int TRIALS = 100;
  private static final int DAYS = 2_500;
  private static final int RESAMPLES = 1_000;

  /// The mean length of a block, in days; 1 is what returns without memory ask for.
  @Param({"10", "1"})
  public double block;

  private final double[][] trials = trials();
  private Resamples resamples = Resamples.stationary(1, 1, 1, 1);

  /// Draws the resamples that the tests share.
  @Setup
  public void draw() {
    resamples = drawResamples();
  }

  /// Drawing the resamples, once for all tests of that many days.
  @Benchmark
  public Resamples drawResamples() {
    return Resamples.stationary(DAYS, RESAMPLES, block, 1);
  }

  /// White's reality check and Hansen's tests, studentised and raw.
  @Benchmark
  public SuperiorAbility spa() {
    return SuperiorAbility.of(resamples, trials);
  }

  /// The adjusted p of every trial.
  @Benchmark
  public List<Figure> stepM() {
    return StepM.of(resamples, trials).adjustedP();
  }

  /// The adjusted p of one trial.
  @Benchmark
  public Figure stepMOfOne() {
    return StepM.of(resamples, trials).adjustedP(0);
  }

  private static double[][] trials() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    double[][] trials = new double[TRIALS][DAYS];
    for (double[] trial : trials) {
      for (int day = 0; day < DAYS; day++) {
        trial[day] = 0.01 * random.nextGaussian();
      }
    }
    return trials;
  }
}
