package milodex.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.execution.CancelAnswer;
import milodex.execution.Difference;
import milodex.execution.Flattening;
import milodex.execution.Flattening.Step;
import milodex.execution.HandRequest;
import milodex.execution.WishHistory;
import milodex.ledger.Intent;
import milodex.ledger.Side;
import milodex.strategy.StrategyId;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// Sells all that strategies own.
final class TradeFlattenCommand implements Action {

  private Optional<StrategyId> strategy = Optional.empty();
  private final HandTerms terms = new HandTerms();

  @Override
  public String name() {
    return "flatten";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Cancel the open orders of the strategies and sell all they own, each sale through the risk"
                + " gate, and look at the broker afterwards.",
            "It works in a halt. What is held outside of strategies is not touched. Without a halt the"
                + " strategies go on, and may buy again.",
            "Without --confirm it shows what would be done, and you are asked if there is a terminal.")
        .option(
            "--strategy",
            "ID",
            StrategyId.class,
            "What this strategy owns alone; otherwise of every one.",
            it -> strategy = Optional.of(it))
        .with(terms.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    String reason = terms.reason("Nothing was sold.");
    Account account = terms.account(invocation);
    try (HandPlace place = HandPlace.toLook(account)) {
      strategy.ifPresent(place::require);
      Flattening.Plan plan = new Flattening(place.desk(), strategy).plan();
      Reply preview = preview(place, plan);
      if (plan.isEmpty()) {
        preview.data().flag("flat", true).texts("steps", List.of());
        return preview.say("Nothing is owned and nothing is open. Nothing was done.");
      }
      terms.requireTime(place);
      if (!terms.isConfirmed(invocation, preview, "To sell all this?")) {
        preview.data().flag("flat", false).texts("steps", List.of());
        return Confirmation.missing(preview, "Would cancel and sell all of the above.");
      }
    }
    return terms.isForNextOpen() ? wish(account, reason) : flatten(invocation, account, reason);
  }

  private Reply preview(HandPlace place, Flattening.Plan plan) {
    Table table = Table.of(Column.wrapping("Whose"), Column.text("What"), Column.number("Shares"));
    plan.cancels()
        .forEach(
            order ->
                table.row(
                    order.strategy().toString(),
                    "cancel %s %s, %s"
                        .formatted(
                            FactLine.words(order.side().name()), order.symbol(), order.status()),
                    order.remaining().toString()));
    plan.owned()
        .forEach(
            (id, shares) ->
                shares.forEach(
                    (symbol, held) -> table.row(id.toString(), "sell " + symbol, held.toString())));
    Reply reply = place.account().reply();
    if (!plan.isEmpty()) {
      reply.block(table);
    }
    plan.owned().keySet().forEach(id -> reply.strategy(id.toString()));
    return reply;
  }

  private Reply flatten(Invocation invocation, Account account, String reason) throws IOException {
    try (HandPlace place = HandPlace.toAct(account)) {
      List<String> steps = new ArrayList<>();
      Flattening.Result result =
          new Flattening(place.desk(), strategy)
              .run(
                  reason,
                  place.now(),
                  step -> {
                    steps.add(line(step));
                    invocation.console().note(line(step));
                  });
      return done(place, result, steps).ref("ledger_head", place.ledger().head().toString());
    }
  }

  private static Reply done(HandPlace place, Flattening.Result result, List<String> steps) {
    Table table = Table.of(Column.wrapping("Step"));
    steps.forEach(table::row);
    Reply reply = place.account().reply().block(table);
    place.stand().plan().strategies().forEach(one -> reply.strategy(one.id().toString()));
    reply
        .data()
        .flag("flat", result.isFlat())
        .texts("steps", steps)
        .texts("differences", result.differences().stream().map(Difference::says).toList());
    if (place.books().halts().open().isEmpty()) {
      reply.warn(
          "strategies_go_on",
          "No halt is on: the strategies may buy again. `milodex halt --reason TEXT"
              + place.account().option()
              + "` stops them.");
    }
    return result.isFlat()
        ? reply.say("Flat: nothing is owned, nothing is open, and the broker says the same.")
        : left(reply, result);
  }

  private static Reply left(Reply reply, Flattening.Result result) {
    List<String> left = new ArrayList<>();
    result
        .left()
        .owned()
        .forEach(
            (id, shares) ->
                shares.forEach((symbol, held) -> left.add(held + " " + symbol + " of " + id)));
    result
        .left()
        .cancels()
        .forEach(order -> left.add("order " + order.id() + " " + order.status()));
    result.differences().forEach(one -> left.add("books and broker differ, " + one.says()));
    String says = "NOT flat: " + String.join("; ", left) + ".";
    return reply
        .exit(ExitCode.OUTCOME_UNKNOWN)
        .errorCode("not_flat")
        .summary(says)
        .block(Block.paragraph(says, Style.BAD))
        .block(
            Block.paragraph(
                "Give the command again once an open order has come to its end; each step says why"
                    + " it did not go through."));
  }

  private Reply wish(Account account, String reason) throws IOException {
    try (HandPlace place = HandPlace.toWish(account)) {
      List<String> steps = new ArrayList<>();
      new Flattening(place.desk(), strategy)
          .plan()
          .owned()
          .forEach(
              (id, shares) ->
                  shares.forEach(
                      (symbol, held) -> {
                        HandRequest request = new HandRequest(id, Side.SELL, symbol, held, reason);
                        Intent wish = place.desk().wish(request, place.now());
                        steps.add(
                            "%s of %s: wished for the session of %s, %s"
                                .formatted(
                                    HandReport.words(request),
                                    id,
                                    wish.worksOn(),
                                    OrderData.brief(WishHistory.orderOf(wish))));
                      }));
      Table table = Table.of(Column.wrapping("Step"));
      steps.forEach(table::row);
      Reply reply = account.reply().block(table);
      place.stand().plan().strategies().forEach(one -> reply.strategy(one.id().toString()));
      reply.data().flag("flat", false).texts("steps", steps).texts("differences", List.of());
      return reply
          .ref("ledger_head", place.ledger().head().toString())
          .say(
              "%s wished for; each is judged again at the open, and is over at its close. Until then `milodex trade cancel ID --reason TEXT%s` withdraws it."
                  .formatted(
                      FactLine.counted(steps.size(), "sale is", "sales are"), account.option()));
    }
  }

  private static String line(Step step) {
    return switch (step) {
      case Step.Cancelled cancelled ->
          switch (cancelled.answer()) {
            case CancelAnswer.Asked asked ->
                "cancel %s: %s%s"
                    .formatted(
                        asked.order().id(),
                        asked.order().status(),
                        asked.heard() ? "" : ", the broker did not answer");
            case CancelAnswer.NotOpen over -> "cancel " + over.id() + ": it had ended";
          };
      case Step.Sold sold -> HandReport.line(sold.request(), sold.answer());
      case Step.BeingSold being ->
          "sell %s %s of %s: an open order is selling them"
              .formatted(being.shares(), being.symbol(), being.strategy());
    };
  }
}
