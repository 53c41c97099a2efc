package milodex.cli;

import java.util.Map;
import milodex.ledger.FactType;
import milodex.ledger.RunnerFact.RehearsalCompleted;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;

/// What a rehearsal did, for people and programs; how the strategies did is not told.
final class RehearsalReport {

  private RehearsalReport() {}

  static Reply of(Rehearsing rehearsing) {
    RehearsalCompleted done = rehearsing.completed();
    Reply reply =
        Reply.of()
            .broker("SIMULATED")
            .ref("rehearsal", done.rehearsal())
            .ref("rehearsal_ledger_head", done.head())
            .summary(RunnerLine.of(done));
    reply
        .block(Block.section("Rehearsal " + rehearsing.folder().name(), table(rehearsing)))
        .block(parity(done))
        .block(
            Block.paragraph(
                "It tests the machinery, not the strategies: no result is shown, and nothing here"
                    + " is evidence of skill."))
        .block(
            Block.paragraph(
                "Its facts: `milodex ledger tail --rehearsal %s`; why: `milodex explain SEQ"
                        .formatted(rehearsing.folder().name())
                    + " --rehearsal "
                    + rehearsing.folder().name()
                    + "`.",
                Style.FAINT));
    if (done.difference().isPresent()) {
      reply.exit(ExitCode.INTEGRITY).errorCode("parity_broken");
    }
    data(reply, rehearsing);
    return reply;
  }

  private static KeyValues table(Rehearsing rehearsing) {
    RehearsalCompleted done = rehearsing.completed();
    Map<FactType, Integer> facts = rehearsing.facts();
    KeyValues table = KeyValues.of();
    done.manifests().forEach((id, manifest) -> table.with("" + id, "manifest " + manifest.brief()));
    table
        .with("Sessions", "%d, %s to %s".formatted(done.sessions(), done.from(), done.to()))
        .with("Account", FactLine.dollars(done.account()) + ", SIMULATED")
        .with("Decisions", "" + count(facts, FactType.STRATEGY_EVALUATED, FactType.BAR_EVALUATED))
        .with("Wishes", "" + count(facts, FactType.INTENT_RECORDED))
        .with("Orders", "" + count(facts, FactType.ORDER_SUBMITTED))
        .with("Fills", "" + count(facts, FactType.FILL_RECORDED))
        .with("Closed trades", "" + done.trades());
    int troubles = count(facts, FactType.TROUBLE_FOUND, FactType.EXIT_MISSED, FactType.EXIT_PARKED);
    if (troubles > 0) {
      table.with(
          "Troubles",
          "%d: `milodex alerts list --rehearsal %s`"
              .formatted(troubles, rehearsing.folder().name()));
    }
    if (rehearsing.before() > 0) {
      table.with("Gone on", "after " + rehearsing.before() + " facts that were there before");
    }
    return table;
  }

  /// Whether it does what a backtest does.
  static Block parity(RehearsalCompleted done) {
    return done.difference()
        .map(
            first ->
                Block.paragraph(
                    "NOT what a backtest of the same sessions does, after %d equal facts: %s."
                        .formatted(done.compared(), first),
                    Style.BAD))
        .orElseGet(
            () ->
                done.byHand().isPresent()
                    ? Block.paragraph(
                        "%s given by hand, which no backtest has. The %d facts before the first equal those of a backtest of the same sessions; from there on comparing ends."
                            .formatted(
                                FactLine.counted(done.byHand().get(), "order was", "orders were"),
                                done.compared()),
                        Style.FAIR)
                    : Block.paragraph(
                        "All %d decisions, verdicts, orders, fills and bookings equal those of a"
                                .formatted(done.compared())
                            + " backtest of the same sessions.",
                        Style.GOOD));
  }

  private static void data(Reply reply, Rehearsing rehearsing) {
    RehearsalCompleted done = rehearsing.completed();
    reply
        .data()
        .text("name", rehearsing.folder().name())
        .text("ended", "complete")
        .text("from", done.from().toString())
        .text("to", done.to().toString())
        .count("sessions", done.sessions())
        .money("account", done.account())
        .count("trades", done.trades())
        .count("compared", done.compared());
    done.difference()
        .ifPresentOrElse(
            says -> reply.data().text("difference", says), () -> reply.data().absent("difference"));
    reply.data().count("by_hand", done.byHand().orElse(0));
    Data facts = Data.of();
    rehearsing.facts().forEach((type, count) -> facts.count(type.label(), count));
    reply.data().object("facts", facts);
  }

  private static int count(Map<FactType, Integer> facts, FactType... types) {
    int sum = 0;
    for (FactType type : types) {
      sum += facts.getOrDefault(type, 0);
    }
    return sum;
  }
}
