package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import milodex.Script;
import milodex.TinyMarket;
import milodex.execution.Acknowledgement;
import milodex.execution.ActiveStrategy;
import milodex.execution.Alert;
import milodex.execution.Books;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Finding;
import milodex.ledger.Ledger;
import milodex.ledger.RiskFact.AlertAcknowledged;
import milodex.ledger.RiskFact.HaltTripped;
import milodex.ledger.RunnerFact.MomentMissed;
import milodex.market.Symbol;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

/// The bars of Friday come on Monday evening: nothing could be decided on Friday's close. What is
/// wished on Monday's close waits until the operator has looked at that.
class PaperAlertsTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final Symbol OTHER = Symbol.of("OTHER");

  private final TinyPaper paper = new TinyPaper(market(), script());

  private static TinyMarket market() {
    return TinyMarket.of("2024-03-07", "2024-03-14")
        .bars("ACME", "50/50 50/50 52/54 54/54 54/54 54/54")
        .bars("OTHER", "20/20 20/20 20/20 20/20 20/20 20/20");
  }

  private static Script script() {
    return new Script()
        .buy("2024-03-07", "ACME", 0.4)
        .sell("2024-03-11", "ACME")
        .buy("2024-03-11", "OTHER", 0.2)
        .buy("2024-03-12", "OTHER", 0.2);
  }

  @Test
  void aMissedDecisionKeepsTheNextEntriesOutAndLetsExitsGoOn() {
    mondayEvening();
    assertThat(alerts()).extracting(Alert::what).containsExactly("moment_missed");

    evening("2024-03-12");

    assertThat(held(ACME)).isEqualTo(Quantity.ZERO);
    assertThat(held(OTHER)).isEqualTo(Quantity.ZERO);
    assertThat(refusals())
        .singleElement()
        .satisfies(
            says ->
                assertThat(says)
                    .startsWith("alert ")
                    .contains("moment_missed, not acknowledged")
                    .contains("2024-03-08 closes: the next session had opened"));
  }

  @Test
  void onceTheOperatorHasLookedAtItTheNextSessionIsEntered() {
    mondayEvening();
    acknowledge("2024-03-12T09:29");

    evening("2024-03-12");

    assertThat(refusals()).isEmpty();
    assertThat(held(OTHER).isZero()).isFalse();
    assertThat(alerts()).isEmpty();
  }

  /// By then the price of the open is known.
  @Test
  void whatIsAcknowledgedAfterTheOpenCountsFromTheSessionAfterThat() {
    mondayEvening();
    acknowledge("2024-03-12T09:30");

    evening("2024-03-12");
    assertThat(held(OTHER)).isEqualTo(Quantity.ZERO);
    assertThat(refusals()).hasSize(1);

    evening("2024-03-13");
    assertThat(refusals()).hasSize(1);
    assertThat(held(OTHER).isZero()).isFalse();
  }

  @Test
  void anAlertStaysUntilItIsAcknowledgedHoweverManySessionsPass() {
    mondayEvening();

    evening("2024-03-12");
    evening("2024-03-13");
    evening("2024-03-14");

    assertThat(paper.facts(Fact.OrderSubmitted.class)).hasSize(2);
    assertThat(alerts()).hasSize(1);
  }

  @Test
  void strategiesThatMissedNothingWaitForNobody() {
    ActiveStrategy other = paper.halves().second(new Script().buy("2024-03-11", "OTHER", 0.2));
    paper.imports("2024-03-06").at("2024-03-06T17:00", paper.first(), other);
    evening("2024-03-07");
    paper.imports("2024-03-07").at("2024-03-07T17:00", other);
    paper.imports("2024-03-08").at("2024-03-08T17:00", other);

    paper.imports("2024-03-11").at("2024-03-11T17:00", paper.first(), other);
    paper.imports("2024-03-12").at("2024-03-12T17:00", paper.first(), other);

    assertThat(alerts()).singleElement().matches(one -> !one.concerns(TinyPaper.OTHER));
    Books books = paper.books();
    assertThat(books.portfolio().book(TinyPaper.OTHER).orElseThrow().positions())
        .containsKey(OTHER);
    assertThat(books.portfolio().book(paper.first().id()).orElseThrow().positions())
        .doesNotContainKey(OTHER);
  }

  /// Friday's bars come late, and from Monday on nobody believes the closes of OTHER.
  @Test
  void itMayDieAnywhereWhileAlertsAreRaisedAcknowledgedAndBecomeIncidents() {
    List<Event> undisturbed = troubled(Optional.empty(), ledger -> ledger).events();
    assertThat(undisturbed)
        .as("what is tested")
        .anyMatch(one -> one.fact() instanceof HaltTripped)
        .anyMatch(one -> one.fact() instanceof MomentMissed)
        .anyMatch(one -> one.fact() instanceof AlertAcknowledged);

    diesAnywhere(undisturbed, Optional.empty());
  }

  /// What is found as a session begins bears a time before its open, and is learned after it.
  @Test
  void itMayDieAnywhereWhileTheDiskIsFull() {
    Optional<String> shortage = Optional.of("7 MiB are free");
    List<Event> undisturbed = troubled(shortage, ledger -> ledger).events();
    assertThat(undisturbed)
        .as("what is tested")
        .anyMatch(
            one -> one.fact() instanceof HaltTripped trip && trip.trigger().equals("disk_low"));

    diesAnywhere(undisturbed, shortage);
  }

  private static void diesAnywhere(List<Event> undisturbed, Optional<String> shortage) {
    int deaths = 0;
    for (int at = 1; at <= undisturbed.size(); at++) {
      for (boolean kept : List.of(false, true)) {
        AtomicInteger appends = new AtomicInteger(at);
        TinyPaper mortal = troubled(shortage, real -> new MortalLedger(real, appends, kept));
        assertThat(mortal.events()).as("at append %d, kept: %s", at, kept).isEqualTo(undisturbed);
        deaths += appends.get() <= 0 ? 1 : 0;
      }
    }
    assertThat(deaths).isGreaterThan(50);
  }

  /// A week in which every turn is tried again after a death; on Tuesday after the open and on
  /// Wednesday before it the operator acknowledges all there is.
  private static TinyPaper troubled(Optional<String> shortage, UnaryOperator<Ledger> ledgers) {
    TinyMarket odd =
        TinyMarket.of("2024-03-07", "2024-03-14")
            .bars("ACME", "50/50 50/50 52/54 54/54 54/54 54/54")
            .bars("OTHER", "20/20 20/20 20/40 40/80 80/160 160/160");
    Script script =
        new Script()
            .buy("2024-03-07", "OTHER", 0.2)
            .buy("2024-03-11", "ACME", 0.2)
            .buy("2024-03-12", "ACME", 0.2)
            .buy("2024-03-13", "ACME", 0.2);
    List<String> full = new ArrayList<>();
    TinyPaper paper =
        new TinyPaper(odd, script)
            .ledger(ledgers)
            .shortage(() -> full.isEmpty() ? Optional.empty() : shortage);
    for (String time :
        List.of(
            "2024-03-06T17:00",
            "2024-03-07T17:00",
            "2024-03-11T17:00",
            "2024-03-12T17:00",
            "2024-03-13T17:00",
            "2024-03-14T17:00")) {
      if (time.equals("2024-03-12T17:00")) {
        full.add(time);
        acknowledgeAll(paper, "2024-03-12T12:00");
      } else if (time.equals("2024-03-13T17:00")) {
        full.clear();
        acknowledgeAll(paper, "2024-03-13T09:00");
      }
      paper.imports(time.substring(0, 10));
      MortalLedger.dies(() -> paper.at(time));
      paper.at(time);
    }
    return paper;
  }

  private static void acknowledgeAll(TinyPaper paper, String time) {
    List<Alert> open = paper.books().alerts().open();
    if (!open.isEmpty()) {
      assertThat(new Acknowledgement(paper.books()).give(open, "seen", TinyPaper.instant(time)))
          .isTrue();
    }
  }

  private void mondayEvening() {
    evening("2024-03-06");
    evening("2024-03-07");
    evening("2024-03-11");
    assertThat(held(ACME)).isEqualTo(Quantity.of(79));
  }

  /// At five the bars up to this session are there.
  private void evening(String session) {
    paper.imports(session).at(session + "T17:00", paper.first());
  }

  private void acknowledge(String time) {
    boolean given =
        new Acknowledgement(paper.books()).give(alerts(), "away", TinyPaper.instant(time));
    assertThat(given).isTrue();
  }

  private List<Alert> alerts() {
    return paper.books().alerts().open();
  }

  private Quantity held(Symbol symbol) {
    return paper.books().portfolio().held(symbol);
  }

  /// What the row of disable conditions said to each refused wish.
  private List<String> refusals() {
    return paper.facts(Fact.ProposalJudged.class).stream()
        .filter(judged -> !judged.approved())
        .flatMap(judged -> judged.findings().stream())
        .filter(finding -> finding.code().equals("disable_condition_active"))
        .filter(finding -> finding.outcome() == Finding.Outcome.BREACH)
        .map(Finding::says)
        .toList();
  }
}
