package milodex.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import milodex.execution.Books;
import milodex.execution.HaltLog;
import milodex.execution.StrategyPause;
import milodex.ledger.Ledger;
import milodex.risk.Circumstances.Halts;
import milodex.strategy.StrategyId;

/// Pauses a strategy, or lets it go on.
final class Pausing {

  private static final String PAUSED = "paused: its entries stop, its exits go on";
  private static final String UNPAUSED = "not paused";

  private Pausing() {}

  static Reply pause(Account account, StrategyId id, String reason) throws IOException {
    return turn(account, id, reason, PAUSED, StrategyPause::pause);
  }

  static Reply unpause(Account account, StrategyId id, String reason) throws IOException {
    return turn(account, id, reason, UNPAUSED, StrategyPause::unpause);
  }

  private static Reply turn(Account account, StrategyId id, String reason, String now, Turn turn)
      throws IOException {
    HaltReasons.require(reason, "Nothing was changed.");
    try (Ledger ledger = account.ledger()) {
      Optional<String> unchecked = KnownStrategies.require(account.wiring(), ledger, id);
      Books books = account.books(ledger);
      boolean written = turn.take(new StrategyPause(books), id, reason, account.now(ledger));
      Reply reply =
          account
              .reply()
              .strategy(id.toString())
              .ref("ledger_head", ledger.head().toString())
              .say(
                  written
                      ? "%s is now %s.".formatted(id, now)
                      : "%s is already %s. Nothing was written.".formatted(id, now));
      unchecked.ifPresent(why -> reply.warn(KnownStrategies.UNCHECKED, why));
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
