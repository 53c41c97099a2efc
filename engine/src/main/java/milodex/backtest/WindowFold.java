package milodex.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.analytics.EquityCurve;
import milodex.analytics.Excursions;
import milodex.analytics.TradeResult;
import milodex.ledger.DataFact;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.Finding;
import milodex.ledger.PromotionFact;
import milodex.ledger.ResearchFact;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;
import milodex.ledger.Side;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.portfolio.StrategyBook;
import milodex.portfolio.Trade;
import milodex.portfolio.TradeLog;

/// Reads a run's facts and adds up each of its windows.
public final class WindowFold {

  private final Fraction slippageRate;
  private final List<WindowResult> finished = new ArrayList<>();
  private final TradeLog trades = new TradeLog();
  private Optional<Fact.BooksOpened> opened = Optional.empty();
  private int tradesBefore;
  private final List<Fact.StrategyEvaluated> closes = new ArrayList<>();
  private final Map<LocalDate, Money> traded = new HashMap<>();
  private final SortedMap<String, Integer> refusals = new TreeMap<>();
  private final SortedMap<String, Integer> expired = new TreeMap<>();
  private final List<Fact.ExitMissed> missedExits = new ArrayList<>();
  private int entries;
  private int trims;
  private int wouldTrip;

  /// @param slippageRate the share of each price that was lost, to state what trading cost
  public WindowFold(Fraction slippageRate) {
    this.slippageRate = slippageRate;
  }

  /// The windows closed so far, in order.
  public List<WindowResult> windows() {
    return List.copyOf(finished);
  }

  /// Takes the next event of the run.
  public void apply(Event event) {
    trades.accept(event);
    switch (event.fact()) {
      case Fact.BooksOpened books -> open(books);
      case Fact.StrategyEvaluated evaluated -> closes.add(evaluated);
      case Fact.FillRecorded recorded -> trade(recorded.fill());
      case Fact.ProposalJudged judged -> judge(judged);
      case Fact.IntentClosed closed -> expired.merge(closed.outcome().name(), 1, Integer::sum);
      case Fact.WouldTrip _ -> wouldTrip++;
      case Fact.ExitMissed missed -> missedExits.add(missed);
      case Fact.BooksClosed closed -> close(closed);
      case DataFact _,
          ResearchFact _,
          PromotionFact _,
          RiskFact _,
          RunnerFact _,
          Fact.OrderFact _,
          Fact.BarEvaluated _,
          Fact.ExitParked _,
          Fact.IntentRecorded _,
          Fact.SplitApplied _,
          Fact.DividendCredited _,
          Fact.TickerChanged _,
          Fact.DelistingSettled _,
          Fact.ExternalBooked _,
          Fact.StrategyFunded _,
          Fact.TradeMeasured _ -> {}
    }
  }

  private void open(Fact.BooksOpened books) {
    opened = Optional.of(books);
    tradesBefore = trades.closed().size();
    closes.clear();
    traded.clear();
    refusals.clear();
    expired.clear();
    missedExits.clear();
    entries = 0;
    trims = 0;
    wouldTrip = 0;
  }

  private void trade(Fill fill) {
    traded.merge(fill.session(), fill.price().times(fill.quantity()), Money::plus);
  }

  private void judge(Fact.ProposalJudged judged) {
    if (!judged.trims().isEmpty()) {
      trims++;
    }
    if (judged.approved() && judged.side() == Side.BUY) {
      entries++;
    }
    if (!judged.approved()) {
      for (Finding finding : judged.findings()) {
        if (finding.outcome() == Finding.Outcome.BREACH) {
          refusals.merge(finding.code(), 1, Integer::sum);
        }
      }
    }
  }

  private void close(Fact.BooksClosed closed) {
    Fact.BooksOpened books =
        opened.orElseThrow(() -> new IllegalStateException("a window closed that never opened"));
    List<Trade> ended =
        trades.closed().subList(tradesBefore, trades.closed().size()).stream().toList();
    finished.add(
        new WindowResult(
            books,
            curve(books, closed),
            parts(books, closed),
            ended,
            ended.stream().map(trade -> result(books.window(), trade)).toList(),
            new TreeMap<>(refusals),
            entries,
            trims,
            new TreeMap<>(expired),
            wouldTrip,
            missedExits));
  }

  private EquityCurve curve(Fact.BooksOpened books, Fact.BooksClosed closed) {
    int n = closes.size();
    int[] sessions = new int[n];
    double[] equity = new double[n + 1];
    double[] invested = new double[n];
    double[] turnover = new double[n];
    equity[0] = start(books).toDouble();
    for (int i = 0; i < n; i++) {
      Fact.StrategyEvaluated close = closes.get(i);
      sessions[i] = Math.toIntExact(close.session().toEpochDay());
      equity[i + 1] = close.equity().toDouble();
      invested[i] = close.equity().minus(close.cash()).toDouble();
      turnover[i] = traded.getOrDefault(close.session(), Money.ZERO).toDouble();
    }
    equity[n] = closed.equity().toDouble();
    return new EquityCurve(sessions, equity, invested, turnover);
  }

  private WindowResult.Parts parts(Fact.BooksOpened books, Fact.BooksClosed closed) {
    Money realised = Money.ZERO;
    Money dividends = Money.ZERO;
    Money fees = Money.ZERO;
    Money cost = Money.ZERO;
    Money cash = Money.ZERO;
    for (StrategyBook book : trades.portfolio().books().values()) {
      realised = realised.plus(book.realised());
      dividends = dividends.plus(book.dividends());
      fees = fees.plus(book.fees());
      cash = cash.plus(book.cash());
      for (var position : book.positions().values()) {
        cost = cost.plus(position.cost());
      }
    }
    Money value = closed.equity().plus(closed.exitCosts()).minus(cash);
    return new WindowResult.Parts(
        start(books),
        realised,
        dividends,
        value.minus(cost),
        fees,
        closed.exitCosts(),
        closed.equity());
  }

  private static Money start(Fact.BooksOpened books) {
    Money start = Money.ZERO;
    for (Money allocated : books.allocated().values()) {
      start = start.plus(allocated);
    }
    return start;
  }

  private TradeResult result(int window, Trade trade) {
    double rate = slippageRate.toDouble();
    double slipped =
        trade.spent().toDouble() * rate / (1 + rate)
            + trade.proceeds().toDouble() * rate / (1 - rate);
    return new TradeResult(
        trade.number(),
        trade.symbol(),
        window,
        trade.net().toDouble(),
        trade.fees().toDouble() + slipped,
        trade.sessionsHeld(),
        Excursions.worst(trade),
        Excursions.best(trade));
  }
}
