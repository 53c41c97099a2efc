package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Finding;
import milodex.ledger.MemoryLedger;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

/// An order is explained if a rule led to it, step by step.
class ExplainedTest {

  private static final StrategyId ID = StrategyId.parse("regime.daily.sma200_rotation.spy_shy.v1");
  private static final Symbol SPY = Symbol.of("SPY");
  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
  private static final Finding CHECK = new Finding(1, "stage", Finding.Outcome.CLEAR, "", "fine");
  private static final Fact ORDER =
      new Fact.OrderSubmitted(new ClientOrderId("mdx-1"), "i", ID, SPY, Side.BUY, Quantity.of(10));

  @Test
  void anOrderThatGoesBackToARuleIsExplained() {
    assertThat(
            holds(
                Draft.of("1", decided("regime.risk_on")),
                Draft.then("2", judged(List.of(CHECK))),
                Draft.then("3", ORDER)))
        .isTrue();
  }

  @Test
  void anOrderWithoutACauseARuleWithoutANameAndAJudgementWithoutChecksAreNot() {
    assertThat(holds(Draft.of("1", decided("regime.risk_on")), Draft.of("2", ORDER))).isFalse();
    assertThat(holds(Draft.of("1", decided(" ")), Draft.then("2", ORDER))).isFalse();
    assertThat(
            holds(
                Draft.of("1", decided("regime.risk_on")),
                Draft.then("2", judged(List.of())),
                Draft.then("3", ORDER)))
        .isFalse();
  }

  private static boolean holds(Draft... drafts) {
    MemoryLedger ledger = new MemoryLedger();
    ledger.append(Instant.EPOCH, List.of(drafts));
    return Explained.holds(ledger);
  }

  private static Fact decided(String rule) {
    return new Fact.StrategyEvaluated(
        ID, DAY, rule, Money.ZERO, Money.ZERO, 0, List.of(), List.of(), new TreeMap<>());
  }

  private static Fact judged(List<Finding> findings) {
    return new Fact.ProposalJudged(
        "i",
        ID,
        SPY,
        Side.BUY,
        Quantity.of(10),
        Price.parse("505"),
        true,
        findings,
        List.of(),
        "a".repeat(64));
  }
}
