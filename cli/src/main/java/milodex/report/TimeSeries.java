package milodex.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import milodex.analytics.Decimation;
import milodex.analytics.EquityCurve;
import milodex.analytics.Rolling;
import milodex.backtest.WindowResult;
import milodex.statistics.Figure;

/// The lines of the charts over time, and which sessions of them are drawn.
final class TimeSeries {

  /// Points of a line at most: twenty years of sessions.
  private static final int MOST_POINTS = 5_040;

  private static final int IN_HUNDREDTHS = 100;
  private static final int IN_BASIS_POINTS = 10_000;

  private final RunPage page;
  private final EquityCurve curve;
  private final List<Figure> sharpes;
  private final int[] drawn;

  TimeSeries(RunPage page) {
    this.page = page;
    curve = page.curve();
    sharpes = Rolling.sharpe(curve.returns(), Rolling.HALF_A_YEAR);
    double[] closes = Arrays.copyOfRange(curve.equity(), 1, curve.equity().length);
    drawn = Decimation.minMax(closes, MOST_POINTS);
  }

  EquityCurve curve() {
    return curve;
  }

  /// The Sharpe of the last sessions, for each session.
  List<Figure> sharpes() {
    return sharpes;
  }

  /// How many sessions are drawn.
  int drawn() {
    return drawn.length;
  }

  /// The columns the script draws: epoch days, dollars, hundredths and basis points.
  Html json() {
    ChartData data =
        new ChartData()
            .with("day", 1, drawn(i -> Figure.of(curve.session()[i])))
            .with("equity", 1, drawn(i -> Figure.of(curve.equity()[i + 1])))
            .with("drawdown", IN_BASIS_POINTS, drawn(known(curve.drawdowns())))
            .with("sharpe", IN_HUNDREDTHS, drawn(sharpes::get))
            .with(
                "exposure",
                IN_BASIS_POINTS,
                drawn(Rolling.mean(curve.exposures(), Rolling.MONTH)::get))
            .with("window", 1, windows());
    if (page.benchmark() instanceof BenchmarkReturns.Known known) {
      data.with("benchmark", 1, drawn(known(held(known.returns()))));
    }
    return data.json();
  }

  /// The days on which out-of-sample windows begin.
  private Stream<Figure> windows() {
    return page.summary().flag("walk_forward")
        ? page.windows().stream()
            .map(WindowResult::curve)
            .map(window -> Figure.of(window.session()[0]))
        : Stream.empty();
  }

  /// What the initial equity, held at these returns, is worth at each close.
  private double[] held(double[] returns) {
    double[] held = new double[returns.length];
    double worth = curve.equity()[0];
    for (int i = 0; i < held.length; i++) {
      worth *= 1 + returns[i];
      held[i] = worth;
    }
    return held;
  }

  private Stream<Figure> drawn(IntFunction<Figure> value) {
    return IntStream.of(drawn).mapToObj(value);
  }

  private static IntFunction<Figure> known(double[] values) {
    return i -> Figure.of(values[i]);
  }
}
