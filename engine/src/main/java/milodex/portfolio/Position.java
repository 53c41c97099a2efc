package milodex.portfolio;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.Holding;

/// One symbol in one book, from the first share bought until none is left.
///
/// @param entry the first purchase since the book was flat in the symbol
/// @param lots what is still held, oldest first; sold in this order
/// @param bought shares bought since `entry`, in shares of today
/// @param spent dollars paid for `bought`, without fees
/// @param proceeds dollars received for shares sold or paid out, before fees
/// @param fees dollars of commission since `entry`
/// @param dividends dollars credited since `entry`
public record Position(
    Symbol symbol,
    Entry entry,
    List<Lot> lots,
    Quantity bought,
    Money spent,
    Money proceeds,
    Money fees,
    Money dividends) {

  public Position {
    lots = List.copyOf(lots);
  }

  /// Shares held.
  public Quantity quantity() {
    Quantity sum = Quantity.ZERO;
    for (Lot lot : lots) {
      sum = sum.plus(lot.quantity());
    }
    return sum;
  }

  /// What the shares held cost, without fees.
  public Money cost() {
    Money sum = Money.ZERO;
    for (Lot lot : lots) {
      sum = sum.plus(lot.cost());
    }
    return sum;
  }

  /// Profit of the shares that are gone, before fees and dividends.
  public Money realised() {
    return proceeds.minus(spent.minus(cost()));
  }

  /// What the shares held are worth.
  ///
  /// @throws IllegalArgumentException if `marks` does not know the symbol: unknown is not zero
  public Money value(Marks marks) {
    Price mark =
        marks
            .price(symbol)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        symbol + " has no mark, so " + quantity() + " shares cannot be valued"));
    return mark.times(quantity());
  }

  /// Mean price of all shares bought since the entry, adjusted by the splits since; for rules and
  /// people, never for sums.
  public double entryPrice() {
    return perShare(spent, bought);
  }

  /// This position as its own rule sees it.
  ///
  /// @param sessionsHeld sessions closed since the entry; the entry session counts 0
  public Holding holding(int sessionsHeld) {
    return new Holding(symbol, entryPrice(), entry.session(), sessionsHeld, entry.facts());
  }

  static double perShare(Money dollars, Quantity shares) {
    return dollars.amount().divide(shares.shares(), MathContext.DECIMAL128).doubleValue();
  }

  static Position opened(Symbol symbol, Lot lot, Money fee) {
    return new Position(
        symbol, lot.entry(), List.of(lot), lot.quantity(), lot.cost(), Money.ZERO, fee, Money.ZERO);
  }

  boolean isFlat() {
    return lots.isEmpty();
  }

  Position buy(Lot lot, Money fee) {
    List<Lot> next = new ArrayList<>(lots);
    next.add(lot);
    return new Position(
        symbol,
        entry,
        next,
        bought.plus(lot.quantity()),
        spent.plus(lot.cost()),
        proceeds,
        fees.plus(fee),
        dividends);
  }

  /// Oldest first, `sold` shares leave.
  Position sell(Quantity sold, Money received, Money fee) {
    return new Position(
        symbol,
        entry,
        Fifo.without(lots, sold),
        bought,
        spent,
        proceeds.plus(received),
        fees.plus(fee),
        dividends);
  }

  /// Every share becomes `ratio` shares; the position then has the whole shares by which those of
  /// the account grow with it, and a fraction is paid out, or paid for.
  ///
  /// @param before shares of the account that are counted before these
  Position split(BigDecimal ratio, Price inLieu, Quantity before) {
    Position scaled =
        new Position(
            symbol,
            entry.split(ratio),
            Fifo.scaled(lots, ratio, before),
            bought.times(ratio),
            spent,
            proceeds,
            fees,
            dividends);
    Quantity shares = scaled.quantity();
    Quantity counted = before.times(ratio);
    Quantity whole = counted.plus(shares).whole().minus(counted.whole());
    return whole.compareTo(shares) > 0
        ? scaled.topUp(whole.minus(shares), inLieu)
        : scaled.sell(shares.minus(whole), inLieu.times(shares.minus(whole)), Money.ZERO);
  }

  /// The newest lot gets a fraction of a share more, and costs what it costs.
  private Position topUp(Quantity fraction, Price price) {
    Money cost = price.times(fraction);
    Lot last = lots.getLast();
    List<Lot> next = new ArrayList<>(lots.subList(0, lots.size() - 1));
    next.add(new Lot(last.entry(), last.quantity().plus(fraction), last.cost().plus(cost)));
    return new Position(
        symbol, entry, next, bought.plus(fraction), spent.plus(cost), proceeds, fees, dividends);
  }

  /// The same shares of the same company under another ticker.
  Position under(Symbol ticker) {
    return new Position(ticker, entry, lots, bought, spent, proceeds, fees, dividends);
  }

  /// Both positions as one, entered when the first of them was.
  Position joined(Position other) {
    List<Lot> all = new ArrayList<>(lots);
    all.addAll(other.lots);
    all.sort(Comparator.comparingLong(lot -> lot.entry().seq()));
    return new Position(
        symbol,
        entry.seq() < other.entry.seq() ? entry : other.entry,
        all,
        bought.plus(other.bought),
        spent.plus(other.spent),
        proceeds.plus(other.proceeds),
        fees.plus(other.fees),
        dividends.plus(other.dividends));
  }

  Position credit(Money dividend) {
    return new Position(
        symbol, entry, lots, bought, spent, proceeds, fees, dividends.plus(dividend));
  }
}
