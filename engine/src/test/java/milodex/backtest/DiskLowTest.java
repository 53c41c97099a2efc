package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import milodex.Script;
import milodex.TinyMarket;
import milodex.execution.Incident;
import milodex.execution.KillSwitch;
import milodex.execution.SendLock;
import milodex.ledger.Fact;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.RiskFact.TroubleFound;
import milodex.market.Symbol;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

/// The disk runs full while ACME is held: its exit is filled, and OTHER waits for the operator.
class DiskLowTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final Symbol OTHER = Symbol.of("OTHER");
  private static final String SAYS = "7 MiB are free, and 256 MiB have to be";

  private Optional<String> shortage = Optional.empty();
  private final TinyPaper paper = new TinyPaper(market(), script()).shortage(() -> shortage);

  private static TinyMarket market() {
    return TinyMarket.of("2024-03-07", "2024-03-14")
        .bars("ACME", "50/50 50/50 52/54 54/54 54/54 54/54")
        .bars("OTHER", "20/20 20/20 20/20 20/20 22/22 22/22");
  }

  private static Script script() {
    return new Script()
        .buy("2024-03-07", "ACME", 0.4)
        .sell("2024-03-11", "ACME")
        .buy("2024-03-11", "OTHER", 0.4)
        .buy("2024-03-12", "OTHER", 0.4)
        .buy("2024-03-13", "OTHER", 0.4);
  }

  @Test
  void onADiskThatRunsFullExitsAreFilledAndEntriesWaitForTheOperator() {
    evenings("2024-03-06", "2024-03-07", "2024-03-08", "2024-03-11");
    assertThat(held(ACME)).isEqualTo(Quantity.of(79));

    shortage = Optional.of(SAYS);
    int before = paper.story().size();
    evenings("2024-03-12");

    assertThat(paper.story().subList(before, paper.story().size()))
        .satisfiesExactly(
            line -> assertThat(line).contains("trouble disk_low account: " + SAYS),
            line -> assertThat(line).contains("HALTED", "account reduce-only: disk_low"),
            line -> assertThat(line).contains("verified"),
            line -> assertThat(line).contains("sold 79 ACME"),
            line -> assertThat(line).contains("refused BUY OTHER: strategy_halted"),
            line -> assertThat(line).contains("REFUSED BUY OTHER"),
            line -> assertThat(line).contains("wants BUY OTHER"));
    assertThat(held(ACME)).isEqualTo(Quantity.ZERO);
    Incident open = open().getFirst();
    assertThat(open.tripped().scope()).isEqualTo(HaltScope.ACCOUNT);
    assertThat(open.tripped().mode()).isEqualTo(HaltMode.REDUCE_ONLY);
    assertThat(open.tripped().says()).isEqualTo(SAYS);

    shortage = Optional.empty();
    evenings("2024-03-13");
    assertThat(held(OTHER)).isEqualTo(Quantity.ZERO);
    reset("2024-03-13T18:00");
    evenings("2024-03-14");
    assertThat(held(OTHER).isZero()).isFalse();
    assertThat(open()).isEmpty();
  }

  @Test
  void aResetWhileItIsStillFullHoldsUntilTheNextSessionBegins() {
    shortage = Optional.of(SAYS);
    evenings("2024-03-06", "2024-03-07");
    String first = open().getFirst().id();
    evenings("2024-03-08");
    assertThat(open()).extracting(Incident::id).containsExactly(first);
    assertThat(paper.facts(TroubleFound.class)).hasSize(2);

    reset("2024-03-08T18:00");
    paper.at("2024-03-08T19:00");
    assertThat(open()).isEmpty();
    evenings("2024-03-11");

    assertThat(open()).hasSize(1).extracting(Incident::id).doesNotContain(first);
    assertThat(paper.facts(Fact.OrderSubmitted.class)).isEmpty();
  }

  /// Every evening at five the bars of the day are there.
  private void evenings(String... sessions) {
    for (String session : sessions) {
      paper.imports(session).at(session + "T17:00");
    }
  }

  private void reset(String time) {
    new KillSwitch(paper.books(), Optional.empty(), SendLock.alone())
        .reset(open().getFirst().id(), "made room", TinyPaper.instant(time));
  }

  private List<Incident> open() {
    return paper.books().halts().open();
  }

  private Quantity held(Symbol symbol) {
    return paper.books().portfolio().held(symbol);
  }
}
