package milodex.execution;

import java.util.Objects;
import java.util.stream.Stream;
import milodex.ledger.StateCodec;
import milodex.portfolio.TradeLog;

/// All that books hold of the events up to `seq`, but not what is over: closed trades, ended
/// orders.
record BooksState(
    long seq,
    long riskHead,
    TradeLog.State trades,
    OrderLog.State orders,
    IntentLog.State intents,
    EquityLog.State equity,
    HaltLog.State halts,
    DifferenceLog.State differences,
    SubmitFailures.State submitFailures,
    TroubleLog.State troubles,
    AlertLog.State alerts,
    FillLog.State fills) {

  BooksState {
    Stream.of(
            trades,
            orders,
            intents,
            equity,
            halts,
            differences,
            submitFailures,
            troubles,
            alerts,
            fills)
        .forEach(Objects::requireNonNull);
  }

  static BooksState read(String json) {
    return StateCodec.read(json, BooksState.class);
  }
}
