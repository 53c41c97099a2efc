package milodex.trading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.data.Market;
import milodex.execution.Books;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.market.CorporateAction;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.portfolio.Lot;
import milodex.portfolio.Position;
import milodex.portfolio.StrategyBook;

/// Books splits, dividends, new tickers and delistings of what is held, at the open of the session.
final class CorporateActions {

  private final Books books;
  private final Market market;

  CorporateActions(Books books, Market market) {
    this.books = books;
    this.market = market;
  }

  /// Whether all shares that actions of this session concern are known: every order of an earlier
  /// session in their symbols has come to its end.
  boolean canBook(Session session) {
    return books.orders().working().stream()
        .filter(order -> order.sentAt().isBefore(session.opensAt()))
        .noneMatch(
            order ->
                market.due().stream().anyMatch(action -> action.symbol().equals(order.symbol())));
  }

  void book(Session session, Instant now) {
    for (CorporateAction action : market.due()) {
      if (concerns(action, session)) {
        List<Draft> drafts = drafts(action, session);
        if (!drafts.isEmpty()) {
          books.recordOnce(now, drafts);
        }
      }
    }
  }

  /// A wish that waits goes on under a new ticker, too. What was bought in this very session, while
  /// another process began it earlier, was bought after the action.
  private boolean concerns(CorporateAction action, Session session) {
    boolean wished =
        action instanceof CorporateAction.TickerChange
            && books.intents().pending().stream()
                .anyMatch(one -> one.intent().symbol().equals(action.symbol()));
    return wished
        || !books.portfolio().outside().held(action.symbol()).isZero()
        || books.portfolio().books().values().stream()
            .anyMatch(book -> !heldBefore(book, action.symbol(), session).isZero());
  }

  private static Quantity heldBefore(StrategyBook book, Symbol symbol, Session session) {
    Quantity held = Quantity.ZERO;
    Optional<Position> position = book.position(symbol);
    if (position.isPresent()) {
      for (Lot lot : position.get().lots()) {
        if (lot.entry().session().isBefore(session.date())) {
          held = held.plus(lot.quantity());
        }
      }
    }
    return held;
  }

  private List<Draft> drafts(CorporateAction action, Session session) {
    return switch (action) {
      case CorporateAction.Split split -> List.of(split(split, session));
      case CorporateAction.Dividend dividend -> dividends(dividend, session);
      case CorporateAction.Delisting delisting -> List.of(delisting(delisting, session));
      case CorporateAction.TickerChange change -> List.of(tickerChange(change, session));
      case CorporateAction.SpinOff _ -> List.of();
    };
  }

  private Draft split(CorporateAction.Split split, Session session) {
    return Draft.of(
        ActionKey.of(split).toString(),
        new Fact.SplitApplied(split.symbol(), session.date(), split.ratio(), inLieu(split)));
  }

  private Price inLieu(CorporateAction.Split split) {
    return market
        .lastPrice(split.symbol())
        .orElseThrow(
            () -> new IllegalStateException(split.symbol() + " is held and never had a price"));
  }

  private List<Draft> dividends(CorporateAction.Dividend dividend, Session session) {
    List<Draft> drafts = new ArrayList<>();
    BigDecimal perShare = dividend.cashPerShare();
    for (StrategyBook book : books.portfolio().books().values()) {
      Quantity held = heldBefore(book, dividend.symbol(), session);
      if (!held.isZero()) {
        Money amount = new Money(perShare).times(held);
        drafts.add(
            Draft.of(
                ActionKey.of(dividend) + "/" + perShare.toPlainString() + "/" + book.strategy(),
                new Fact.DividendCredited(
                    book.strategy(),
                    dividend.symbol(),
                    session.date(),
                    held,
                    new Money(perShare),
                    amount)));
      }
    }
    Quantity outside = books.portfolio().outside().held(dividend.symbol());
    if (!outside.isZero()) {
      drafts.add(
          Draft.of(
              ActionKey.of(dividend) + "/" + perShare.toPlainString() + "/outside",
              new Fact.ExternalBooked(
                  session.date(),
                  new Money(perShare).times(outside),
                  Optional.empty(),
                  "A dividend of %s a share on %s shares of %s."
                      .formatted(perShare.toPlainString(), outside, dividend.symbol()))));
    }
    return drafts;
  }

  private static Draft tickerChange(CorporateAction.TickerChange change, Session session) {
    return Draft.of(
        ActionKey.of(change).toString(),
        new Fact.TickerChanged(change.symbol(), change.to(), session.date()));
  }

  private static Draft delisting(CorporateAction.Delisting delisting, Session session) {
    return Draft.of(
        ActionKey.of(delisting).toString(),
        new Fact.DelistingSettled(
            delisting.symbol(),
            session.date(),
            new Money(delisting.finalPrice()),
            "stopped trading after " + delisting.exDate() + "; closed at its last price"));
  }
}
