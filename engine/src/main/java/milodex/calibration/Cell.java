package milodex.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import milodex.calibration.Scenario.Bars;
import milodex.calibration.Scenario.Grid;
import milodex.calibration.Scenario.Noise;
import milodex.calibration.Scenario.Planted;
import milodex.promotion.Gate;

/// One line of the table: a kind of market, and how many trials a search makes on it.
public final class Cell {

  /// How many trials a search makes.
  public static final List<Integer> TRIALS = List.of(1, 10, 100);

  private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private static final double RISE = 0.08;
  private static final int SESSIONS_A_YEAR = 252;

  private final String kind;
  private final int trials;
  private final Scenario scenario;

  private Cell(String kind, int trials, Scenario scenario) {
    this.kind = kind;
    this.trials = trials;
    this.scenario = scenario;
  }

  /// Every cell there is: first those without an edge, then those with one.
  ///
  /// @param bars daily returns of real assets over consecutive sessions, a row for each asset
  /// @throws IllegalArgumentException if there is no bar, rows differ in length, or a return is
  ///     not finite
  public static List<Cell> all(Optional<double[][]> bars) {
    MarketModel calm = MarketModel.DRIFTLESS;
    List<Cell> cells = new ArrayList<>();
    add(cells, "noise", new Noise(calm));
    add(cells, "restless", new Noise(calm.restless()));
    add(cells, "rising", new Noise(calm.rising(RISE)));
    bars.map(AssetReturns::of)
        .ifPresent(real -> add(cells, "bars", new Bars(real, MarketModel.like(real))));
    add(cells, "grid", new Grid(calm));
    for (int years : List.of(5, 10, 15)) {
      for (double sharpe : List.of(0.5, 1.0, 1.5, 2.0)) {
        addEdge(cells, sharpe, years, 6);
        if (sharpe == 1 && years == 10) {
          addEdge(cells, sharpe, years, 10);
          addEdge(cells, sharpe, years, 15);
        }
      }
    }
    return List.copyOf(cells);
  }

  private static void addEdge(List<Cell> cells, double sharpe, int years, int volatility) {
    add(
        cells,
        String.format(Locale.ROOT, "edge-%.1f-%dy-v%d", sharpe, years, volatility),
        new Planted(
            MarketModel.DRIFTLESS.rising(RISE),
            sharpe,
            years * SESSIONS_A_YEAR,
            volatility / 100.0));
  }

  private static void add(List<Cell> cells, String kind, Scenario scenario) {
    TRIALS.forEach(trials -> cells.add(new Cell(kind, trials, scenario)));
  }

  /// What is drawn: `noise`, or `edge-1.0-10y-v6` for an edge of Sharpe ratio 1 over ten years at
  /// 6 % volatility.
  public String kind() {
    return kind;
  }

  /// How many trials a search makes, of which the best is judged.
  public int trials() {
    return trials;
  }

  /// Whether the first trial has an edge that is to be found.
  public boolean hasEdge() {
    return scenario.hasEdge();
  }

  /// Whether it belongs to the short table: every market without an edge, and edges over ten years
  /// at 6 % volatility.
  public boolean isCore() {
    return !hasEdge() || kind.endsWith("-10y-v6");
  }

  /// Its kind and its trials: `noise/10`.
  public String name() {
    return kind + "/" + trials;
  }

  /// One replicate: everything in it follows from `seed`, this cell's name and its `number`.
  Outcome replicate(Gate gate, long seed, int number) {
    long mixed = RANDOM.create(seed ^ ((long) name().hashCode() << 32 | number)).nextLong();
    return scenario.replicate(gate, trials, RANDOM.create(mixed));
  }
}
