package milodex.cli;

import java.util.HashSet;
import java.util.Set;
import milodex.ledger.DataFact;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.ledger.PromotionFact;
import milodex.ledger.ResearchFact;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;

/// Whether every decision of a run can be walked back to the rule that made it, and every judgement
/// names its checks.
final class Explained {

  private final Set<Long> explained = new HashSet<>();
  private boolean all = true;

  private Explained() {}

  /// Whether that holds of all facts of a run's own `ledger`.
  static boolean holds(Ledger ledger) {
    Explained walk = new Explained();
    ledger.replay(walk::read);
    return walk.all;
  }

  private void read(Event event) {
    boolean because = explained.contains(event.cause());
    boolean said =
        switch (event.fact()) {
          case Fact.Evaluated rule -> !ruleOf(rule).isBlank();
          case Fact.ProposalJudged judged -> because && !judged.findings().isEmpty();
          case Fact.IntentRecorded _,
              Fact.IntentClosed _,
              Fact.OrderSubmitted _,
              Fact.OrderReported _,
              Fact.OrderResolved _,
              Fact.CancelRequested _,
              Fact.ExitParked _,
              Fact.FillRecorded _ ->
              because;
          case DataFact _,
              ResearchFact _,
              PromotionFact _,
              RiskFact _,
              RunnerFact _,
              Fact.ExitMissed _,
              Fact.WouldTrip _,
              Fact.BooksOpened _,
              Fact.StrategyFunded _,
              Fact.BooksClosed _,
              Fact.SplitApplied _,
              Fact.DividendCredited _,
              Fact.TickerChanged _,
              Fact.DelistingSettled _,
              Fact.ExternalBooked _,
              Fact.TradeMeasured _ ->
              true;
        };
    if (said) {
      explained.add(event.seq());
    }
    all &= said;
  }

  private static String ruleOf(Fact.Evaluated rule) {
    return switch (rule) {
      case Fact.StrategyEvaluated daily -> daily.rule();
      case Fact.BarEvaluated within -> within.rule();
    };
  }
}
