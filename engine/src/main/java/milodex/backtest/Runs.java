package milodex.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.ledger.DataFact;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Head;
import milodex.ledger.JsonLines;
import milodex.ledger.Ledger;
import milodex.ledger.PromotionFact;
import milodex.ledger.ResearchFact;
import milodex.ledger.RiskFact;
import milodex.ledger.RunId;
import milodex.ledger.RunnerFact;
import milodex.ledger.Sha256;
import milodex.strategy.StrategyId;

/// Every run of the workspace: registered before it computes, whatever comes of it.
///
/// A trial is a distinct run; repeating one is another look, listed and not counted. Nothing is
/// ever taken back.
public final class Runs {

  private final Ledger ledger;
  private final Artifacts artifacts;
  private final Map<RunId, Run> runs = new LinkedHashMap<>();
  private long seen;

  /// Reads all runs `ledger` holds.
  public Runs(Ledger ledger, Artifacts artifacts) {
    this.ledger = ledger;
    this.artifacts = artifacts;
    catchUp();
  }

  /// One run, and how often it was looked at.
  ///
  /// @param trial its number among the distinct runs of the workspace, from 1
  /// @param looks how often it was registered
  /// @param registered seq of its newest registration
  /// @param outcome its newest completion, else what it came to as a cell of a sweep, else its
  ///     newest failure; empty while it first computes, or if it was killed. A lighter proof that
  ///     holds never replaces a full one or one that failed
  public record Run(
      RunId id,
      int trial,
      StrategyId strategy,
      ResearchFact.TrialRegistered registration,
      int looks,
      long registered,
      Instant at,
      Optional<Fact> outcome) {

    /// What the run came to, if it was completed.
    public Optional<ResearchFact.RunCompleted> completed() {
      return outcome
          .filter(ResearchFact.RunCompleted.class::isInstance)
          .map(ResearchFact.RunCompleted.class::cast);
    }

    /// Its numbers, whether it was completed as a run or as a cell of a sweep; a cell is not
    /// proved, and its summary says so.
    public Optional<RunSummary> summary() {
      return completed()
          .map(ResearchFact.RunCompleted::summary)
          .or(
              () ->
                  outcome
                      .filter(ResearchFact.CellCompleted.class::isInstance)
                      .map(ResearchFact.CellCompleted.class::cast)
                      .map(ResearchFact.CellCompleted::summary))
          .map(RunSummary::parse);
    }

    /// Whether it has numbers; a run whose proofs failed is done too.
    public boolean isDone() {
      return outcome.filter(fact -> !(fact instanceof ResearchFact.RunFailed)).isPresent();
    }
  }

  /// All runs, in the order they were first registered.
  public List<Run> all() {
    return List.copyOf(runs.values());
  }

  /// The newest state of these runs, in their order.
  ///
  /// @throws java.util.NoSuchElementException if one was never registered
  public List<Run> all(List<RunId> ids) {
    catchUp();
    return ids.stream().map(this::run).toList();
  }

  /// How many distinct runs there are.
  public int trials() {
    return runs.size();
  }

  /// How many distinct runs of the family of `strategy` were registered up to `run`, it included.
  public int lookOfFamily(Run run) {
    return (int)
        runs.values().stream()
            .filter(other -> other.strategy().family().equals(run.strategy().family()))
            .filter(other -> other.trial() <= run.trial())
            .count();
  }

  /// The runs whose id begins with `prefix`.
  public List<Run> find(String prefix) {
    return runs.values().stream().filter(run -> run.id().hash().startsWith(prefix)).toList();
  }

  /// Counts a look at the data, before it is taken.
  public Run register(RunInputs inputs, StrategyId strategy, String note, Instant at) {
    catchUp();
    RunId id = inputs.id();
    int look = Optional.ofNullable(runs.get(id)).map(Run::looks).orElse(0) + 1;
    record(
        at,
        Draft.of(
            "trial/" + id + "/" + look,
            new ResearchFact.TrialRegistered(
                id, strategy, inputs.from(), inputs.to(), inputs.canonical(), note)));
    return run(id);
  }

  /// Counts a look for each cell of a sweep, in one append and before any is taken.
  ///
  /// @return the runs in the order of `cells`
  /// @throws IllegalArgumentException if two cells are one run, or there is none
  public List<Run> registerAll(
      List<RunInputs> cells, StrategyId strategy, String note, Instant at) {
    catchUp();
    Map<RunId, Draft> drafts = new LinkedHashMap<>();
    for (RunInputs inputs : cells) {
      String canonical = inputs.canonical();
      RunId id = new RunId(Sha256.of(canonical));
      int look = Optional.ofNullable(runs.get(id)).map(Run::looks).orElse(0) + 1;
      ResearchFact fact =
          new ResearchFact.TrialRegistered(
              id, strategy, inputs.from(), inputs.to(), canonical, note);
      if (drafts.put(id, Draft.of("trial/" + id + "/" + look, fact)) != null) {
        throw new IllegalArgumentException("cells: two of them are the run " + id.brief());
      }
    }
    ledger.append(at, List.copyOf(drafts.values()));
    catchUp();
    return drafts.keySet().stream().map(this::run).toList();
  }

  /// A cell that has been computed.
  ///
  /// @param run as it was registered
  public record Cell(Run run, CellOutcome outcome) {}

  /// Keeps what cells came to: their return streams as artifacts, then all of them in one append.
  ///
  /// @throws IllegalArgumentException if there is none
  public void completeAll(List<Cell> cells, Instant at) {
    for (Cell cell : cells) {
      if (cell.outcome() instanceof CellOutcome.Computed computed) {
        computed.streams().store(artifacts);
      }
    }
    ledger.append(at, cells.stream().map(Runs::ended).toList());
    catchUp();
  }

  private static Draft ended(Cell cell) {
    Run run = cell.run();
    return Draft.because(
        run.registered(), "run/" + run.id() + "/" + run.looks(), fact(run, cell.outcome()));
  }

  private static ResearchFact fact(Run run, CellOutcome outcome) {
    return switch (outcome) {
      case CellOutcome.Computed(String summary, StreamsText _) ->
          new ResearchFact.CellCompleted(run.id(), run.strategy(), summary);
      case CellOutcome.Broken(String why) ->
          new ResearchFact.RunFailed(run.id(), run.strategy(), why);
    };
  }

  /// Keeps the result: the full record and the return streams as artifacts, the summary in the
  /// ledger.
  public Run complete(Run run, RunResult result, Instant at) {
    List<Head> head = new ArrayList<>(1);
    String artifact = artifacts.store(out -> head.add(JsonLines.write(result.ledger(), out)));
    if (result.proofs().hold()) {
      StreamsText.of(result.streams()).store(artifacts);
    }
    record(
        at,
        Draft.because(
            run.registered(),
            "run/" + run.id() + "/" + run.looks(),
            new ResearchFact.RunCompleted(
                run.id(),
                run.strategy(),
                RunSummary.of(result).canonical(),
                artifact,
                head.getFirst())));
    return run(run.id());
  }

  /// Keeps why a registered run came to nothing.
  public void fail(Run run, String why, Instant at) {
    record(
        at,
        Draft.because(
            run.registered(),
            "run/" + run.id() + "/" + run.looks(),
            new ResearchFact.RunFailed(run.id(), run.strategy(), why)));
  }

  private Run run(RunId id) {
    return Optional.ofNullable(runs.get(id)).orElseThrow();
  }

  private void record(Instant at, Draft draft) {
    ledger.append(at, draft);
    catchUp();
  }

  /// Others may register runs in the same ledger.
  private void catchUp() {
    ledger.replay(seen, this::fold);
  }

  private void fold(Event event) {
    seen = event.seq();
    switch (event.fact()) {
      case ResearchFact.TrialRegistered registered -> registered(event, registered);
      case ResearchFact.RunCompleted completed -> ended(completed.run(), completed);
      case ResearchFact.RunFailed failed -> ended(failed.run(), failed);
      case ResearchFact.CellCompleted completed -> ended(completed.run(), completed);
      case DataFact _,
          Fact.DecisionFact _,
          Fact.OrderFact _,
          Fact.BookFact _,
          ResearchFact.ManifestFrozen _,
          ResearchFact.ExperimentCreated _,
          ResearchFact.ExperimentUpdated _,
          ResearchFact.HoldoutSealed _,
          ResearchFact.HoldoutOpened _,
          PromotionFact _,
          RiskFact _,
          RunnerFact _ -> {}
    }
  }

  private void registered(Event event, ResearchFact.TrialRegistered registered) {
    Optional<Run> before = Optional.ofNullable(runs.get(registered.run()));
    runs.put(
        registered.run(),
        new Run(
            registered.run(),
            before.map(Run::trial).orElse(runs.size() + 1),
            registered.strategy(),
            registered,
            before.map(Run::looks).orElse(0) + 1,
            event.seq(),
            event.at(),
            before.flatMap(Run::outcome)));
  }

  private void ended(RunId id, Fact outcome) {
    runs.computeIfPresent(
        id,
        (_, run) ->
            new Run(
                run.id(),
                run.trial(),
                run.strategy(),
                run.registration(),
                run.looks(),
                run.registered(),
                run.at(),
                run.outcome().filter(kept -> Outcomes.outweighs(kept, outcome)).isPresent()
                    ? run.outcome()
                    : Optional.of(outcome)));
  }
}
