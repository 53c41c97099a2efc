package milodex.calibration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import milodex.promotion.Gate;

/// How the trials of a replicate come about.
sealed interface Scenario {

  /// Sessions of ten years.
  int TEN_YEARS = 2_520;

  /// Volatility a year of a trial's returns, where nothing else is said.
  double VOLATILITY = 0.06;

  /// One search of `trials` trials, and what the gate made of its best.
  Outcome replicate(Gate gate, int trials, RandomGenerator random);

  /// Whether there is something to be found.
  default boolean hasEdge() {
    return false;
  }

  /// Random timing and random selection on a made-up market, another in each replicate.
  record Noise(MarketModel model) implements Scenario {

    @Override
    public Outcome replicate(Gate gate, int trials, RandomGenerator random) {
      AssetReturns market = model.draw(TEN_YEARS, random);
      return Scenario.search(market, model, trials, random).judge(gate, random.nextLong());
    }
  }

  /// Random timing on stored bars, the same in each replicate.
  ///
  /// @param model like them
  record Bars(AssetReturns bars, MarketModel model) implements Scenario {

    @Override
    public Outcome replicate(Gate gate, int trials, RandomGenerator random) {
      return Scenario.search(bars, model, trials, random).judge(gate, random.nextLong());
    }
  }

  /// Cells of one parameter grid, drawn without repeats, on a market without drift.
  record Grid(MarketModel model) implements Scenario {

    @Override
    public Outcome replicate(Gate gate, int trials, RandomGenerator random) {
      AssetReturns market = model.draw(TEN_YEARS, random);
      double[][] sums = Crossing.sums(market);
      double share = model.share(market.assets(), 0.5, VOLATILITY);
      List<Crossing> cells = new ArrayList<>(Crossing.grid());
      for (int k = cells.size() - 1; k > 0; k--) {
        Collections.swap(cells, k, random.nextInt(k + 1));
      }
      List<List<Stay>> all =
          cells.stream().limit(trials).map(cell -> cell.stays(sums, share)).toList();
      return new Search(market, all, true).judge(gate, random.nextLong());
    }
  }

  /// One trial with an edge among others without.
  ///
  /// @param sharpe a year of its returns beside the universe
  /// @param volatility a year of every trial's returns
  record Planted(MarketModel model, double sharpe, int sessions, double volatility)
      implements Scenario {

    @Override
    public boolean hasEdge() {
      return true;
    }

    @Override
    public Outcome replicate(Gate gate, int trials, RandomGenerator random) {
      AssetReturns plain = model.draw(sessions, random);
      List<Stay> skilled = skilled(random);
      List<List<Stay>> all = new ArrayList<>();
      all.add(skilled);
      while (all.size() < trials) {
        all.add(timing(model, volatility, random).stays(sessions, model.assets(), random));
      }
      return new Search(Edge.under(plain, skilled, sharpe), all, false)
          .judgeFirst(gate, random.nextLong());
    }

    /// One or two slots, which have up to 15 % volatility without credit.
    List<Stay> skilled(RandomGenerator random) {
      int slots = random.nextInt(1, 3);
      double exposure = random.nextDouble(0.4, 0.6);
      double share = model.share(slots, exposure, volatility);
      return new RandomTiming(slots, exposure, share).stays(sessions, model.assets(), random);
    }
  }

  private static Search search(
      AssetReturns market, MarketModel model, int trials, RandomGenerator random) {
    List<List<Stay>> all = new ArrayList<>();
    for (int k = 0; k < trials; k++) {
      RandomTiming rule = timing(model, VOLATILITY, random);
      all.add(rule.stays(market.sessions(), market.assets(), random));
    }
    return new Search(market, all, false);
  }

  private static RandomTiming timing(MarketModel model, double volatility, RandomGenerator random) {
    int slots = random.nextInt(1, 5);
    double exposure = random.nextDouble(0.2, 0.6);
    return new RandomTiming(slots, exposure, model.share(slots, exposure, volatility));
  }
}
