package milodex.execution;

/// Lets one order at a time be on its way, in whichever process of the workspace.
///
/// `Desk` holds it from the durable attempt to the broker's answer and its record. Whoever latched
/// a halt and holds it then knows that nothing is on its way, and that nothing can start.
@FunctionalInterface
public interface SendLock {

  /// Waits for the turn, no longer than this lock allows. The turn ends when it is closed.
  Turn take();

  /// The lock of a feed that nobody else can reach: there is nothing to hold.
  static SendLock alone() {
    return () -> new Turn.Held(() -> {});
  }

  /// Whether the turn came.
  sealed interface Turn extends AutoCloseable {

    @Override
    void close();

    /// Nobody else sends until it is closed.
    ///
    /// @param release what closing does
    record Held(Runnable release) implements Turn {
      @Override
      public void close() {
        release.run();
      }
    }

    /// It did not come in time: nothing may be sent.
    ///
    /// @param says why, for the operator
    record Missed(String says) implements Turn {
      @Override
      public void close() {}
    }
  }
}
