package milodex.risk;

import static milodex.risk.Judged.approved;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.money.Quantity;
import milodex.risk.Circumstances.Halts;
import milodex.risk.Circumstances.SentOrder;
import org.junit.jupiter.api.Test;

/// The operator can always get out: over random limits, holdings and orders.
class CoveredReductionTest {

  private static final List<Wrong> ADVISORY =
      Wrong.all().stream().filter(wrong -> !bindsReductions(wrong)).toList();

  /// What stops an exit whatever orders are out; a forbidden instrument may be sold.
  private static final List<Wrong> BINDING =
      Wrong.all().stream()
          .filter(CoveredReductionTest::bindsReductions)
          .filter(wrong -> !wrong.code().equals("instrument_forbidden"))
          .filter(wrong -> wrong.row() < 26)
          .toList();

  @Test
  void noLimitAndNoHoldingBlocksACoveredReduction() {
    Random random = new Random(9);
    for (int i = 0; i < 2_000; i++) {
      RiskPolicy policy = Limits.random(random);
      Scene exit = exitInTrouble(random, policy);

      assertThat(approved(policy, exit)).isTrue();
    }
  }

  @Test
  void whatIsMarkedToBindReductionsStillBinds() {
    Random random = new Random(10);
    for (int i = 0; i < 500; i++) {
      RiskPolicy policy = Limits.random(random);
      Scene exit = exitInTrouble(random, policy);
      Wrong wrong = BINDING.get(random.nextInt(BINDING.size()));
      wrong.how().accept(exit, policy);

      Verdict verdict = Judged.verdict(policy, exit);

      assertThat(verdict).isInstanceOf(Verdict.Refused.class);
      assertThat(((Verdict.Refused) verdict).codes()).containsExactly(wrong.code());
    }
  }

  /// Beside all that no exit minds, the operator does not mind a halt, nor an order alike that has
  /// ended.
  @Test
  void theOperatorCanGetOutOfAHaltAndRightAfterAnotherOrder() {
    Random random = new Random(12);
    for (int i = 0; i < 2_000; i++) {
      RiskPolicy policy = Limits.random(random);
      Scene exit = exitInTrouble(random, policy);
      exit.origin = Proposal.Origin.OPERATOR;
      exit.halts =
          new Halts(some(random), some(random), Optional.of("drawdown"), Optional.of("away"));
      OrderStatus ended =
          List.of(OrderStatus.FILLED, OrderStatus.CANCELLED, OrderStatus.EXPIRED)
              .get(random.nextInt(3));
      exit.recent.add(exit.sent(Scene.STRATEGY, Side.SELL, ended));

      assertThat(approved(policy, exit)).isTrue();

      exit.quantity = exit.covered.plus(Quantity.parse("0.000000001"));
      assertThat(approved(policy, exit)).isFalse();
    }
  }

  private static Optional<String> some(Random random) {
    return random.nextBoolean() ? Optional.of("a halt") : Optional.empty();
  }

  @Test
  void oneShareMoreThanIsCoveredIsRefused() {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      RiskPolicy policy = Limits.random(random);
      Scene exit = exitInTrouble(random, policy);
      exit.quantity = exit.covered.plus(Quantity.parse("0.000000001"));

      assertThat(((Verdict.Refused) Judged.verdict(policy, exit)).codes())
          .contains("uncovered_sell");
    }
  }

  /// A strategy sells what it owns and is not already selling, while everything else is wrong.
  private static Scene exitInTrouble(Random random, RiskPolicy policy) {
    Scene scene = new Scene();
    for (Wrong wrong : ADVISORY) {
      if (random.nextBoolean()) {
        wrong.how().accept(scene, policy);
      }
    }
    int owned = random.nextInt(1, 10_000);
    int selling = random.nextInt(owned);
    if (selling > 0) {
      scene.working.add(ownSale(scene, selling, random.nextBoolean()));
    }
    scene.side = Side.SELL;
    scene.covered = Quantity.of(owned - selling);
    scene.quantity = Quantity.of(random.nextInt(1, owned - selling + 1));
    if (random.nextBoolean()) {
      scene.halts =
          new Halts(
              Optional.empty(), Optional.empty(), Optional.of("drawdown"), Optional.of("away"));
    }
    if (random.nextBoolean()) {
      scene.forbiddenKind = Optional.of("an option");
    }
    return scene;
  }

  private static SentOrder ownSale(Scene scene, int shares, boolean unknown) {
    String intent = "an exit of before";
    return new SentOrder(
        ClientOrderIds.of(intent, 1),
        intent,
        Scene.STRATEGY,
        Scene.SYMBOL,
        Side.SELL,
        Quantity.of(shares),
        Quantity.ZERO,
        unknown ? OrderStatus.UNKNOWN : OrderStatus.PARTIALLY_FILLED,
        scene.now.minus(Duration.ofHours(1)));
  }

  private static boolean bindsReductions(Wrong wrong) {
    return Checks.all().get(wrong.row() - 1).bindsReductions();
  }
}
