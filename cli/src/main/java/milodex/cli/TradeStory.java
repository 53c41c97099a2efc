package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import milodex.data.BarStore;
import milodex.ledger.DataFact;
import milodex.ledger.Event;
import milodex.ledger.Explanation;
import milodex.ledger.Fact;
import milodex.ledger.PromotionFact;
import milodex.ledger.ResearchFact;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;
import milodex.market.Symbol;
import milodex.portfolio.Trade;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;

/// A closed trade of a run, from the bars before its entry to the fill of its exit.
record TradeStory(RunRecord record, Trade trade, BarStore bars) {

  Reply reply() {
    String brief = record.run().id().brief();
    String strategy = record.run().strategy().toString();
    Story entry = story(trade.entry().seq());
    Story exit = story(trade.exit().seq());
    List<Event> between = between();
    Reply reply =
        Reply.of()
            .strategy(strategy)
            .broker("SIMULATED")
            .ref("run", record.run().id().hash())
            .summary(
                "Trade %d of run %s: %s, %s to %s, net %s."
                    .formatted(
                        trade.number(),
                        brief,
                        trade.symbol(),
                        trade.entry().session(),
                        trade.exit().session(),
                        FactLine.dollars(trade.net())));
    reply.block(
        Block.paragraph(
            "Trade %d of run %s, %s, SIMULATED".formatted(trade.number(), brief, strategy),
            Style.BACKTEST));
    reply.block(result());
    reply.block(heading("How it was entered"));
    entry.tell(reply);
    if (!between.isEmpty()) {
      reply.block(
          Block.section("What happened while it was held", LedgerTailCommand.table(between)));
    }
    reply.block(heading("How it was left"));
    exit.tell(reply);
    reply
        .data()
        .object("trade", data())
        .object("entry", entry.data())
        .objects("between", between.stream().map(EventData::of).toList())
        .object("exit", exit.data());
    return reply;
  }

  private Story story(long seq) {
    return new Story(Explanation.of(record.ledger(), seq).orElseThrow().causes().reversed(), bars);
  }

  private static Block heading(String text) {
    return Block.paragraph(text.toUpperCase(Locale.ROOT), Style.STRONG);
  }

  private Block result() {
    return KeyValues.of()
        .with("Window", window())
        .with(
            "Bought",
            "%s %s on %s at %s, rule %s"
                .formatted(
                    trade.bought(),
                    trade.symbol(),
                    trade.entry().session(),
                    DecisionBlock.number(trade.entryPrice()),
                    trade.entry().rule()))
        .with(
            "Sold",
            "on %s at %s, %s later, rule %s"
                .formatted(
                    trade.exit().session(),
                    DecisionBlock.number(trade.exitPrice()),
                    FactLine.counted(trade.sessionsHeld(), "session", "sessions"),
                    trade.exit().rule()))
        .with(
            "Net",
            Cell.of(
                "%s: price %s, dividends %s, fees %s"
                    .formatted(
                        FactLine.dollars(trade.net()),
                        FactLine.dollars(trade.gross()),
                        FactLine.dollars(trade.dividends()),
                        FactLine.dollars(trade.fees())),
                Style.ofPass(!trade.net().isNegative())))
        .with("Ran", ran());
  }

  private String ran() {
    return trade
        .excursion()
        .map(FactLine::ran)
        .map(says -> says + " while it was held")
        .orElse("nobody knows how far: a bar it was held through is missing");
  }

  /// The label of the books it was traded in.
  private String window() {
    List<String> labels = new ArrayList<>();
    record
        .ledger()
        .replay(
            event -> {
              if (event.seq() < trade.entry().seq()
                  && event.fact() instanceof Fact.BooksOpened opened) {
                labels.add(opened.label());
              }
            });
    return labels.getLast();
  }

  /// What changed the position between its first purchase and its end, under any ticker of it.
  private List<Event> between() {
    List<Event> held = new ArrayList<>();
    record
        .ledger()
        .replay(
            trade.entry().seq(),
            event -> {
              if (event.seq() < trade.exit().seq()) {
                held.add(event);
              }
            });
    List<Event> between = new ArrayList<>();
    Symbol ticker = trade.symbol();
    for (Event event : held.reversed()) {
      if (changes(event.fact(), ticker)) {
        between.addFirst(event);
        ticker = event.fact() instanceof Fact.TickerChanged changed ? changed.symbol() : ticker;
      }
    }
    return between;
  }

  private static boolean changes(Fact fact, Symbol symbol) {
    return switch (fact) {
      case Fact.FillRecorded(var fill) -> fill.symbol().equals(symbol);
      case Fact.SplitApplied split -> split.symbol().equals(symbol);
      case Fact.DividendCredited dividend -> dividend.symbol().equals(symbol);
      case Fact.TickerChanged change -> change.to().equals(symbol);
      case Fact.DelistingSettled delisting -> delisting.symbol().equals(symbol);
      case Fact.ExternalBooked booked ->
          booked.trade().map(one -> one.symbol().equals(symbol)).orElse(false);
      case Fact.ExitMissed missed -> missed.symbol().equals(symbol);
      case Fact.ExitParked parked -> parked.symbol().equals(symbol);
      case Fact.ProposalJudged judged -> judged.symbol().equals(symbol) && !judged.approved();
      case DataFact _,
          ResearchFact _,
          PromotionFact _,
          RiskFact _,
          RunnerFact _,
          Fact.OrderFact _,
          Fact.BooksOpened _,
          Fact.StrategyFunded _,
          Fact.BooksClosed _,
          Fact.StrategyEvaluated _,
          Fact.BarEvaluated _,
          Fact.IntentRecorded _,
          Fact.IntentClosed _,
          Fact.TradeMeasured _,
          Fact.WouldTrip _ ->
          false;
    };
  }

  private Data data() {
    return TradeData.of(trade).text("run", record.run().id().hash()).text("window", window());
  }
}
