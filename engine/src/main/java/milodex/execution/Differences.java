package milodex.execution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.broker.Brokerage;
import milodex.broker.Brokerage.AccountSnapshot;
import milodex.broker.OrderReport;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.market.Symbol;
import milodex.money.Quantity;
import milodex.portfolio.Portfolio;
import milodex.risk.Circumstances.SentOrder;

/// Lays our books beside the broker's, over the union of both sides: cash, shares, orders.
final class Differences {

  private final Books books;
  private final Brokerage broker;

  private Differences(Books books, Brokerage broker) {
    this.books = books;
    this.broker = broker;
  }

  /// All of them, cash first, then shares by symbol, then orders; none if both sides are equal.
  ///
  /// An UNKNOWN order is no difference: [OrderWatch] is still asking about it, and entries in its
  /// symbol are refused for it as it is.
  ///
  /// @throws milodex.broker.BrokerUnavailableException if the broker does not answer
  static List<Difference> between(Books books, Brokerage broker) {
    Differences all = new Differences(books, broker);
    List<Difference> found = new ArrayList<>(0);
    AccountSnapshot theirs = broker.account();
    all.cash(theirs).ifPresent(found::add);
    all.shares(theirs, found);
    all.orders(found);
    return List.copyOf(found);
  }

  private Optional<Difference> cash(AccountSnapshot theirs) {
    var ours = books.portfolio().cash();
    return ours.equals(theirs.cash())
        ? Optional.empty()
        : Optional.of(new Difference.Cash(ours, theirs.cash()));
  }

  private void shares(AccountSnapshot theirs, List<Difference> found) {
    Portfolio ours = books.portfolio();
    SortedSet<Symbol> symbols = new TreeSet<>(theirs.positions().keySet());
    ours.books().values().forEach(book -> symbols.addAll(book.positions().keySet()));
    symbols.addAll(ours.outside().holdings().keySet());
    for (Symbol symbol : symbols) {
      Quantity held = ours.held(symbol);
      Quantity reported = theirs.positions().getOrDefault(symbol, Quantity.ZERO);
      if (!held.equals(reported)) {
        found.add(new Difference.Shares(symbol, held, reported));
      }
    }
  }

  private void orders(List<Difference> found) {
    List<OrderReport> working = broker.working();
    List<SentOrder> open = books.orders().working();
    if (working.isEmpty() && open.isEmpty()) {
      return;
    }
    Set<ClientOrderId> seen = new HashSet<>();
    List<OrderReport> foreign = new ArrayList<>();
    for (OrderReport theirs : working) {
      seen.add(theirs.order());
      books
          .orders()
          .find(theirs.order())
          .ifPresentOrElse(
              ours -> own(ours, Optional.of(theirs), found), () -> foreign.add(theirs));
    }
    Set<ClientOrderId> replacing = new HashSet<>();
    for (SentOrder ours : open) {
      if (!seen.contains(ours.id()) && (!foreign.isEmpty() || isKnown(ours))) {
        Optional<OrderReport> theirs = broker.find(ours.id());
        theirs
            .filter(one -> one.replacedBy().isPresent())
            .ifPresent(one -> replacing.addAll(Replacements.ids(broker, one)));
        own(ours, theirs.map(one -> Replacements.followed(broker, one)), found);
      }
    }
    for (OrderReport theirs : foreign) {
      if (!replacing.contains(theirs.order())) {
        foreign(theirs, found);
      }
    }
  }

  private static boolean isKnown(SentOrder ours) {
    return ours.status() != OrderStatus.UNKNOWN;
  }

  private static void foreign(OrderReport theirs, List<Difference> found) {
    found.add(
        new Difference.ForeignOrder(
            theirs.order(), theirs.symbol(), theirs.side(), theirs.quantity(), theirs.status()));
  }

  private static void own(SentOrder ours, Optional<OrderReport> theirs, List<Difference> found) {
    if (ours.status() == OrderStatus.UNKNOWN
        || theirs.map(one -> isSame(ours, one)).orElse(false)) {
      return;
    }
    found.add(
        new Difference.OwnOrder(
            ours.id(),
            ours.symbol(),
            "%s %s %s, %s, %s filled"
                .formatted(
                    ours.side(), ours.quantity(), ours.symbol(), ours.status(), ours.filled()),
            theirs.map(
                one ->
                    "%s %s %s, %s, %s filled"
                        .formatted(
                            one.side(),
                            one.quantity(),
                            one.symbol(),
                            one.status(),
                            one.filled()))));
  }

  private static boolean isSame(SentOrder ours, OrderReport theirs) {
    return ours.symbol().equals(theirs.symbol())
        && ours.side() == theirs.side()
        && ours.quantity().equals(theirs.quantity())
        && ours.status() == theirs.status()
        && ours.filled().equals(theirs.filled());
  }
}
