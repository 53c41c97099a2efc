package milodex.cli;

import milodex.promotion.Lack;
import milodex.promotion.Standing;
import milodex.promotion.Step;
import milodex.strategy.StrategyId;

/// What became of a step, in words and as data.
final class StepReply {

  private StepReply() {}

  /// The reply to a promotion or a demotion.
  ///
  /// @param what names the step: `promoted to paper`
  static Reply of(StrategyId strategy, String what, Stepping.Outcome outcome) {
    Reply reply =
        switch (outcome.step()) {
          case Step.Refused refused -> refused(strategy, what, refused);
          case Step.There there -> there(strategy, there.standing());
          case Step.Taken taken -> taken(strategy, what, taken, outcome);
        };
    reply.strategy(strategy.toString()).stage(outcome.standing().stage().word());
    reply.data().object("standing", StandingText.data(outcome.standing()));
    reply.data().flag("written", outcome.seq().isPresent());
    outcome.standing().manifest().ifPresent(hash -> reply.ref("manifest", hash.hash()));
    if (!outcome.head().isEmpty()) {
      reply.ref("ledger_head", outcome.head());
    }
    return reply;
  }

  private static Reply taken(
      StrategyId strategy, String what, Step.Taken taken, Stepping.Outcome outcome) {
    String line = PromotionLine.of(taken.fact());
    Reply reply =
        outcome.seq().isPresent()
            ? Reply.of().ref("event", "" + outcome.seq().getAsLong()).say(line)
            : Reply.of().say("%s would be %s; nothing was written.".formatted(strategy, what));
    reply.data().text("fact", line);
    return reply;
  }

  private static Reply there(StrategyId strategy, Standing standing) {
    return Reply.of()
        .say("%s is at %s already; nothing was written.".formatted(strategy, standing.stage()));
  }

  private static Reply refused(StrategyId strategy, String what, Step.Refused refused) {
    Lack first = refused.first();
    Reply reply =
        new Failure(
                StepAdvice.exit(first.code()),
                first.code().word(),
                "%s was not %s.".formatted(strategy, what),
                sentence(first),
                "Nothing was written.",
                StepAdvice.next(first.code(), strategy))
            .reply();
    refused.lacks().forEach(one -> reply.blocker(one.code().word(), said(one)));
    reply.data().objects("lacks", refused.lacks().stream().map(StepReply::data).toList());
    return reply;
  }

  private static Data data(Lack lack) {
    return Data.of()
        .text("code", lack.code().word())
        .text("field", lack.field())
        .text("says", lack.says());
  }

  private static String said(Lack lack) {
    return lack.field() + ": " + lack.says();
  }

  private static String sentence(Lack lack) {
    return "Of %s: %s.".formatted(lack.field(), lack.says());
  }
}
