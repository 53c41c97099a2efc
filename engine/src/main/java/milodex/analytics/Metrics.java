package milodex.analytics;

import java.util.List;
import milodex.statistics.Figure;

/// The performance of an equity curve and its closed trades.
///
/// Daily returns start at the initial equity; the risk-free rate is zero; a year has 252 sessions.
///
/// @param totalReturn last equity ÷ initial equity − 1
/// @param cagr growth a year, by calendar time from the first session to the last (365.25 days)
/// @param volatility sample standard deviation of daily returns × √252
/// @param sharpe mean ÷ sample standard deviation of daily returns × √252
/// @param sortino mean ÷ downside deviation over all sessions, target zero, × √252
/// @param calmar CAGR ÷ depth of the deepest drawdown
/// @param exposure mean over sessions of invested ÷ equity, at the close
/// @param turnover how often a year the equity was bought and sold again: mean of half the dollars
///     traded ÷ the equity before the session, × 252
public record Metrics(
    int sessions,
    Figure totalReturn,
    Figure cagr,
    Figure volatility,
    Figure sharpe,
    Figure sortino,
    Drawdown drawdown,
    Figure calmar,
    Figure exposure,
    Figure turnover,
    TradeStatistics trades) {

  private static final double DAYS_A_YEAR = 365.25;
  private static final String NO_SESSIONS = "no sessions";

  /// The performance of `curve`; `trades` are the round trips closed in it.
  public static Metrics of(EquityCurve curve, List<TradeResult> trades) {
    double[] returns = curve.returns();
    Drawdown drawdown = Drawdown.of(curve);
    Figure cagr = cagr(curve);
    return new Metrics(
        curve.sessions(),
        curve.sessions() == 0 ? Figure.undefined(NO_SESSIONS) : Figure.of(growth(curve) - 1),
        cagr,
        Returns.volatility(returns),
        Returns.sharpe(returns),
        Returns.sortino(returns),
        drawdown,
        calmar(cagr, drawdown.depth()),
        exposure(curve),
        turnover(curve),
        TradeStatistics.of(trades));
  }

  private static double growth(EquityCurve curve) {
    return curve.equity()[curve.sessions()] / curve.equity()[0];
  }

  private static Figure cagr(EquityCurve curve) {
    int n = curve.sessions();
    if (n < 2) {
      return Figure.undefined(Returns.TOO_SHORT);
    }
    double years = (curve.session()[n - 1] - curve.session()[0]) / DAYS_A_YEAR;
    double yearly = Math.pow(growth(curve), 1 / years) - 1;
    return Double.isFinite(yearly)
        ? Figure.of(yearly)
        : Figure.undefined("too short a time to annualise");
  }

  private static Figure calmar(Figure cagr, double depth) {
    return depth == 0 ? Figure.undefined("no drawdown") : cagr.map(growth -> growth / depth);
  }

  private static Figure exposure(EquityCurve curve) {
    double shares = 0;
    for (double share : curve.exposures()) {
      shares += share;
    }
    return Figure.ratio(shares, curve.sessions(), NO_SESSIONS);
  }

  private static Figure turnover(EquityCurve curve) {
    double shares = 0;
    for (int i = 0; i < curve.sessions(); i++) {
      shares += curve.traded()[i] / 2 / curve.equity()[i];
    }
    return Figure.ratio(shares * Returns.SESSIONS_A_YEAR, curve.sessions(), NO_SESSIONS);
  }
}
