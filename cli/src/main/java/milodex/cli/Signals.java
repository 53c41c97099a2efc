package milodex.cli;

import java.util.function.Consumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/// Hears the signals that ask a process to end, until it is closed; then they end it again.
final class Signals implements AutoCloseable {

  private static final Signal INTERRUPT = new Signal("INT");
  private static final Signal TERMINATE = new Signal("TERM");

  private final SignalHandler interrupt;
  private final SignalHandler terminate;

  /// What was sent.
  enum Sent {
    /// Ctrl-C, by somebody at the keyboard.
    INTERRUPT,
    /// By another program.
    TERMINATE
  }

  private Signals(SignalHandler interrupt, SignalHandler terminate) {
    this.interrupt = interrupt;
    this.terminate = terminate;
  }

  /// Begins to hear them; `heard` is called in a thread of the JVM's own.
  static Signals hear(Consumer<Sent> heard) {
    return new Signals(
        Signal.handle(INTERRUPT, _ -> heard.accept(Sent.INTERRUPT)),
        Signal.handle(TERMINATE, _ -> heard.accept(Sent.TERMINATE)));
  }

  @Override
  public void close() {
    Signal.handle(INTERRUPT, interrupt);
    Signal.handle(TERMINATE, terminate);
  }
}
