package milodex.calibration;

import java.util.random.RandomGenerator;

/// A made-up market of equally correlated assets.
///
/// The return of asset `k` is `drift/252 + s_t·σ/√252·(√ρ·m + √(1 − ρ)·e_k)`, with `m` and `e_k`
/// standard normal. Calm has `s_t = 1`. A restless market has `s_t = exp(h_t − v)·√(3/χ²₅)`, `h_t`
/// autoregressive with coefficient 0.98, variance `v = 0.25`, and one draw of χ² with 5 degrees of
/// freedom in each session: clustered volatility with fat tails (Taylor, 1986; Student's t), and
/// `E s_t² = 1`.
///
/// @param assets how many, at least 1
/// @param volatility σ a year of one asset
/// @param correlation ρ of each pair, in `[0, 1]`
/// @param drift mean return a year
record MarketModel(
    int assets, double volatility, double correlation, double drift, boolean isRestless) {

  /// Ten assets like large shares: the universe has 16 % volatility a year, and no drift.
  static final MarketModel DRIFTLESS = new MarketModel(10, 0.32, 0.17, 0, false);

  private static final double SESSIONS_A_YEAR = 252;
  private static final double PERSISTENCE = 0.98;
  private static final double LOG_VARIANCE = 0.25;
  private static final int FREEDOM = 5;

  /// A calm one with the volatility and the correlation of `market`: those that give its assets and
  /// its universe their variance on average.
  static MarketModel like(AssetReturns market) {
    double own = 0;
    for (double[] asset : market.byAsset()) {
      own += variance(asset) / market.assets();
    }
    int n = market.assets();
    double shared = n * variance(market.universe()) / own;
    double correlation = n == 1 ? 1 : Math.clamp((shared - 1) / (n - 1), 0, 1);
    return new MarketModel(n, Math.sqrt(own * SESSIONS_A_YEAR), correlation, 0, false);
  }

  MarketModel rising(double drift) {
    return new MarketModel(assets, volatility, correlation, drift, isRestless);
  }

  MarketModel restless() {
    return new MarketModel(assets, volatility, correlation, drift, true);
  }

  AssetReturns draw(int sessions, RandomGenerator random) {
    double[][] returns = new double[assets][sessions];
    double common = volatility * Math.sqrt(correlation / SESSIONS_A_YEAR);
    double own = volatility * Math.sqrt((1 - correlation) / SESSIONS_A_YEAR);
    double log = Math.sqrt(LOG_VARIANCE) * random.nextGaussian();
    double step = Math.sqrt(LOG_VARIANCE * (1 - PERSISTENCE * PERSISTENCE));
    for (int t = 0; t < sessions; t++) {
      double size = 1;
      if (isRestless) {
        log = PERSISTENCE * log + step * random.nextGaussian();
        size = Math.exp(log - LOG_VARIANCE) * tail(random);
      }
      double market = common * random.nextGaussian();
      for (double[] asset : returns) {
        asset[t] = drift / SESSIONS_A_YEAR + size * (market + own * random.nextGaussian());
        asset[t] = Math.max(asset[t], -0.9);
      }
    }
    return new AssetReturns(returns);
  }

  /// How large each of `slots` positions must be, as a share of equity, for an account that holds
  /// in each slot a share `exposure` of the time to have `target` volatility a year; at most all
  /// of the equity in all of them.
  double share(int slots, double exposure, double target) {
    double held = slots * exposure * (1 + (slots - 1) * exposure * correlation);
    return Math.min(target / (volatility * Math.sqrt(held)), 1.0 / slots);
  }

  private static double variance(double[] returns) {
    double mean = 0;
    double squares = 0;
    for (double value : returns) {
      mean += value / returns.length;
      squares += value * value / returns.length;
    }
    return squares - mean * mean;
  }

  private static double tail(RandomGenerator random) {
    double squares = 0;
    for (int i = 0; i < FREEDOM; i++) {
      double normal = random.nextGaussian();
      squares += normal * normal;
    }
    return Math.sqrt((FREEDOM - 2) / squares);
  }
}
