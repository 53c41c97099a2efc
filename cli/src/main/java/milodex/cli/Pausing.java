package milodex.cli;

import java.io.IOException;
import java.time.Instant;
import milodex.execution.Books;
import milodex.execution.HaltLog;
import milodex.execution.StrategyPause;
import milodex.ledger.Ledger;
import milodex.risk.Circumstances.Halts;
import milodex.strategy.StrategyId;

/// Pauses a strategy, or lets it go on.
final class Pausing {

  private static final String PAUSED = "paused: its entries stop, its exits go on";
  private static final String UNPAUSED = "not paused: it may enter";

  private Pausing() {}

  static Reply pause(Invocation invocation, StrategyId id, String reason) throws IOException {
    return turn(invocation, id, reason, PAUSED, StrategyPause::pause);
  }

  static Reply unpause(Invocation invocation, StrategyId id, String reason) throws IOException {
    return turn(invocation, id, reason, UNPAUSED, StrategyPause::unpause);
  }

  private static Reply turn(
      Invocation invocation, StrategyId id, String reason, String now, Turn turn)
      throws IOException {
    HaltReasons.require(reason, "Nothing was changed.");
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledger()) {
      KnownStrategies.require(wiring, ledger, id);
      Books books = new Books(ledger);
      boolean written =
          turn.take(
              new StrategyPause(books), id, reason, invocation.environment().clock().instant());
      Reply reply =
          Reply.of()
              .strategy(id.toString())
              .ref("ledger_head", ledger.head().toString())
              .say(
                  written
                      ? "%s is now %s.".formatted(id, now)
                      : "%s is already %s. Nothing was written.".formatted(id, now));
      return halted(reply, books.halts(), id, written);
    }
  }

  /// A pause says nothing of a halt, which stands beside it.
  private static Reply halted(Reply reply, HaltLog log, StrategyId id, boolean written) {
    Halts halts = log.facing(id);
    halts
        .account()
        .or(halts::strategy)
        .or(halts::reduceOnly)
        .ifPresent(why -> reply.warn("halted", "The kill switch stops it too: " + why));
    reply.data().flag("written", written).flag("paused", halts.paused().isPresent());
    halts
        .paused()
        .ifPresentOrElse(
            why -> reply.data().text("reason", why), () -> reply.data().absent("reason"));
    return reply;
  }

  @FunctionalInterface
  private interface Turn {
    boolean take(StrategyPause pause, StrategyId id, String reason, Instant now);
  }
}
