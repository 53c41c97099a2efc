package milodex.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milodex.backtest.Runs;
import milodex.ledger.Event;
import milodex.ledger.Explanation;
import milodex.ledger.Ledger;
import milodex.strategy.StrategyId;
import milodex.terminal.Block;

/// Tells why something is in the ledger, cause by cause, from the bars that were seen.
final class ExplainCommand implements Action {

  private static final Pattern SEQ = Pattern.compile("[0-9]{1,18}");
  private static final Pattern TRADE = Pattern.compile("([0-9a-f]{1,64}):([0-9]{1,9})");

  /// What every id of an order begins with.
  private static final String ORDER = "mdx-";

  private String target = "";
  private WhichLedger which = new WhichLedger();

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Tell why: an event of the ledger by its SEQ, an order by its id, or a trade of a backtest as"
                + " RUN:TRADE.",
            "The story begins with the bars the rule saw and ends with what came of it.")
        .word(
            "SEQ|ORDER|RUN:TRADE",
            String.class,
            "A number of `ledger tail`, the first characters of an id of `orders`, or a run and a number"
                + " of `analytics trades`.",
            it -> target = it)
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) {
    Matcher trade = TRADE.matcher(target);
    boolean isTrade = trade.matches();
    boolean isOrder = target.startsWith(ORDER);
    if (!isTrade && !isOrder && !SEQ.matcher(target).matches()) {
      throw unreadable();
    }
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = which.open(wiring)) {
      if (!isTrade) {
        return event(ledger, isOrder ? begun(ledger) : Long.parseLong(target), wiring);
      }
      Runs runs = new Runs(ledger, wiring.artifacts());
      RunRecord record = RunRecord.of(RunFinder.find(runs, trade.group(1)), wiring.artifacts());
      int number = Integer.parseInt(trade.group(2));
      Reply reply =
          new TradeStory(record, record.trade(number), wiring.bars())
              .reply()
              .ref("ledger_head", ledger.head().toString());
      return Stages.tell(reply, ledger, record.run().strategy(), invocation);
    }
  }

  /// The event that the order which is meant was sent or wished by.
  private long begun(Ledger ledger) {
    OrderEvents events = new OrderEvents();
    ledger.replay(OrderEvents.KINDS, events);
    return OneOrder.named(
            target,
            events.all(),
            OrderEvents.Begun::order,
            which.name(),
            which.option(),
            "There is nothing to explain.")
        .seq();
  }

  /// Points to who tells of it, where its form says what it is.
  private Failure unreadable() {
    if (target.matches("[0-9a-f]{4,64}")) {
      return unreadable(
          "It may be a run, but it names no trade of it.",
          "Add a number of `milodex analytics trades " + target + "`: " + target + ":1.");
    }
    if (target.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]+")) {
      return unreadable(
          "It is an incident, and no event.",
          "`milodex incidents show %s%s` tells of it.".formatted(target, which.option()));
    }
    if (target.matches("[0-9]{1,18}:[0-9a-f]{4,64}")) {
      return unreadable(
          "It is an event with its hash; a number is enough.",
          "`milodex explain %s%s` tells of it."
              .formatted(target.substring(0, target.indexOf(':')), which.option()));
    }
    if (isStrategy()) {
      return unreadable(
          "It is a strategy, and no event.",
          "`milodex strategy show %1$s` says what it does, `milodex strategy status %1$s` what stops it."
              .formatted(target));
    }
    return unreadable(
        "It is neither an event like 12, nor an order like mdx-0a1b2c3d, nor a trade like ab12cd:3.",
        "`milodex ledger tail%s` lists events, `milodex analytics trades RUN` lists trades."
            .formatted(which.option()));
  }

  private Failure unreadable(String why, String next) {
    return Failure.usage("invalid_argument", "`" + target + "` cannot be explained.", why, next);
  }

  private boolean isStrategy() {
    try {
      StrategyId _ = StrategyId.parse(target);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static Reply event(Ledger ledger, long seq, Wiring wiring) {
    Explanation why = Explanation.of(ledger, seq).orElseThrow(() -> unknown(ledger, seq));
    Story story = new Story(why.causes().reversed(), wiring.bars());
    List<Event> effects = why.effects();
    Reply reply = Reply.of().ref("ledger_head", ledger.head().toString());
    story.tell(reply);
    if (!effects.isEmpty()) {
      reply.block(Block.section("What it led to", LedgerTailCommand.table(effects)));
    }
    reply
        .data()
        .object("story", story.data())
        .objects("effects", effects.stream().map(EventData::of).toList());
    return reply.summary(FactLine.of(why.causes().getFirst().fact()));
  }

  private static Failure unknown(Ledger ledger, long seq) {
    long last = ledger.head().seq();
    return Failure.usage(
        "unknown_event",
        "The ledger has no event " + seq + ".",
        last == 0 ? "It is empty." : "Its events are numbered from 1 to " + last + ".",
        "`milodex ledger tail` lists the newest.");
  }
}
