package milodex.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import milodex.backtest.Backtest;
import milodex.backtest.Preparation;
import milodex.backtest.Preparer;
import milodex.execution.Books;
import milodex.files.CsvImport;
import milodex.files.ImportOptions;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.FactCodec;
import milodex.ledger.FactType;
import milodex.ledger.Fill;
import milodex.ledger.OrderStatus;
import milodex.ledger.RunnerFact.MomentPassed;
import milodex.ledger.Side;
import milodex.market.ExchangeCalendar;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.portfolio.Trade;
import milodex.sqlite.SqliteLedger;
import milodex.strategy.StrategyId;

/// Writes a ledger of years of trading: the facts of the strategies shipped for the sample market,
/// told side by side, with as many orders in the place of each as it takes.
///
/// It has what a runner adds, trades that were closed and looked back on, and two orders that work
/// at its end. What lacks to the number asked for, at most a hundredth, is made up by evaluations
/// of the last day.
final class LongLedger {

  private static final Pattern WISH = Pattern.compile("(\\.v1/)[^/\"]{2}");
  private static final Pattern ORDER = Pattern.compile("\\bmdx-[0-9a-f]{2}");
  private static final int NAMED = 12;

  /// The facts of orders that work at the end.
  private static final int LEFT = 4;

  /// How many moments of a runner stand between two days.
  private static final int MOMENTS = 3;

  private final Books books;
  private final long most;
  private final List<Draft> batch = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final Map<Place, Long> seqs = new HashMap<>();
  private Instant now = Instant.EPOCH;
  private LocalDate day = LocalDate.MIN;

  /// An event of a run.
  private record Told(int run, Event event) {}

  /// Where an order or a wish in the place of another was told.
  private record Place(int run, long seq, int copy) {}

  private LongLedger(SqliteLedger ledger, long most) {
    this.books = new Books(ledger);
    this.most = most;
  }

  /// Makes the workspace and its ledger.
  ///
  /// @param arguments a directory that does not exist, how many events, and how many symbols
  public static void main(String[] arguments) throws IOException {
    WideWorkspace workspace =
        WideWorkspace.make(Path.of(arguments[0]), Integer.parseInt(arguments[2]));
    new CsvImport(workspace.store(), ImportOptions.STRICT).run(workspace.root().resolve("csv"));
    Path file = workspace.root().resolve("data/ledger.db");
    Files.createDirectories(file.getParent());
    try (SqliteLedger ledger = SqliteLedger.open(file)) {
      new LongLedger(ledger, Long.parseLong(arguments[1])).write(told(workspace));
    }
  }

  private static List<Told> told(WideWorkspace workspace) {
    List<Told> all = new ArrayList<>();
    List<String> strategies = workspace.strategies();
    for (int run = 0; run < strategies.size(); run++) {
      int number = run;
      switch (new Preparer(workspace.store()).prepare(workspace.plan(strategies.get(run)))) {
        case Preparation.Ready ready ->
            Backtest.run(ready, (_, _) -> {})
                .ledger()
                .replay(event -> all.add(new Told(number, event)));
        case Preparation.Refused refused -> throw new IllegalStateException(refused.says());
      }
    }
    all.sort(Comparator.comparing((Told one) -> one.event().at()));
    return all;
  }

  private void write(List<Told> told) {
    long copied = told.stream().filter(one -> isCopied(FactType.of(one.event().fact()))).count();
    int copies = (int) (most / copied) + 1;
    open(told);
    for (Told one : told) {
      if (isFull()) {
        break;
      }
      at(one.event().at());
      for (int copy = 0; copy < copies && !isFull(); copy++) {
        tell(one, copy);
      }
    }
    makeUp(told);
    leaveOrdersWorking(told);
    flush();
  }

  /// For every fact of a batch one more may follow from it, and to tell the next may begin a day.
  private boolean isFull() {
    return next() + 2L * batch.size() >= most - LEFT - MOMENTS;
  }

  private void makeUp(List<Told> told) {
    flush();
    Event evaluated =
        told.reversed().stream()
            .map(Told::event)
            .filter(event -> event.fact() instanceof Fact.StrategyEvaluated)
            .findFirst()
            .orElseThrow();
    long lacking = most - LEFT - books.seq() - batch.size();
    if (lacking > most / 100) {
      throw new IllegalStateException(lacking + " of " + most + " events are lacking");
    }
    for (long i = 0; i < lacking; i++) {
      add(Draft.of(evaluated.key() + "/more/" + i, evaluated.fact()));
    }
  }

  private static boolean isCopied(FactType type) {
    return type != FactType.BOOKS_OPENED
        && type != FactType.BOOKS_CLOSED
        && type != FactType.TRADE_MEASURED;
  }

  private void open(List<Told> told) {
    SortedMap<StrategyId, Money> allocated = new TreeMap<>();
    Money idle = Money.ZERO;
    Fact.BooksOpened first = (Fact.BooksOpened) told.getFirst().event().fact();
    for (Told one : told) {
      if (one.event().fact() instanceof Fact.BooksOpened opened) {
        allocated.putAll(opened.allocated());
        idle = idle.plus(opened.idleCash());
      }
    }
    now = told.getFirst().event().at();
    add(
        Draft.of(
            "books/opened/0",
            new Fact.BooksOpened(0, "paper", first.from(), first.to(), idle, allocated)));
    flush();
  }

  /// Later facts have another time, and go into another append.
  private void at(Instant time) {
    if (time.equals(now)) {
      return;
    }
    flush();
    LocalDate today = time.atZone(ExchangeCalendar.nyse().zone()).toLocalDate();
    if (!today.equals(day)) {
      if (!day.equals(LocalDate.MIN)) {
        passed(day + " closes", day, names());
      }
      day = today;
      now = time;
      passed(day + " begins", day, List.of());
      passed(day + " opens", day, names());
    }
    now = time;
  }

  private List<StrategyId> names() {
    return books.portfolio().books().keySet().stream().limit(NAMED).toList();
  }

  private void passed(String moment, LocalDate session, List<StrategyId> whose) {
    add(Draft.of("moment/" + moment, new MomentPassed(session, moment, whose, 0)));
  }

  private void tell(Told one, int copy) {
    Event event = one.event();
    FactType type = FactType.of(event.fact());
    if (!isCopied(type)) {
      return;
    }
    boolean isOfADay = type == FactType.STRATEGY_EVALUATED || type == FactType.DIVIDEND_CREDITED;
    String key = copied(event.key(), copy) + (isOfADay && copy > 0 ? "/" + copy : "");
    Fact fact = copied(event.fact(), copy);
    if (!keys.contains(key) && isPossible(fact)) {
      long cause = seqs.getOrDefault(new Place(one.run(), event.cause(), copy), 0L);
      seqs.put(new Place(one.run(), event.seq(), copy), next() + batch.size());
      add(Draft.because(cause, key, fact));
      if (fact instanceof Fact.BookFact && !(fact instanceof Fact.FillRecorded)) {
        flush();
      }
    }
  }

  /// A split that another run told before may have left a strategy fewer shares than it had.
  private boolean isPossible(Fact fact) {
    if (!(fact instanceof Fact.FillRecorded(Fill fill)) || fill.side() == Side.BUY) {
      return true;
    }
    BigDecimal held = held(fill.strategy(), fill.symbol()).shares();
    for (Draft draft : batch) {
      if (draft.fact() instanceof Fact.FillRecorded(Fill before)
          && before.strategy().equals(fill.strategy())
          && before.symbol().equals(fill.symbol())) {
        BigDecimal moved = before.quantity().shares();
        held = before.side() == Side.BUY ? held.add(moved) : held.subtract(moved);
      }
    }
    return held.compareTo(fill.quantity().shares()) >= 0;
  }

  private Quantity held(StrategyId strategy, Symbol symbol) {
    return books.portfolio().book(strategy).map(book -> book.held(symbol)).orElse(Quantity.ZERO);
  }

  private void leaveOrdersWorking(List<Told> told) {
    List<Fact.OrderSubmitted> sent =
        told.stream()
            .map(one -> one.event().fact())
            .filter(Fact.OrderSubmitted.class::isInstance)
            .map(Fact.OrderSubmitted.class::cast)
            .toList();
    for (int i = 0; i < 2; i++) {
      Fact.OrderSubmitted like = sent.get(sent.size() - 1 - i);
      ClientOrderId id = new ClientOrderId("mdx-working-" + i);
      add(
          Draft.of(
              "order/" + id,
              new Fact.OrderSubmitted(
                  id, like.intent(), like.strategy(), like.symbol(), Side.BUY, Quantity.of(10))));
      add(
          Draft.of(
              "report/" + id + "/ACCEPTED",
              new Fact.OrderReported(
                  id, like.symbol(), OrderStatus.ACCEPTED, Quantity.ZERO, "it works")));
    }
  }

  private void add(Draft draft) {
    if (keys.add(draft.key())) {
      batch.add(draft);
    }
  }

  private void flush() {
    if (!batch.isEmpty()) {
      books.record(now, batch);
      batch.clear();
    }
    for (Trade trade : books.unmeasured()) {
      add(
          Draft.of(
              "trade/" + trade.number() + "/measured",
              new Fact.TradeMeasured(
                  trade.strategy(),
                  trade.symbol(),
                  trade.number(),
                  Optional.empty(),
                  "its bars are not looked at here")));
    }
  }

  private long next() {
    return books.seq() + 1;
  }

  private static Fact copied(Fact fact, int copy) {
    FactType type = FactType.of(fact);
    return FactCodec.read(type, type.version(), copied(FactCodec.write(fact), copy));
  }

  private static String copied(String text, int copy) {
    String wished = WISH.matcher(text).replaceAll("$1%02x".formatted(copy));
    return ORDER.matcher(wished).replaceAll("mdx-%02x".formatted(copy));
  }
}
