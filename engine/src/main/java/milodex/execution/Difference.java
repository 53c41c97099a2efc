package milodex.execution;

import java.util.Optional;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;

/// One thing in which our books and the broker's differ, with both values.
public sealed interface Difference {

  /// The symbol whose entries have to wait for it; empty: it concerns the whole account.
  Optional<Symbol> symbol();

  /// What is compared: `cash`, `shares`, `order`, `broker`.
  String kind();

  /// What the books say, in plain words.
  String ours();

  /// What the broker says, in plain words.
  String theirs();

  /// Both values in one line: `cash: books 100, broker 99`.
  String says();

  /// The cash of the account.
  record Cash(Money books, Money broker) implements Difference {

    private static final String BEGINS = "cash: ";

    /// Whether a line that [#says] made tells of cash.
    static boolean isTold(String line) {
      return line.startsWith(BEGINS);
    }

    /// Dollars that the broker has more than the books; below zero: less.
    public Money gap() {
      return broker.minus(books);
    }

    @Override
    public Optional<Symbol> symbol() {
      return Optional.empty();
    }

    @Override
    public String kind() {
      return "cash";
    }

    @Override
    public String ours() {
      return books.toString();
    }

    @Override
    public String theirs() {
      return broker.toString();
    }

    @Override
    public String says() {
      return BEGINS + "books " + books + ", broker " + broker;
    }
  }

  /// The shares of one symbol, in all books together and at the broker.
  record Shares(Symbol of, Quantity books, Quantity broker) implements Difference {

    @Override
    public Optional<Symbol> symbol() {
      return Optional.of(of);
    }

    @Override
    public String kind() {
      return "shares";
    }

    @Override
    public String ours() {
      return books + " shares";
    }

    @Override
    public String theirs() {
      return broker + " shares";
    }

    @Override
    public String says() {
      return of + ": books " + books + " shares, broker " + broker;
    }
  }

  /// An order that works at the broker and that is none of ours.
  record ForeignOrder(
      ClientOrderId order, Symbol of, Side side, Quantity quantity, OrderStatus status)
      implements Difference {

    @Override
    public Optional<Symbol> symbol() {
      return Optional.of(of);
    }

    @Override
    public String kind() {
      return "order";
    }

    @Override
    public String ours() {
      return "no such order";
    }

    @Override
    public String theirs() {
      return "%s %s %s, %s".formatted(side, quantity, of, status);
    }

    @Override
    public String says() {
      return "order " + order + ": books " + ours() + ", broker " + theirs();
    }
  }

  /// An order of ours of which the broker says something else, or which it does not know.
  ///
  /// @param broker what it says: shares, status and filled; empty if it knows no such order
  record OwnOrder(ClientOrderId order, Symbol of, String ours, Optional<String> broker)
      implements Difference {

    @Override
    public Optional<Symbol> symbol() {
      return Optional.of(of);
    }

    @Override
    public String kind() {
      return "order";
    }

    @Override
    public String theirs() {
      return broker.orElse("no such order");
    }

    @Override
    public String says() {
      return "order " + order + ": books " + ours + ", broker " + theirs();
    }
  }

  /// The broker gave no answer, so that nothing could be compared.
  record Unanswered(String why) implements Difference {

    @Override
    public Optional<Symbol> symbol() {
      return Optional.empty();
    }

    @Override
    public String kind() {
      return "broker";
    }

    @Override
    public String ours() {
      return "not compared";
    }

    @Override
    public String theirs() {
      return why;
    }

    @Override
    public String says() {
      return why;
    }
  }
}
