package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milodex.Script;
import milodex.TinyMarket;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.MemoryLedger;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;
import milodex.market.NewYork;
import milodex.market.Symbol;
import org.junit.jupiter.api.Test;

/// Two ledgers tell the same story, or the first place where they do not is named.
class ParityTest {

  private static final ClientOrderId ORDER = new ClientOrderId("mdx-1");
  private static final Symbol SYMBOL = Symbol.of("ACME");

  private final List<Event> story = story();

  @Test
  void theSameStoryIsTheSameWhateverRunnerAndGateSayBetween() {
    MemoryLedger other = new MemoryLedger();
    for (Event event : story) {
      if (!(event.fact() instanceof RunnerFact) && !(event.fact() instanceof RiskFact)) {
        other.append(event.at(), Draft.of(event.key(), event.fact()));
      }
    }

    Parity parity = Parity.of(of(story), other);

    assertThat(parity.difference()).isEmpty();
    assertThat(parity.compared()).isEqualTo(other.head().seq());
  }

  @Test
  void fromTheFirstOrderByHandOnNothingIsCompared() {
    int at = lastDecision();
    MemoryLedger ours = of(story.subList(0, at));
    Event next = story.get(at);
    ours.append(next.at(), Draft.of("cancel", new Fact.CancelRequested(ORDER, SYMBOL, "mine")));
    ours.append(next.at().plusSeconds(9), Draft.of("other", story.getFirst().fact()));

    Parity parity = Parity.of(ours, of(story));

    assertThat(parity.difference()).isEmpty();
    assertThat(parity.byHand()).isEqualTo(1);
    assertThat(parity.compared()).isPositive().isLessThanOrEqualTo(at);
  }

  @Test
  void whatDiffersBeforeTheFirstOrderByHandIsStillNamed() {
    MemoryLedger ours = of(story.subList(0, 1));
    Event next = story.get(lastDecision());
    ours.append(next.at().plusSeconds(1), Draft.of("late", next.fact()));
    ours.append(
        next.at().plusSeconds(2),
        Draft.of("cancel", new Fact.CancelRequested(ORDER, SYMBOL, "mine")));

    assertThat(Parity.of(ours, of(story)).difference()).isPresent();
  }

  @Test
  void whereOneEndsEarlierTheNextOfTheOtherIsNamed() {
    List<Event> shorter = story.subList(0, lastDecision());

    assertThat(Parity.of(of(shorter), of(story)).difference())
        .contains(
            "only the backtest has strategy.evaluated of "
                + NewYork.second(story.get(lastDecision()).at())
                + " New York");
    assertThat(Parity.of(of(story), of(shorter)).difference())
        .contains(
            "only the rehearsal has strategy.evaluated of "
                + NewYork.second(story.get(lastDecision()).at())
                + " New York");
  }

  @Test
  void aFactOfAnotherKindIsNamedWithBoth() {
    MemoryLedger ours = of(story.subList(0, 2));
    MemoryLedger theirs = of(story.subList(0, 2));
    Event first = story.get(lastDecision());
    ours.append(first.at(), Draft.of("a", first.fact()));
    theirs.append(first.at().plusSeconds(1), Draft.of("a", first.fact()));

    assertThat(Parity.of(ours, theirs).difference())
        .contains(
            "the rehearsal has strategy.evaluated of %s, the backtest strategy.evaluated of %s"
                .formatted(
                    NewYork.second(first.at()) + " New York",
                    NewYork.second(first.at().plusSeconds(1)) + " New York"));
  }

  @Test
  void aValueThatDiffersIsNamedWithBothValues() {
    Fact.BooksOpened opened = (Fact.BooksOpened) story.getFirst().fact();
    MemoryLedger theirs = new MemoryLedger();
    theirs.append(
        story.getFirst().at(),
        Draft.of(
            "books",
            new Fact.BooksOpened(
                opened.window(),
                "another",
                opened.from(),
                opened.to(),
                opened.idleCash(),
                opened.allocated())));

    Optional<String> difference = Parity.of(of(story), theirs).difference();

    assertThat(difference.orElseThrow())
        .startsWith("books.opened of " + NewYork.second(story.getFirst().at()) + " New York")
        .contains("label", "another", "rehearsal");
  }

  private int lastDecision() {
    for (int i = story.size() - 1; i > 0; i--) {
      if (story.get(i).fact() instanceof Fact.StrategyEvaluated) {
        return i;
      }
    }
    throw new AssertionError("nothing was decided");
  }

  private static List<Event> story() {
    TinyMarket market = TinyMarket.of("2024-03-07", "2024-03-11").bars("ACME", "50/50 50/50 60/60");
    TinyRehearsals rehearsal =
        TinyRehearsals.of(market, new Script().buy("2024-03-07", "ACME", 0.5));
    assertThat(rehearsal.run().difference()).isEmpty();
    return rehearsal.events();
  }

  private static MemoryLedger of(List<Event> events) {
    MemoryLedger ledger = new MemoryLedger();
    for (Event event : events) {
      Instant at = event.at();
      ledger.append(at, Draft.of(event.key(), event.fact()));
    }
    return ledger;
  }
}
