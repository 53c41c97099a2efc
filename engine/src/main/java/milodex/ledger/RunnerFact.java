package milodex.ledger;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.money.Money;
import milodex.strategy.StrategyId;

/// How far a runner has come, and what it rehearsed.
public sealed interface RunnerFact extends Fact {

  /// Everything that was due at a moment has been done; it is never done again.
  ///
  /// @param moment its name: `2024-03-08 closes`
  /// @param strategies for which; none: for the account
  /// @param lateSeconds how long after it that began
  record MomentPassed(
      LocalDate session, String moment, List<StrategyId> strategies, long lateSeconds)
      implements RunnerFact {
    public MomentPassed {
      strategies = List.copyOf(strategies);
    }
  }

  /// A moment was over before anything due at it could be done; it is never made up for.
  ///
  /// @param strategies for which
  record MomentMissed(LocalDate session, String moment, List<StrategyId> strategies, String says)
      implements RunnerFact {
    public MomentMissed {
      strategies = List.copyOf(strategies);
    }
  }

  /// Books and broker were compared at the start of a session and found different.
  ///
  /// @param differences each with both values
  record BooksDiffered(LocalDate session, List<String> differences) implements RunnerFact {
    public BooksDiffered {
      differences = List.copyOf(differences);
    }
  }

  /// Time passed otherwise than a runner waited for it; books and broker are compared again before
  /// it goes on.
  ///
  /// @param session the one that its next moment belongs to
  /// @param seconds by which the wall clock went ahead of the monotonic one, or the process stood
  ///     still; below 0: by which the wall clock was set back
  record ClockJumped(LocalDate session, long seconds, String says) implements RunnerFact {}

  /// The operator stopped a runner between two moments; orders and positions stay as they are.
  ///
  /// @param strategies those it ran
  /// @param says before which moment
  record RunnerStopped(List<StrategyId> strategies, String says) implements RunnerFact {
    public RunnerStopped {
      strategies = List.copyOf(strategies);
    }
  }

  /// A runner looked at everything it depends on, before it did anything. If a step failed, nothing
  /// was done and nothing was sent.
  ///
  /// @param account what it trades on: the number of an account, or the hash that names a
  ///     rehearsal; empty: it failed before that was known
  /// @param strategies that it was to run, as far as they are known
  /// @param head newest `SEQ:HASH` of the ledger of that account then; empty if it was not read
  /// @param steps in the order in which they were taken
  record RunnerStarted(
      Optional<String> account,
      List<StrategyId> strategies,
      Optional<String> head,
      List<StartStep> steps)
      implements RunnerFact {
    public RunnerStarted {
      strategies = List.copyOf(strategies);
      steps = List.copyOf(steps);
    }

    /// The step that failed; empty if the runner went on.
    public Optional<StartStep> failed() {
      return steps.stream().filter(step -> step.outcome() == StartStep.Outcome.FAILED).findFirst();
    }
  }

  /// Strategies went the whole paper path over recorded sessions. How they did is not told: a
  /// rehearsal is no evidence, and no look at a result that would have to be counted.
  ///
  /// @param rehearsal SHA-256 of everything that decides its outcome
  /// @param manifests what each strategy was frozen as
  /// @param from the first session; `to` is the last
  /// @param account dollars the account began with
  /// @param compared how many decisions, verdicts, orders and fills were compared with those of a
  ///     backtest of the same sessions
  /// @param difference the first that was not the same; empty if all were
  /// @param head newest `SEQ:HASH` of the ledger that the rehearsal kept
  /// @param byHand how many orders an operator wished for or cancelled in it, from the first of
  ///     which on nothing was compared; empty: none
  record RehearsalCompleted(
      String rehearsal,
      SortedMap<StrategyId, ManifestHash> manifests,
      LocalDate from,
      LocalDate to,
      int sessions,
      Money account,
      int trades,
      int compared,
      Optional<String> difference,
      String head,
      Optional<Integer> byHand)
      implements RunnerFact {
    public RehearsalCompleted {
      manifests = Collections.unmodifiableSortedMap(new TreeMap<>(manifests));
    }
  }
}
