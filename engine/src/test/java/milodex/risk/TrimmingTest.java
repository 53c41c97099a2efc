package milodex.risk;

import static milodex.risk.Judged.STANDARD;
import static milodex.risk.Judged.sale;
import static milodex.risk.Judged.scene;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import milodex.ledger.Finding;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

class TrimmingTest {

  private static final Set<Integer> TRIMMING = Set.of(18, 19, 20, 24, 25);

  @Test
  void whatFitsComesBackUntouched() {
    Scene scene = new Scene();
    assertThat(trim(scene)).isEqualTo(scene.proposal());
  }

  @Test
  void eachLimitThatCutsIsNamedWithBothQuantities() {
    Scene scene =
        scene(
            big -> {
              big.quantity = Quantity.of(8_000);
              big.meanVolume = OptionalDouble.of(100_000);
              big.exposure.put(Symbol.of("OTHER"), Money.of(480_000));
            });

    Proposal trimmed = trim(scene);

    assertThat(trimmed.quantity()).isEqualTo(Quantity.of(1_000));
    assertThat(trimmed.trims())
        .containsExactly(
            "strategy position 30 %: 8000 -> 2400 shares",
            "total exposure 50 %: 2400 -> 2000 shares", "1 % of mean volume: 2000 -> 1000 shares");
  }

  @Test
  void cashIsNotOverdrawnBySlippageAndCommission() {
    Scene scene =
        scene(
            poor -> {
              poor.quantity = Quantity.of(1_000);
              poor.ownCash = Money.of(1_000);
            });

    assertThat(trim(scene).trims()).containsExactly("strategy cash $990.00: 1000 -> 98 shares");
  }

  @Test
  void notEvenOneShareLeavesTheProposalToTheGate() {
    Scene scene = scene(poor -> poor.ownCash = Money.of(5));

    assertThat(trim(scene)).isEqualTo(scene.proposal());
    assertThat(((Verdict.Refused) judge(trim(scene), scene)).codes())
        .containsExactly("insufficient_strategy_cash");
  }

  @Test
  void aSaleIsNeverTrimmed() {
    Scene naked = sale(6, 5, thin -> thin.meanVolume = OptionalDouble.of(10));
    assertThat(trim(naked)).isEqualTo(naked.proposal());
  }

  @Test
  void anUnlimitedPolicyTrimsToCashOnly() {
    Scene scene =
        scene(
            big -> {
              big.quantity = Quantity.of(90_000);
              big.ownCash = Money.of(100_000);
              big.meanVolume = OptionalDouble.empty();
            });

    Proposal trimmed =
        new RiskGate(RiskPolicy.unlimitedOf(STANDARD)).trim(scene.proposal(), scene.facts());

    assertThat(trimmed.quantity()).isEqualTo(Quantity.of(9_990));
    assertThat(trimmed.trims()).containsExactly("strategy cash $100000.00: 90000 -> 9990 shares");
  }

  @Test
  void theTrimmedQuantityPassesAndOneShareMoreWouldNot() {
    Random random = new Random(7);
    int cut = 0;
    for (int i = 0; i < 2_000; i++) {
      Scene scene = randomScene(random);
      Proposal asked = scene.proposal();
      Proposal trimmed = trim(scene);
      if (trimmed.equals(asked)) {
        boolean passes = breaches(asked, scene).isEmpty();
        boolean noShareFits = !breaches(asked.resized(Quantity.of(1), List.of()), scene).isEmpty();
        assertThat(passes || noShareFits).isTrue();
      } else {
        cut++;
        assertThat(breaches(trimmed, scene)).isEmpty();
        Quantity more = trimmed.quantity().plus(Quantity.of(1));
        assertThat(breaches(trimmed.resized(more, List.of()), scene)).isNotEmpty();
      }
    }
    assertThat(cut).isGreaterThan(500);
  }

  @Test
  void theLargestPurchaseThatPassesIsTheLargestThatCanBePaid() {
    Random random = new Random(8);
    for (int i = 0; i < 2_000; i++) {
      Scene scene = randomScene(random);
      Proposal proposal = scene.proposal();
      Money spendable = scene.ownCash.times(Fraction.ONE.minus(STANDARD.reserve()));
      boolean payable = proposal.cashNeed().compareTo(spendable) <= 0;

      Room room = SizeLimits.means(proposal, scene.facts(), STANDARD).all().get(0);

      assertThat(room.fits(proposal.quantity())).isEqualTo(payable);
      if (!room.largest().isZero()) {
        Proposal most = proposal.resized(room.largest(), List.of());
        Quantity next = room.largest().plus(Quantity.parse("0.000000001"));
        assertThat(most.cashNeed()).isLessThanOrEqualTo(spendable);
        assertThat(proposal.resized(next, List.of()).cashNeed()).isGreaterThan(spendable);
      }
    }
  }

  private static Scene randomScene(Random random) {
    return scene(
        scene -> {
          scene.price = new Price(Money.of(random.nextInt(1, 90_000)).amount().movePointLeft(2));
          scene.quantity = Quantity.of(random.nextInt(1, 3_000));
          scene.costs =
              new Costs(
                  Fraction.of(random.nextInt(30) / 1_000.0),
                  Money.of(random.nextInt(3)),
                  Fraction.of(random.nextInt(20) / 1_000.0),
                  Money.of(random.nextInt(9)));
          scene.ownCash = Money.of(random.nextInt(1, 90_000));
          scene.exposure.put(Symbol.of("OTHER"), Money.of(random.nextInt(520_000)));
          scene.sectorExposure = Money.of(random.nextInt(210_000));
          scene.ownExposure.put(Scene.SYMBOL, Money.of(random.nextInt(26_000)));
          scene.meanVolume = OptionalDouble.of(random.nextDouble() * 200_000);
        });
  }

  private static Proposal trim(Scene scene) {
    return new RiskGate(STANDARD).trim(scene.proposal(), scene.facts());
  }

  private static Verdict judge(Proposal proposal, Scene scene) {
    return new RiskGate(STANDARD).judge(proposal, scene.facts());
  }

  private static Set<Integer> breaches(Proposal proposal, Scene scene) {
    return judge(proposal, scene).findings().stream()
        .filter(finding -> finding.outcome() == Finding.Outcome.BREACH)
        .map(Finding::row)
        .filter(TRIMMING::contains)
        .collect(Collectors.toSet());
  }
}
