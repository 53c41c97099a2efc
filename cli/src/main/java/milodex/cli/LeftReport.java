package milodex.cli;

import java.util.Optional;
import milodex.market.NewYork;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;
import milodex.trading.Moment;
import milodex.trading.RunEnd;

/// Where a rehearsal stands that was left before its end, and how it goes on.
final class LeftReport {

  private LeftReport() {}

  static Reply of(Invocation invocation, Wiring wiring, Rehearsed.Left left) {
    Account account = new Account(invocation, wiring, Optional.of(left.folder()));
    return switch (left.end()) {
      case RunEnd.Complete _ -> throw new IllegalStateException("it has come to its end");
      case RunEnd.SessionOver over -> data(account.reply(), left, "session_over", over.next());
      case RunEnd.Stopped stopped -> {
        Reply reply = account.reply();
        String says =
            "Rehearsal %s was stopped at %s New York, before %s."
                .formatted(
                    left.folder().name(), NewYork.minute(stopped.at()), stopped.next().name());
        reply.summary(says).block(Block.paragraph(says, Style.FAIR));
        stands(reply, left, stopped.next());
        yield data(reply, left, "stopped", stopped.next());
      }
      case RunEnd.KillWanted wanted -> {
        Reply reply = Tripping.reply(left.halt().orElseThrow(), account);
        if (reply.exit() == ExitCode.DONE) {
          reply.exit(ExitCode.KILL_SWITCH).errorCode("kill_switch");
        }
        stands(reply, left, wanted.next());
        yield data(reply, left, "kill_switch", wanted.next());
      }
    };
  }

  /// What is open, what comes next, and how to go on.
  static void stands(Reply reply, Rehearsed.Left left, Moment next) {
    reply.block(
        KeyValues.of()
            .with(
                "Left as they are",
                "%s, %s"
                    .formatted(
                        FactLine.counted(left.openOrders(), "open order", "open orders"),
                        FactLine.counted(left.positions(), "position", "positions")))
            .with("Next", next(next))
            .with("Go on", "give the same command again")
            .with("How it stands", "`milodex status --rehearsal " + left.folder().name() + "`"));
  }

  /// `2024-03-08 09:30 New York: the exchange opens`.
  static String next(Moment next) {
    return NewYork.minute(next.at()) + " New York: " + MomentReport.what(next);
  }

  private static Reply data(Reply reply, Rehearsed.Left left, String ended, Moment next) {
    reply.ref("rehearsal_ledger_head", left.head());
    reply
        .data()
        .text("name", left.folder().name())
        .text("ended", ended)
        .count("open_orders", left.openOrders())
        .count("positions", left.positions())
        .object("next", Data.of().text("moment", next.name()).text("at", next.at().toString()));
    return reply;
  }
}
