package milodex.risk;

import static milodex.risk.Judged.STANDARD;
import static milodex.risk.Judged.sale;
import static milodex.risk.Judged.scene;
import static milodex.risk.Judged.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import milodex.ledger.Finding;
import milodex.ledger.Finding.Outcome;
import milodex.ledger.Intent;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class RiskGateTest {

  @Test
  void aPurchaseInOrderBecomesAnApprovedOrder() {
    Verdict verdict = verdict(STANDARD, new Scene());

    assertThat(verdict).isInstanceOf(Verdict.Approved.class);
    ApprovedOrder order = ((Verdict.Approved) verdict).order();
    assertThat(order.id()).isEqualTo(ClientOrderIds.of("proof-BUY", 1));
    assertThat(order.intent()).isEqualTo(new Scene().intent());
    assertThat(order.strategy()).isEqualTo(Scene.STRATEGY);
    assertThat(order.symbol()).isEqualTo(Scene.SYMBOL);
    assertThat(order.side()).isEqualTo(Side.BUY);
    assertThat(order.quantity()).isEqualTo(Quantity.of(1));
  }

  @Test
  void oneBreachRefusesAndAllBreachesAreKept() {
    Scene scene =
        scene(
            broken -> {
              broken.ordersInLastMinute = 10;
              broken.reconciledOn = Optional.empty();
              broken.meanVolume = OptionalDouble.empty();
            });

    assertThat(((Verdict.Refused) verdict(STANDARD, scene)).codes())
        .containsExactly(
            "reconciliation_required", "order_rate_exceeded", "max_adv_share_exceeded");
  }

  @Test
  void whatStandsAgainstAnExitIsKeptAsAdvice() {
    Scene exit = sale(5, 5, broken -> broken.equity = Money.of(100));

    Verdict verdict = verdict(STANDARD, exit);
    assertThat(verdict).isInstanceOf(Verdict.Approved.class);
    assertThat(verdict.findings().stream().filter(f -> f.outcome() == Outcome.ADVISORY))
        .extracting(Finding::code)
        .containsExactly("daily_loss_cap_exceeded", "drawdown_limit_exceeded");
  }

  @Test
  void aSaleOfMoreThanIsCoveredIsJudgedLikeAnEntry() {
    Scene naked = sale(6, 5, broken -> broken.equity = Money.of(100));

    assertThat(((Verdict.Refused) verdict(STANDARD, naked)).codes())
        .containsExactly("daily_loss_cap_exceeded", "drawdown_limit_exceeded", "uncovered_sell");
  }

  @Test
  void aCheckThatThrowsIsABreachAndTheOthersStillRun() {
    RiskGate gate = gateWith(failing(19, false));
    Scene scene = scene(broken -> broken.ordersInLastMinute = 10);

    Verdict verdict = gate.judge(scene.proposal(), scene.facts());

    assertThat(((Verdict.Refused) verdict).codes())
        .containsExactly("order_rate_exceeded", "check_failed");
    assertThat(verdict.findings()).hasSize(28);
    assertThat(verdict.findings().get(18).says())
        .isEqualTo("java.lang.ArithmeticException: no such number");
  }

  @Test
  void aFailingCheckStopsAnExitOnlyIfItsRowCould() {
    Scene exit = sale(5, 5, unbroken -> {});

    assertThat(gateWith(failing(19, false)).judge(exit.proposal(), exit.facts()))
        .isInstanceOf(Verdict.Approved.class);
    assertThat(gateWith(failing(27, true)).judge(exit.proposal(), exit.facts()))
        .isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void aMeasureThatThrowsCutsNothingAndTheGateRefuses() {
    Check failing =
        new SizeCheck(
            19,
            "fails",
            true,
            List.of(),
            (proposal, facts, policy) -> {
              throw new IllegalStateException("cannot measure");
            });
    Scene scene = new Scene();
    RiskGate gate = gateWith(failing);

    Proposal trimmed = gate.trim(scene.proposal(), scene.facts());

    assertThat(trimmed).isEqualTo(scene.proposal());
    assertThat(((Verdict.Refused) gate.judge(trimmed, scene.facts())).codes())
        .containsExactly("check_failed");
  }

  @Test
  void factsOfAnotherSymbolOrStrategyAreACallersMistake() {
    RiskGate gate = new RiskGate(STANDARD);
    Scene scene = new Scene();
    Proposal otherSymbol = proposal(Scene.STRATEGY, Symbol.of("OTHER"));
    Proposal otherStrategy = proposal(Scene.SIBLING, Scene.SYMBOL);

    for (Proposal other : List.of(otherSymbol, otherStrategy)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> gate.judge(other, scene.facts()))
          .withMessageContaining("cannot judge");
      assertThatIllegalArgumentException().isThrownBy(() -> gate.trim(other, scene.facts()));
    }
  }

  @Test
  void anUnlimitedPolicyStillRunsEveryCheckAndSaysSo() {
    RiskPolicy unlimited = RiskPolicy.unlimitedOf(STANDARD);
    Scene scene =
        scene(
            wild -> {
              wild.equity = Money.of(100);
              wild.ordersInLastMinute = 99;
              wild.entriesToday = 99;
              wild.hold(30);
              wild.held.forEach(symbol -> wild.ownExposure.put(symbol, Money.of(1_000)));
              wild.meanVolume = OptionalDouble.empty();
              wild.ownEquity = Money.of(1);
            });

    Verdict verdict = verdict(unlimited, scene);

    assertThat(verdict).isInstanceOf(Verdict.Approved.class);
    assertThat(verdict.findings().stream().filter(f -> f.says().startsWith("unlimited; ")))
        .extracting(Finding::row)
        .containsExactly(12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 25);
  }

  @Test
  void anUnlimitedPolicyLiftsNumbersAndNothingElse() {
    RiskPolicy unlimited = RiskPolicy.unlimitedOf(STANDARD);

    Stream<Integer> binding =
        Wrong.all().stream()
            .filter(
                wrong -> {
                  Scene scene = new Scene();
                  wrong.how().accept(scene, unlimited);
                  return verdict(unlimited, scene) instanceof Verdict.Refused refused
                      && refused.codes().contains(wrong.code());
                })
            .map(Wrong::row)
            .distinct();

    assertThat(binding).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 24, 26, 27, 28);
  }

  @Test
  void nothingIsNoOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scene(empty -> empty.quantity = Quantity.ZERO).proposal());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scene(empty -> empty.attempt = 0).proposal());
  }

  @Test
  void anAttemptWhoseOutcomeIsUnknownIsNotSentAgain() {
    Scene scene = new Scene();
    scene.working.add(
        new Circumstances.SentOrder(
            ClientOrderIds.of(scene.intent().id(), 1),
            scene.intent().id(),
            Scene.STRATEGY,
            Scene.SYMBOL,
            Side.BUY,
            Quantity.of(1),
            Quantity.ZERO,
            OrderStatus.UNKNOWN,
            scene.now));

    assertThat(((Verdict.Refused) verdict(STANDARD, scene)).codes())
        .containsExactly("duplicate_order", "unknown_outstanding");
  }

  private static Proposal proposal(StrategyId strategy, Symbol symbol) {
    Intent intent = new Scene().intent();
    return Proposal.automated(
        new Intent(
            "other",
            strategy,
            symbol,
            Side.BUY,
            Fraction.ONE,
            Optional.empty(),
            "rule",
            intent.decidedOn(),
            intent.worksOn(),
            Optional.empty(),
            intent.decisionPrice(),
            new TreeMap<>()),
        1,
        Quantity.of(1),
        Price.parse("10"),
        Costs.slippage(Fraction.ZERO),
        Quantity.ZERO);
  }

  private static RiskGate gateWith(Check replacement) {
    return new RiskGate(
        STANDARD,
        Checks.all().stream()
            .map(check -> check.row() == replacement.row() ? replacement : check)
            .toList());
  }

  private static Check failing(int row, boolean bindsReductions) {
    return new FactCheck(
        row,
        "fails",
        bindsReductions,
        false,
        List.of(),
        (proposal, facts, policy) -> {
          throw new ArithmeticException("no such number");
        });
  }
}
