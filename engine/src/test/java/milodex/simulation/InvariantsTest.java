package milodex.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;
import milodex.ledger.Side;
import milodex.money.Money;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

/// Each invariant is shown to break: a life in which all hold is told again with one fact changed.
class InvariantsTest {

  private final Life life = new Life(3, 12, 0, 8);
  private final List<String> broken = life.live();

  @Test
  void allHoldInTheLifeAsItWas() {
    assertThat(broken).isEmpty();
    assertThat(life.broken(retold(_ -> Optional.empty()))).isEmpty();
  }

  @Test
  void anOrderWithoutAnApprovalIsSeen() {
    assertThat(
            life.broken(
                retold(
                    fact ->
                        fact instanceof Fact.ProposalJudged judged && judged.approved()
                            ? Optional.of(refused(judged))
                            : Optional.empty())))
        .anyMatch(says -> says.contains("left without a verdict"));
  }

  @Test
  void aFillThatIsBookedACentTooDearIsSeen() {
    assertThat(
            life.broken(
                retold(
                    fact ->
                        fact instanceof Fact.FillRecorded(Fill fill)
                            ? Optional.of(new Fact.FillRecorded(dearer(fill)))
                            : Optional.empty())))
        .anyMatch(says -> says.contains("books and broker differ: cash"));
  }

  @Test
  void anOrderThatIsNotInTheLedgerIsSeen() {
    assertThat(
            life.broken(
                retold(
                    fact ->
                        fact instanceof Fact.OrderSubmitted order && order.side() == Side.BUY
                            ? Optional.of(note())
                            : Optional.empty())))
        .anyMatch(says -> says.contains("which is not in the ledger"));
  }

  @Test
  void aCloseThatNobodyDecidedOnIsSeen() {
    assertThat(life.broken(retold(fact -> forgotten(fact, Fact.StrategyEvaluated.class))))
        .anyMatch(says -> says.contains("neither decided on the close"));
  }

  @Test
  void anOrderThatLeftInAHaltIsSeen() {
    RiskFact.HaltTripped halt =
        new RiskFact.HaltTripped(
            "1", HaltScope.ACCOUNT, HaltMode.REDUCE_ONLY, "operator", "no", new TreeMap<>());

    assertThat(
            life.broken(
                retold(
                    fact ->
                        fact instanceof RunnerFact.MomentPassed passed
                                && passed.moment().equals("2023-01-03 begins")
                            ? Optional.of(halt)
                            : Optional.empty())))
        .anyMatch(says -> says.contains("left in the halt 1"));
  }

  @Test
  void aSaleByHandOfMoreThanIsOwnedIsSeen() {
    assertThat(
            life.broken(
                retold(
                    fact ->
                        fact instanceof Fact.OrderSubmitted order
                                && order.side() == Side.SELL
                                && order.intent().contains("/operator/")
                            ? Optional.of(
                                new Fact.OrderSubmitted(
                                    order.order(),
                                    order.intent(),
                                    order.strategy(),
                                    order.symbol(),
                                    order.side(),
                                    Quantity.of(99_999)))
                            : Optional.empty())))
        .anyMatch(says -> says.contains("sold 99999 by hand"));
  }

  @Test
  void anOrderOfAWishThatWasOverIsSeen() {
    assertThat(
            life.broken(
                retold(
                    fact ->
                        fact instanceof Fact.ProposalJudged judged && judged.approved()
                            ? Optional.of(
                                new Fact.IntentClosed(
                                    judged.intent(),
                                    judged.strategy(),
                                    Fact.IntentClosed.Outcome.WITHDRAWN,
                                    "a whim"))
                            : Optional.empty())))
        .anyMatch(says -> says.contains("left after its wish was over"));
  }

  @Test
  void anOrderWhoseEndWasNeverHeardOfIsSeen() {
    assertThat(life.broken(retold(fact -> forgotten(fact, Fact.OrderReported.class))))
        .anyMatch(says -> says.contains("is still UNKNOWN"));
  }

  private static Optional<Fact> forgotten(Fact fact, Class<? extends Fact> kind) {
    return kind.isInstance(fact) ? Optional.of(note()) : Optional.empty();
  }

  private static Fact note() {
    return new Fact.WouldTrip(LocalDate.EPOCH, "code", "nothing");
  }

  private static Fill dearer(Fill fill) {
    return new Fill(
        fill.executionId(),
        fill.order(),
        fill.strategy(),
        fill.symbol(),
        fill.side(),
        fill.quantity(),
        fill.price(),
        fill.fee().plus(Money.parse("0.01")),
        fill.session(),
        fill.rule(),
        fill.entryFacts());
  }

  private static Fact refused(Fact.ProposalJudged judged) {
    return new Fact.ProposalJudged(
        judged.intent(),
        judged.strategy(),
        judged.symbol(),
        judged.side(),
        judged.quantity(),
        judged.price(),
        false,
        judged.findings(),
        judged.trims(),
        judged.policy());
  }

  /// The same events, each fact as it was or another in its place.
  private Ledger retold(Function<Fact, Optional<Fact>> instead) {
    MemoryLedger other = new MemoryLedger();
    life.ledger()
        .replay(
            (Event event) ->
                other.append(
                    event.at(),
                    Draft.because(
                        event.cause(),
                        event.key(),
                        instead.apply(event.fact()).orElse(event.fact()))));
    return other;
  }
}
