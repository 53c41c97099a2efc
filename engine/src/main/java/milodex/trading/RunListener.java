package milodex.trading;

import java.time.Instant;
import java.util.List;
import milodex.execution.Difference;

/// Who is told how far a run has come.
public interface RunListener {

  /// In what books and broker differ; told just before it is told that a moment is over which this
  /// run went through.
  ///
  /// @param differences as last compared, newly found or not; empty: in nothing
  default void compared(List<Difference> differences) {}

  /// A moment is over; `worked` says whether this run went through it, or an earlier one had.
  ///
  /// @param now when it was gone through, by the exchange's clock; by the wall clock where bars
  ///     came after the close
  default void over(Moment moment, boolean worked, Instant now) {}

  /// A moment is waited for; told again when it is due at another time than was told.
  ///
  /// @param due by the wall clock
  default void waits(Moment next, Instant due) {}

  /// Time did not pass as it was waited for.
  default void jumped(String says, Instant now) {}

  /// Tells this one first, then `other`.
  default RunListener and(RunListener other) {
    RunListener first = this;
    return new RunListener() {
      @Override
      public void compared(List<Difference> differences) {
        first.compared(differences);
        other.compared(differences);
      }

      @Override
      public void over(Moment moment, boolean worked, Instant now) {
        first.over(moment, worked, now);
        other.over(moment, worked, now);
      }

      @Override
      public void waits(Moment next, Instant due) {
        first.waits(next, due);
        other.waits(next, due);
      }

      @Override
      public void jumped(String says, Instant now) {
        first.jumped(says, now);
        other.jumped(says, now);
      }
    };
  }

  /// Tells `done` after each session, those passed before too.
  static RunListener ofSessions(Runnable done) {
    return new RunListener() {
      @Override
      public void over(Moment moment, boolean worked, Instant now) {
        if (moment instanceof Moment.SessionCloses) {
          done.run();
        }
      }
    };
  }
}
