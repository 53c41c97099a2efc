package milodex.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;

/// Rows 18 to 20, 24 and 25: how many shares each limit leaves room for.
///
/// Values are taken at the observable price; money to be spent includes slippage and commission.
final class SizeLimits {

  private static final int DECIMALS = 9;
  private static final Rooms SALE = Rooms.none("a sale adds no exposure");

  private SizeLimits() {}

  static Rooms position(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    if (isSale(proposal)) {
      return SALE;
    }
    Symbol symbol = proposal.intent().symbol();
    return Rooms.of(
        room(Scope.ACCOUNT, ShareLimit.orderValue(facts.account(), policy), Money.ZERO, proposal),
        room(
            Scope.ACCOUNT,
            ShareLimit.position(facts.account(), policy),
            held(facts.account().exposure(), symbol),
            proposal),
        room(
            Scope.STRATEGY,
            ShareLimit.position(facts.strategy()),
            held(facts.strategy().exposure(), symbol),
            proposal));
  }

  static Rooms totalExposure(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    if (isSale(proposal)) {
      return SALE;
    }
    Money used = facts.account().exposure().values().stream().reduce(Money.ZERO, Money::plus);
    return Rooms.of(room(Scope.ACCOUNT, ShareLimit.total(facts.account(), policy), used, proposal));
  }

  static Rooms sectorExposure(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    if (isSale(proposal)) {
      return SALE;
    }
    Symbol symbol = proposal.intent().symbol();
    if (facts.instrument().broadFund()) {
      return Rooms.none(symbol + " is a broad fund and has no sector");
    }
    if (facts.instrument().sector().isEmpty()) {
      return Rooms.none("warning: the sector of " + symbol + " is unknown, so nothing limits it");
    }
    String sector = facts.instrument().sector().get();
    return Rooms.of(
        room(
            Scope.ACCOUNT,
            ShareLimit.sector(sector, facts.account(), policy),
            facts.instrument().sectorExposure(),
            proposal));
  }

  /// What the strategy can pay for or, in a sale, has to sell; the account never goes short.
  static Rooms means(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    return switch (proposal.intent().side()) {
      case BUY ->
          Rooms.of(
              cash(Scope.STRATEGY, CashLimit.own(facts.strategy(), policy), proposal),
              cash(Scope.ACCOUNT, CashLimit.buyingPower(facts.account(), policy), proposal));
      case SELL ->
          Rooms.of(
              new Room(
                  Scope.STRATEGY,
                  "uncovered_sell",
                  () -> "own shares",
                  proposal.covered(),
                  () ->
                      "sells "
                          + proposal.quantity()
                          + " of "
                          + proposal.covered()
                          + " shares the strategy owns and is not already selling"));
    };
  }

  static Rooms liquidity(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    OptionalDouble known = facts.instrument().meanVolume();
    Supplier<String> limit = () -> Figures.percent(policy.maxVolumeShare()) + " of mean volume";
    if (known.isEmpty() || !Double.isFinite(known.getAsDouble()) || known.getAsDouble() <= 0) {
      Supplier<String> says =
          () -> "the mean volume of 20 sessions is unknown, at most " + limit.get();
      return Rooms.of(
          new Room(Scope.ACCOUNT, "max_adv_share_exceeded", limit, Quantity.ZERO, says));
    }
    BigDecimal volume = BigDecimal.valueOf(known.getAsDouble());
    BigDecimal shares = proposal.quantity().shares();
    Supplier<String> says =
        () ->
            shares.toPlainString()
                + " shares are "
                + Figures.percent(shares, volume)
                + " of the mean volume of 20 sessions, at most "
                + Figures.percent(policy.maxVolumeShare());
    Quantity largest = new Quantity(volume.multiply(policy.maxVolumeShare().value()));
    return Rooms.of(new Room(Scope.ACCOUNT, "max_adv_share_exceeded", limit, largest, says));
  }

  private static Room room(Scope scope, ShareLimit limit, Money used, Proposal proposal) {
    Supplier<String> says =
        () -> {
          Money asked = used.plus(proposal.value());
          return limit.name()
              + " "
              + Figures.dollars(asked)
              + " = "
              + Figures.percent(asked, limit.of())
              + ", at most "
              + Figures.percent(limit.share())
              + " = "
              + Figures.dollars(limit.limit());
        };
    Quantity largest = affordable(limit.free(used), proposal.price().value());
    return new Room(
        scope,
        limit.code(),
        () -> limit.name() + " " + Figures.percent(limit.share()),
        largest,
        says);
  }

  private static Room cash(Scope scope, CashLimit limit, Proposal proposal) {
    Money spendable = limit.spendable();
    Supplier<String> says =
        () ->
            "needs "
                + Figures.dollars(proposal.cashNeed())
                + " with costs of "
                + limit.name()
                + " "
                + Figures.dollars(spendable)
                + " after a reserve of "
                + Figures.percent(limit.reserve());
    Quantity largest = proposal.costs().affordable(spendable, proposal.price());
    return new Room(
        scope, limit.code(), () -> limit.name() + " " + Figures.dollars(spendable), largest, says);
  }

  private static Quantity affordable(Money money, BigDecimal perShare) {
    return money.isPositive()
        ? new Quantity(money.amount().divide(perShare, DECIMALS, RoundingMode.DOWN))
        : Quantity.ZERO;
  }

  private static Money held(Map<Symbol, Money> exposure, Symbol symbol) {
    return exposure.getOrDefault(symbol, Money.ZERO);
  }

  private static boolean isSale(Proposal proposal) {
    return proposal.intent().side() == Side.SELL;
  }
}
