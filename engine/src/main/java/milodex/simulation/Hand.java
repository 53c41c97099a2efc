package milodex.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.data.Market;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.execution.Destination;
import milodex.execution.Flattening;
import milodex.execution.HandRequest;
import milodex.execution.IntentLog.Pending;
import milodex.execution.OperatorDesk;
import milodex.execution.Withdrawal;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Quantity;
import milodex.risk.Circumstances.SentOrder;
import milodex.risk.RiskGate;

/// The operator's hand: sells what a strategy owns or more than that, buys, wishes for the next
/// open and may regret it, cancels an order, or sells all, at random.
final class Hand {

  private static final String REASON = "a whim";
  private static final int KEPT_OF_TEN = 8;

  private final Books books;
  private final Adversary adversary;
  private final List<ActiveStrategy> strategies;
  private final OperatorDesk desk;

  /// @param market of now
  Hand(
      Books books,
      Brokerage broker,
      Adversary adversary,
      List<ActiveStrategy> strategies,
      Market market) {
    this.books = books;
    this.adversary = adversary;
    this.strategies = strategies;
    this.desk =
        new OperatorDesk(
            books,
            market,
            Destination.alone(broker, Life.ACCOUNT),
            new RiskGate(Cast.policy()),
            Life.COSTS,
            strategies);
  }

  /// Does one thing. A broker that does not answer, or the death of the process it is done in, ends
  /// it; what was sent by then is UNKNOWN.
  void act(Instant now) {
    books.catchUp();
    try {
      switch (adversary.draw(0, 10)) {
        case 0 -> flatten(now);
        case 1, 2 -> cancel(now);
        case 3, 4 -> trade(Side.BUY, now);
        default -> trade(Side.SELL, now);
      }
    } catch (BrokerUnavailableException | Died _) {
      books.catchUp();
    }
  }

  /// Takes back wishes that wait, not each of them.
  void regret(Instant now) {
    books.catchUp();
    for (Pending wish : books.intents().pending()) {
      if (wish.isByHand() && adversary.draw(0, 10) >= KEPT_OF_TEN) {
        Withdrawal.withdraw(books, wish.intent().id(), REASON, now);
      }
    }
  }

  private void trade(Side side, Instant now) {
    HandRequest request = request(side);
    if (adversary.draw(0, 4) == 0) {
      desk.wish(request, now);
    } else {
      desk.submit(request, now);
    }
  }

  /// A sale of up to a share more than is held; a purchase of a few shares.
  private HandRequest request(Side side) {
    ActiveStrategy strategy = strategies.get(adversary.draw(0, strategies.size()));
    List<Symbol> symbols = strategy.symbols();
    List<Symbol> held =
        List.copyOf(books.portfolio().book(strategy.id()).orElseThrow().positions().keySet());
    List<Symbol> from = side == Side.SELL && !held.isEmpty() ? held : symbols;
    Symbol symbol = from.get(adversary.draw(0, from.size()));
    Quantity owned = books.portfolio().book(strategy.id()).orElseThrow().held(symbol);
    long most = side == Side.SELL ? (long) owned.toDouble() + 1 : 40;
    return new HandRequest(
        strategy.id(), side, symbol, Quantity.of(1 + adversary.draw(0, (int) most)), REASON);
  }

  private void cancel(Instant now) {
    List<SentOrder> open = books.orders().working();
    if (!open.isEmpty()) {
      ClientOrderId id = open.get(adversary.draw(0, open.size())).id();
      desk.cancel(id, REASON, now);
    }
  }

  private void flatten(Instant now) {
    int whom = adversary.draw(-1, strategies.size());
    Optional<ActiveStrategy> scope =
        whom < 0 ? Optional.empty() : Optional.of(strategies.get(whom));
    new Flattening(desk, scope.map(ActiveStrategy::id)).run(REASON, now, _ -> {});
  }
}
