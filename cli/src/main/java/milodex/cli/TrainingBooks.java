package milodex.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.execution.Books;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.Intent;
import milodex.ledger.Ledger;
import milodex.ledger.OrderStatus;
import milodex.ledger.RunnerFact.MomentPassed;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.sqlite.SqliteLedger;
import milodex.strategy.StrategyId;

/// A day of trading in a scratch ledger, with a checkpoint of its books, for [Training] to look at.
final class TrainingBooks {

  private static final StrategyId STRATEGY = StrategyId.parse("null.daily.training.day.v1");
  private static final Symbol SYMBOL = Symbol.of("SPY");
  private static final LocalDate DAY = LocalDate.of(2024, 3, 8);
  private static final Instant OPENS = Instant.parse("2024-03-08T14:30:00Z");
  private static final Instant CLOSES = Instant.parse("2024-03-08T21:00:00Z");
  private static final Quantity SHARES = Quantity.of(10);
  private static final Price PRICE = Price.of(500);

  private TrainingBooks() {}

  /// Adds the day to a ledger; its last facts come after the checkpoint.
  static void write(Path file) {
    try (Ledger ledger = SqliteLedger.open(file)) {
      Books books = new Books(ledger);
      books.record(OPENS, List.of(opened(), wish("1"), sent("1"), told("1"), filled()));
      Checkpoints.of(file).keep(books.checkpoint());
      books.record(OPENS, List.of(wish("2"), sent("2"), told("2")));
      books.record(
          CLOSES,
          List.of(
              Draft.of("training/evaluated", evaluated()),
              Draft.of(
                  "training/passed",
                  new MomentPassed(DAY, DAY + " closes", List.of(STRATEGY), 0))));
    }
  }

  private static Draft opened() {
    return Draft.of(
        "training/opened",
        new Fact.BooksOpened(
            0,
            "training",
            DAY,
            DAY,
            Money.of(1_000),
            new TreeMap<>(Map.of(STRATEGY, Money.of(10_000)))));
  }

  private static Draft wish(String name) {
    return Draft.of(
        "training/wish/" + name,
        new Fact.IntentRecorded(
            new Intent(
                name,
                STRATEGY,
                SYMBOL,
                Side.BUY,
                Fraction.ONE,
                Optional.empty(),
                "training",
                DAY,
                DAY,
                Optional.of(CLOSES),
                PRICE,
                new TreeMap<>(Map.of("atr", 1.5)))));
  }

  private static Draft sent(String wish) {
    return Draft.then(
        "training/sent/" + wish,
        new Fact.OrderSubmitted(order(wish), wish, STRATEGY, SYMBOL, Side.BUY, SHARES));
  }

  private static Draft told(String wish) {
    return Draft.then(
        "training/told/" + wish,
        new Fact.OrderReported(order(wish), SYMBOL, OrderStatus.ACCEPTED, Quantity.ZERO, ""));
  }

  private static Draft filled() {
    return Draft.then(
        "training/filled",
        new Fact.FillRecorded(
            new Fill(
                "training-1",
                order("1"),
                STRATEGY,
                SYMBOL,
                Side.BUY,
                SHARES,
                PRICE,
                Money.ZERO,
                DAY,
                "training",
                Collections.emptySortedMap())));
  }

  private static Fact evaluated() {
    return new Fact.StrategyEvaluated(
        STRATEGY,
        DAY,
        "training",
        Money.of(10_000),
        Money.of(5_000),
        1,
        List.of(),
        List.of(),
        new TreeMap<>(Map.of("no_signal", 1)));
  }

  private static ClientOrderId order(String wish) {
    return new ClientOrderId("mdx-training-" + wish);
  }
}
