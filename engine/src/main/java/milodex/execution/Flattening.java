package milodex.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Quantity;
import milodex.portfolio.StrategyBook;
import milodex.risk.Circumstances.SentOrder;
import milodex.strategy.StrategyId;

/// Sells all that strategies own: cancels their orders, proposes a covered sale of each position,
/// and looks at the broker afterwards. It works while the account is halted.
///
/// What is held outside of strategies is not touched, and no strategy is kept from buying again:
/// that is what a halt is for.
public final class Flattening {

  private final OperatorDesk desk;
  private final Optional<StrategyId> scope;

  /// @param scope whose positions; empty: those of every strategy
  public Flattening(OperatorDesk desk, Optional<StrategyId> scope) {
    this.desk = desk;
    this.scope = scope;
  }

  /// What would be done; nothing is written.
  ///
  /// @param cancels orders that are open
  /// @param owned shares of each strategy
  public record Plan(
      List<SentOrder> cancels, SortedMap<StrategyId, SortedMap<Symbol, Quantity>> owned) {

    /// Whether there is nothing to do.
    public boolean isEmpty() {
      return cancels.isEmpty() && owned.isEmpty();
    }
  }

  /// One thing that was done.
  public sealed interface Step {

    /// An open order was to be cancelled.
    record Cancelled(CancelAnswer answer) implements Step {}

    /// A position was to be sold.
    record Sold(HandRequest request, HandAnswer answer) implements Step {}

    /// A position that is being sold already, whole.
    record BeingSold(StrategyId strategy, Symbol symbol, Quantity shares) implements Step {}
  }

  /// What is known after all steps.
  ///
  /// @param left what is still owned and still open
  /// @param differences what books and broker differ in
  public record Result(List<Step> steps, Plan left, List<Difference> differences) {

    /// Whether nothing is owned, nothing is open, and the broker says the same.
    public boolean isFlat() {
      return left.isEmpty() && differences.isEmpty();
    }
  }

  /// What would be cancelled and sold now.
  public Plan plan() {
    desk.books().catchUp();
    SortedMap<StrategyId, SortedMap<Symbol, Quantity>> owned = new TreeMap<>();
    for (var one : desk.books().portfolio().books().entrySet()) {
      if (isMeant(one.getKey()) && !one.getValue().positions().isEmpty()) {
        owned.put(one.getKey(), shares(one.getValue()));
      }
    }
    return new Plan(
        desk.books().orders().working().stream()
            .filter(order -> isMeant(order.strategy()))
            .toList(),
        owned);
  }

  /// Does it, one thing after another whatever became of the one before.
  ///
  /// @param reason kept with each step
  /// @param told of each step as it is done
  /// @throws IllegalArgumentException if `reason` is blank, or a position belongs to a strategy
  ///     that the desk does not know
  public Result run(String reason, Instant now, Consumer<Step> told) {
    List<Step> steps = new ArrayList<>();
    Consumer<Step> note =
        step -> {
          steps.add(step);
          told.accept(step);
        };
    for (SentOrder open : plan().cancels()) {
      note.accept(new Step.Cancelled(desk.cancel(open.id(), reason, now)));
    }
    plan()
        .owned()
        .forEach(
            (strategy, shares) ->
                shares.forEach(
                    (symbol, held) -> note.accept(sell(strategy, symbol, held, reason, now))));
    return result(steps, now);
  }

  private Step sell(StrategyId strategy, Symbol symbol, Quantity held, String reason, Instant now) {
    Quantity free = Sellable.of(desk.books(), strategy, symbol);
    if (free.isZero()) {
      return new Step.BeingSold(strategy, symbol, held);
    }
    HandRequest request = new HandRequest(strategy, Side.SELL, symbol, free, reason);
    return new Step.Sold(request, desk.submit(request, now));
  }

  private Result result(List<Step> steps, Instant now) {
    desk.look(now);
    Reconciliation after = new Reconciliation();
    after.compare(desk.market().session().date(), desk.books(), desk.brokerage());
    return new Result(List.copyOf(steps), plan(), after.differences());
  }

  private boolean isMeant(StrategyId strategy) {
    return scope.isEmpty() || scope.get().equals(strategy);
  }

  private static SortedMap<Symbol, Quantity> shares(StrategyBook book) {
    SortedMap<Symbol, Quantity> shares = new TreeMap<>();
    book.positions().forEach((symbol, position) -> shares.put(symbol, position.quantity()));
    return shares;
  }
}
