package milodex.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.risk.Headroom.Reading;
import org.junit.jupiter.api.Test;

class HeadroomsTest {

  private static final Symbol OTHER = Symbol.of("OTHER");
  private static final RiskPolicy POLICY = RiskPolicy.standard();

  /// The gate takes an order for what is free, and none for a share more.
  @Test
  void whatIsFreeIsExactlyWhatTheChecksLetThrough() {
    Seeds.forEachSeed(
        200,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          Scene scene = new Scene();
          scene.exposure.put(Scene.SYMBOL, Money.of(random.nextInt(0, 90_000)));
          scene.exposure.put(OTHER, Money.of(random.nextInt(0, 400_000)));
          Circumstances facts = scene.facts();
          Usage usage = new Usage(new TreeMap<>(facts.account().exposure()), new TreeMap<>());
          List<Headroom> all = Headrooms.account(facts.account(), usage, new TreeMap<>(), POLICY);

          Money position = free(all, "account position " + Scene.SYMBOL);
          Money total = free(all, "total exposure");
          Money order = free(all, "account order value");
          agrees(18, position.compareTo(order) < 0 ? position : order, scene);
          agrees(19, total, scene);
        });
  }

  @Test
  void whatIsReservedTakesRoomAsWhatIsHeldDoes() {
    Circumstances facts = new Scene().facts();
    Usage usage =
        new Usage(
            new TreeMap<>(Map.of(OTHER, Money.of(1_000))),
            new TreeMap<>(Map.of(OTHER, Money.of(500), Scene.SYMBOL, Money.of(20))));

    List<Headroom> all = Headrooms.account(facts.account(), usage, new TreeMap<>(), POLICY);

    assertThat(reading(all, "total exposure"))
        .isEqualTo(
            new Reading.Dollars(
                facts.account().equity().times(Fraction.parse("0.5")),
                Money.of(1_000),
                Money.of(520),
                facts.account().equity().times(Fraction.parse("0.5")).minus(Money.of(1_520))));
    assertThat(usage.exposure().get(OTHER)).isEqualTo(Money.of(1_500));
    assertThat(Headrooms.positions(Set.of(OTHER), Set.of(OTHER, Scene.SYMBOL), POLICY).reading())
        .isEqualTo(new Reading.Count(10, 1, 1, 8));
  }

  @Test
  void aLossTakesRoomAndAGainAddsIt() {
    Scene scene = new Scene();
    scene.equity = scene.peakEquity.minus(Money.of(10_000));
    Circumstances.Account account = scene.facts().account();
    Usage none = new Usage(new TreeMap<>(), new TreeMap<>());

    Reading drawdown =
        reading(Headrooms.account(account, none, new TreeMap<>(), POLICY), "account drawdown");

    assertThat(drawdown)
        .isEqualTo(
            new Reading.Dollars(
                scene.peakEquity.times(Fraction.parse("0.1")),
                Money.of(10_000),
                Money.ZERO,
                scene.peakEquity.times(Fraction.parse("0.1")).minus(Money.of(10_000))));
  }

  @Test
  void theFirstSessionHasNoDailyLossAndSaysSo() {
    Circumstances.Account account =
        new Circumstances.Account(
            Money.of(100),
            Optional.empty(),
            Money.of(100),
            Money.of(100),
            new TreeMap<>(),
            new TreeSet<>());
    Usage none = new Usage(new TreeMap<>(), new TreeMap<>());

    assertThat(
            reading(
                Headrooms.account(account, none, new TreeMap<>(), POLICY), "account daily loss"))
        .isEqualTo(new Reading.Unknown("the first session has no previous close"));
  }

  @Test
  void whatIsNotKnownIsUnknownAndNeverZero() {
    assertThat(Headrooms.unknownAccount(POLICY, "no price"))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.reading()).isEqualTo(new Reading.Unknown("no price")));
    assertThat(Headrooms.unknownCash(POLICY, "no broker").reading())
        .isEqualTo(new Reading.Unknown("no broker"));
  }

  @Test
  void anUnknownCorrelationCountsAsOneBet() {
    SortedMap<Symbol, Double> known = new TreeMap<>();
    List<Headroom> unknown =
        Headrooms.bets(
            Set.of(OTHER, Scene.SYMBOL),
            Set.of(),
            (_, other) -> Optional.ofNullable(known.get(other)),
            POLICY);
    List<Headroom> apart =
        Headrooms.bets(Set.of(OTHER, Scene.SYMBOL), Set.of(), (_, _) -> Optional.of(0.1), POLICY);

    assertThat(unknown)
        .extracting(Headroom::reading)
        .containsOnly(new Reading.Count(2, 2, 0, 0))
        .hasSize(2);
    assertThat(apart).extracting(Headroom::reading).containsOnly(new Reading.Count(2, 1, 0, 1));
  }

  private static void agrees(int row, Money free, Scene scene) {
    if (!free.isPositive()) {
      return;
    }
    long shares = free.amount().divideToIntegralValue(scene.price.value()).longValueExact();
    if (shares > 0) {
      scene.quantity = Quantity.of(shares);
      assertThat(account(row, scene)).isNotEqualTo("BREACH");
    }
    scene.quantity = Quantity.of(shares + 1);
    assertThat(account(row, scene)).isEqualTo("BREACH");
  }

  /// The limits of the strategy are so wide that only those of the account bind.
  private static String account(int row, Scene scene) {
    scene.limits = new StrategyLimits(Fraction.ONE, 1_000, Fraction.ONE);
    scene.ownEquity = Money.of(1_000_000_000);
    return Judged.finding(row, POLICY, scene).outcome().name();
  }

  private static Money free(List<Headroom> all, String name) {
    return ((Reading.Dollars) reading(all, name)).free();
  }

  private static Reading reading(List<Headroom> all, String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow().reading();
  }
}
