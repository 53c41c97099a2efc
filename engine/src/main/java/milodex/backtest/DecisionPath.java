package milodex.backtest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.data.HistoricalMarket;
import milodex.execution.ActiveStrategy;
import milodex.ledger.CanonicalJson;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.strategy.Observation;
import milodex.strategy.Signal;
import milodex.strategy.Template;
import milodex.trading.Evaluation;

/// The way of a run through its sessions: what its rule was shown at each close, what it wished
/// then, and what became of it.
final class DecisionPath {

  private final RunInputs inputs;
  private final int lookback;
  private final List<Step> steps;
  private final long windows;
  private final Map<String, Object> summary;
  private final StreamsText streams;

  /// @param wished without the readings, which say why and move nothing
  private record Step(Observation seen, List<Signal> wished) {}

  private DecisionPath(
      Preparation.Ready ready, List<Step> steps, Map<String, Object> summary, StreamsText streams) {
    this.inputs = besidesParameters(ready);
    this.lookback = ready.plan().strategy().lookback();
    this.steps = List.copyOf(steps);
    this.windows = steps.stream().mapToLong(step -> step.seen.windows().size()).sum();
    this.summary = Collections.unmodifiableMap(summary);
    this.streams = streams;
  }

  /// The path of a run on daily bars.
  ///
  /// @param run its facts
  static DecisionPath of(Preparation.Ready ready, Ledger run, Totals totals) {
    ActiveStrategy strategy = SimulatedAccount.nameless(ready.plan().strategy());
    List<Stretch> stretches = Stretch.of(ready);
    HistoricalMarket market = new HistoricalMarket(ready.history(), ready.firstSession());
    List<Step> steps = new ArrayList<>();
    for (Taken taken : TakenLog.of(run, stretches, ready.history(), strategy.id())) {
      market.openSession(taken.session());
      market.closeSession();
      Observation seen = Evaluation.observe(market, strategy, taken.book(), taken.at());
      List<Signal> wished = taken.fact().map(Fact.Evaluated::signals).orElse(List.of());
      steps.add(new Step(seen, bare(wished)));
    }
    StreamsText streams = StreamsText.of(totals.streams());
    return new DecisionPath(
        ready, steps, SummaryTree.unproved(totals, RunSummary.NOT_PROVED), streams);
  }

  /// Whether the run of `other` takes this path; a rule that breaks on it does not.
  boolean isTakenBy(Preparation.Ready other) {
    ActiveStrategy strategy = other.plan().strategy();
    if (strategy.lookback() != lookback || !besidesParameters(other).equals(inputs)) {
      return false;
    }
    Template rule = strategy.template().with(strategy.parameters());
    try {
      for (Step step : steps) {
        if (!bare(rule.decide(step.seen).signals()).equals(step.wished)) {
          return false;
        }
      }
      return true;
    } catch (RuntimeException _) {
      return false;
    }
  }

  /// How many windows of bars it holds: one for each symbol at each step.
  long windows() {
    return windows;
  }

  /// What the run of `taking` comes to, which takes this path.
  CellOutcome.Computed outcome(Preparation.Ready taking) {
    Map<String, Object> tree = new TreeMap<>(summary);
    tree.putAll(SummaryTree.identity(taking.inputs()));
    return new CellOutcome.Computed(CanonicalJson.write(tree), streams);
  }

  private static RunInputs besidesParameters(Preparation.Ready ready) {
    SortedMap<String, String> none = Collections.emptySortedMap();
    return ready.inputs().with(none);
  }

  private static List<Signal> bare(List<Signal> signals) {
    return signals.isEmpty() ? signals : signals.stream().map(Signal::unexplained).toList();
  }
}
