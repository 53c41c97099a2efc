package milodex.cli;

import java.io.IOException;
import java.time.Instant;
import milodex.files.ProcessLock;
import milodex.trading.Clockwork;
import milodex.trading.Moment;
import milodex.trading.RunListener;

/// The paper account, held by this process for one turn; it says of each moment that it was the
/// newest step.
final class AccountHold implements RunListener, AutoCloseable {

  private final ProcessLock lock;
  private final Clockwork clock;
  private final RunnerProcess holder;

  private AccountHold(ProcessLock lock, Clockwork clock, RunnerProcess holder) {
    this.lock = lock;
    this.clock = clock;
    this.holder = holder;
  }

  /// Waits for it; throws [Failure] if another process does not let go.
  static AccountHold take(PaperFolder folder, Clockwork clock, Instant wall) throws IOException {
    RunnerProcess holder = RunnerProcess.here(wall);
    return new AccountHold(AccountTurn.await(folder, holder.says(), clock), clock, holder);
  }

  @Override
  public void over(Moment moment, boolean worked, Instant now) {
    try {
      lock.tell(holder.at(clock.wall()).says());
    } catch (IOException _) {
      // It is for those who look on: what it says decides nothing.
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
