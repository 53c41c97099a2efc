package milodex.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.ledger.Event;
import milodex.ledger.Ledger;
import milodex.ledger.PromotionFact;
import milodex.promotion.PromotionLog;
import milodex.strategy.StrategyId;

/// Every judgement and every step, in the order they happened.
final class PromotionHistoryCommand implements Action {

  private Optional<StrategyId> id = Optional.empty();

  @Override
  public String name() {
    return "history";
  }

  @Override
  public Usage usage() {
    return Usage.of("List every judgement and every step of one strategy, or of all.")
        .lastWord(
            "ID",
            StrategyId.class,
            "The strategy; default: all of them.",
            it -> id = Optional.of(it));
  }

  @Override
  public Reply run(Invocation invocation) {
    LocalDate today = Stages.today(invocation);
    try (Ledger ledger = new Wiring(invocation.workspace()).ledgerToRead()) {
      PromotionLog log = new PromotionLog(ledger);
      List<Event> events = id.map(log::history).orElseGet(log::history);
      List<StrategyId> strategies =
          events.stream()
              .map(event -> ((PromotionFact) event.fact()).strategy())
              .distinct()
              .toList();
      Reply reply = Reply.of().ref("ledger_head", ledger.head().toString());
      if (!events.isEmpty()) {
        reply.block(PromotionTable.of(events));
      }
      strategies.forEach(
          one -> {
            reply.strategy(one.toString());
            StandingText.warn(reply, log.standing(one), today);
          });
      id.ifPresent(one -> reply.stage(log.standing(one).stage().word()));
      reply.data().objects("history", events.stream().map(PromotionTable::data).toList());
      return reply.say(says(events.size(), log));
    }
  }

  private String says(int events, PromotionLog log) {
    String entries = FactLine.counted(events, "entry", "entries");
    return id.map(
            one -> "%s; %s is at %s.".formatted(entries, one, StandingText.of(log.standing(one))))
        .orElse(entries + " of all strategies.");
  }
}
