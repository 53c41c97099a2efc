package milodex.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.analytics.EquityCurve;
import milodex.analytics.Holdings;
import milodex.analytics.OutOfSample;
import milodex.analytics.ReturnStreams;
import milodex.analytics.TrackRecord;
import milodex.analytics.TradeResult;
import milodex.market.Symbol;
import milodex.statistics.Figure;

/// An account that follows a list of positions through a market, window by window.
///
/// Each window starts flat with 100,000 dollars and ends flat. Dollars bought and sold are charged
/// [#COST]. Between buying and selling a position drifts with its asset.
final class Account {

  /// One-way cost of each dollar traded: 5 basis points.
  static final double COST = 0.0005;

  /// The windows of an evidence run.
  static final int WINDOWS = 4;

  private static final double START = 100_000;
  private static final double DAYS_A_SESSION = 365.25 / 252;

  private final AssetReturns market;
  private final List<Stay> stays;
  private final double[] paid;
  private final double[] worth;

  /// The numbers of the positions that are open, the first `opened` of them.
  private final int[] open;

  private final List<EquityCurve> curves = new ArrayList<>();
  private final List<TradeResult> trades = new ArrayList<>();
  private final double[][] weights;
  private int opened;
  private int next;

  /// @param stays in [Stay#ORDER]
  private Account(AssetReturns market, List<Stay> stays, boolean keepsRecord) {
    this.market = market;
    this.stays = stays;
    this.paid = new double[stays.size()];
    this.worth = new double[stays.size()];
    this.open = new int[stays.size()];
    this.weights = keepsRecord ? new double[market.sessions()][market.assets()] : new double[0][];
    for (int window = 1; window <= WINDOWS; window++) {
      curves.add(window(window));
    }
  }

  /// The return streams alone: what a trial that is not chosen leaves.
  static ReturnStreams streams(AssetReturns market, double[] universe, List<Stay> stays) {
    return ReturnStreams.of(
        EquityCurve.endToEnd(new Account(market, stays, false).curves), universe);
  }

  /// All that a candidate is judged by.
  static TrackRecord record(AssetReturns market, double[] universe, List<Stay> stays) {
    Account account = new Account(market, stays, true);
    OutOfSample outOfSample = OutOfSample.of(account.curves, account.trades);
    return new TrackRecord(
        outOfSample,
        account.trades,
        ReturnStreams.of(outOfSample.curve(), universe),
        COST,
        Optional.of(new Holdings(account.weights, market.bySession())));
  }

  private EquityCurve window(int number) {
    int first = market.sessions() * (number - 1) / WINDOWS;
    int last = market.sessions() * number / WINDOWS;
    int n = last - first;
    int[] session = new int[n];
    double[] equity = new double[n + 1];
    double[] invested = new double[n];
    double[] traded = new double[n];
    double cash = START;
    equity[0] = START;
    for (int i = 0; i < n; i++) {
      int t = first + i;
      double sold = sell(t, number, false);
      double held = held();
      double bought = buy(t, cash + sold * (1 - COST) + held);
      cash += sold * (1 - COST) - bought * (1 + COST);
      hold(t, cash + held + bought);
      double closed = t == last - 1 ? sell(t, number, true) : 0;
      cash += closed * (1 - COST);
      session[i] = (int) (t * DAYS_A_SESSION);
      invested[i] = held();
      traded[i] = sold + bought + closed;
      equity[i + 1] = cash + invested[i];
    }
    return new EquityCurve(session, equity, invested, traded);
  }

  private double held() {
    double held = 0;
    for (int i = 0; i < opened; i++) {
      held += worth[open[i]];
    }
    return held;
  }

  /// Dollars sold: at the open what is due, at the close of a window everything.
  private double sell(int t, int window, boolean everything) {
    double sold = 0;
    int kept = 0;
    for (int i = 0; i < opened; i++) {
      int number = open[i];
      if (everything || stays.get(number).to() <= t) {
        sold += worth[number];
        close(number, everything ? t + 1 : t, window);
      } else {
        open[kept++] = number;
      }
    }
    opened = kept;
    return sold;
  }

  private void close(int number, int end, int window) {
    if (weights.length == 0) {
      return;
    }
    Stay stay = stays.get(number);
    double cost = COST * (paid[number] + worth[number]);
    trades.add(
        new TradeResult(
            trades.size() + 1,
            Symbol.of("A" + stay.asset()),
            window,
            worth[number] - paid[number] - cost,
            cost,
            end - stay.from(),
            Figure.undefined("made-up prices have no range"),
            Figure.undefined("made-up prices have no range")));
  }

  /// Dollars bought at the open by an account worth `equity`.
  private double buy(int t, double equity) {
    double bought = 0;
    while (next < stays.size() && stays.get(next).from() <= t) {
      paid[next] = stays.get(next).share() * equity;
      worth[next] = paid[next];
      bought += paid[next];
      open[opened++] = next++;
    }
    return bought;
  }

  private void hold(int t, double equity) {
    for (int i = 0; i < opened; i++) {
      int number = open[i];
      int asset = stays.get(number).asset();
      if (weights.length > 0) {
        weights[t][asset] += worth[number] / equity;
      }
      worth[number] *= 1 + market.byAsset()[asset][t];
    }
  }
}
