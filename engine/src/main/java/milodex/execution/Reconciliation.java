package milodex.execution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.broker.Brokerage.AccountSnapshot;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.portfolio.Portfolio;
import milodex.portfolio.StrategyBook;

/// Compares our books with the broker's, over the union of both sides.
public final class Reconciliation {

  private Optional<LocalDate> agreedOn = Optional.empty();
  private List<String> differences = List.of();

  /// The session in which both sides were last found equal.
  public Optional<LocalDate> agreedOn() {
    return agreedOn;
  }

  /// What the last comparison found different, both values shown; empty if nothing.
  public List<String> differences() {
    return differences;
  }

  /// Compares both sides now.
  public void compare(LocalDate session, Portfolio ours, AccountSnapshot theirs) {
    differences = differences(ours, theirs);
    agreedOn = differences.isEmpty() ? Optional.of(session) : Optional.empty();
  }

  /// Nothing could be compared, which is no agreement.
  public void failed(String why) {
    differences = List.of(why);
    agreedOn = Optional.empty();
  }

  private static boolean agree(Portfolio ours, AccountSnapshot theirs) {
    if (!ours.cash().equals(theirs.cash())) {
      return false;
    }
    for (Map.Entry<Symbol, Quantity> held : theirs.positions().entrySet()) {
      if (!ours.held(held.getKey()).equals(held.getValue())) {
        return false;
      }
    }
    for (StrategyBook book : ours.books().values()) {
      if (!theirs.positions().keySet().containsAll(book.positions().keySet())) {
        return false;
      }
    }
    return true;
  }

  private static List<String> differences(Portfolio ours, AccountSnapshot theirs) {
    if (agree(ours, theirs)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    Money cash = ours.cash();
    if (!cash.equals(theirs.cash())) {
      found.add("cash: books " + cash + ", broker " + theirs.cash());
    }
    SortedSet<Symbol> symbols = new TreeSet<>(theirs.positions().keySet());
    ours.books().values().forEach(book -> symbols.addAll(book.positions().keySet()));
    for (Symbol symbol : symbols) {
      Quantity held = ours.held(symbol);
      Quantity reported = theirs.positions().getOrDefault(symbol, Quantity.ZERO);
      if (!held.equals(reported)) {
        found.add(symbol + ": books " + held + " shares, broker " + reported);
      }
    }
    return List.copyOf(found);
  }
}
