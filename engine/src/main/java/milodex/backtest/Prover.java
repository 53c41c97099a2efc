package milodex.backtest;

import java.util.List;
import java.util.Optional;
import milodex.backtest.Proof.Kind;
import milodex.data.HistoricalMarket;
import milodex.execution.ActiveStrategy;
import milodex.ledger.MemoryLedger;

/// Tries the promises of a run that has been done.
final class Prover {

  private final Preparation.Ready ready;
  private final List<Stretch> stretches;
  private final Proofs.Depth depth;
  private final Sampling sampling;

  Prover(Preparation.Ready ready, List<Stretch> stretches, Proofs.Depth depth) {
    this.ready = ready;
    this.stretches = stretches;
    this.depth = depth;
    this.sampling =
        Sampling.of(
            depth, Stretch.sessions(stretches), Stretch.decisions(stretches, ready.history()));
  }

  /// How many decisions and sessions it goes through if nothing fails.
  int steps() {
    return sampling.decisions() + sampling.sessions();
  }

  /// The proofs of the run with these facts.
  ///
  /// @param done told after each step
  Proofs prove(MemoryLedger run, Runnable done) {
    ActiveStrategy strategy = SimulatedAccount.nameless(ready.plan().strategy());
    Recomputation recomputation =
        new Recomputation(strategy, ready.history(), HistoricalMarket::at);
    List<Taken> all = TakenLog.of(run, stretches, ready.history(), strategy.id());
    List<Taken> chosen = sampling.choose(all, ready.inputs().id());
    Recomputed again = recomputation.all(chosen, done);
    Optional<Proof.Failure> repetition =
        Repetition.differs(ready, stretches, run, sampling.sessions(), done);
    return new Proofs(
        depth,
        List.of(
            new Proof(Kind.LOOKAHEAD, again.decisions(), all.size(), again.failure(Kind.LOOKAHEAD)),
            new Proof(Kind.WARM_UP, again.decisions(), all.size(), again.failure(Kind.WARM_UP)),
            new Proof(
                Kind.DETERMINISM,
                sampling.sessions(),
                Stretch.sessions(stretches),
                again.failure(Kind.DETERMINISM).or(() -> repetition))));
  }
}
