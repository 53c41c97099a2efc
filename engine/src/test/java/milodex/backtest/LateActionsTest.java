package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.data.StoredBars;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Fact;
import milodex.ledger.RiskFact.TroubleFound;
import milodex.ledger.RunnerFact.BooksDiffered;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

/// What a company did is told after its session was gone through on paper: 23 shares of ACME were
/// bought on Friday, something happens to them on Monday, and it is known on Tuesday.
class LateActionsTest {

  private static final Symbol ACME = Symbol.of("ACME");

  private final TinyPaper paper =
      new TinyPaper(market(), new Script().buy("2024-03-07", "ACME", 0.12));
  private final List<ActiveStrategy> strategies = new ArrayList<>(List.of(paper.first()));

  @Test
  void aSplitIsBookedAtTheNextOpenOnceInBooksAndAtTheBroker() {
    evenings(market(), "2024-03-06", "2024-03-07", "2024-03-08", "2024-03-11");
    assertThat(held()).isEqualTo(Quantity.of(23));

    evenings(market().split("ACME", "2024-03-11", "2"), "2024-03-12", "2024-03-13");

    assertThat(paper.facts(Fact.SplitApplied.class))
        .singleElement()
        .satisfies(split -> assertThat(split.session()).isEqualTo("2024-03-12"));
    assertThat(held()).isEqualTo(Quantity.of(46));
    assertSound();
  }

  @Test
  void whatIsKnownInTimeIsNotBookedAgain() {
    evenings(
        market().split("ACME", "2024-03-11", "2").dividend("ACME", "2024-03-11", "0.5"),
        "2024-03-06",
        "2024-03-07",
        "2024-03-08",
        "2024-03-11",
        "2024-03-12");

    evenings(
        market().split("ACME", "2024-03-12", "2").dividend("ACME", "2024-03-11", "0.51"),
        "2024-03-13",
        "2024-03-14");

    assertThat(paper.facts(Fact.SplitApplied.class)).hasSize(1);
    assertThat(paper.facts(Fact.DividendCredited.class)).hasSize(1);
    assertSound();
  }

  @Test
  void ofTwoDaysToldForOneSplitTheFirstIsBooked() {
    evenings(market(), "2024-03-06", "2024-03-07", "2024-03-08", "2024-03-11", "2024-03-12");

    evenings(
        market().split("ACME", "2024-03-11", "2").split("ACME", "2024-03-12", "2"),
        "2024-03-13",
        "2024-03-14");

    assertThat(held()).isEqualTo(Quantity.of(46));
    assertSound();
  }

  @Test
  void aSplitOfBarsThatAreInSharesOfTodayIsNoneOfTheirs() {
    evenings(market(), "2024-03-06", "2024-03-07", "2024-03-08", "2024-03-11");
    TinyMarket adjusted = market();
    adjusted.series().forEach(raw -> adjusted.with(inSharesOfToday(raw)));

    evenings(adjusted.split("ACME", "2024-03-11", "2"), "2024-03-12");

    assertThat(paper.facts(Fact.SplitApplied.class)).isEmpty();
    assertThat(held()).isEqualTo(Quantity.of(23));
    assertSound();
  }

  private static BarSeries inSharesOfToday(BarSeries raw) {
    return new BarSeries(
        raw.symbol(),
        raw.timeframe(),
        Adjustment.SPLIT_ADJUSTED,
        raw.source(),
        raw.day(),
        raw.openedAt(),
        raw.columns());
  }

  @Test
  void aDividendIsCreditedLate() {
    evenings(market(), "2024-03-06", "2024-03-07", "2024-03-08", "2024-03-11");

    evenings(market().dividend("ACME", "2024-03-11", "0.5"), "2024-03-12", "2024-03-13");

    assertThat(paper.facts(Fact.DividendCredited.class))
        .singleElement()
        .satisfies(paid -> assertThat(paid.amount()).isEqualTo(Money.parse("11.5")));
    assertSound();
  }

  @Test
  void aCompanyThatIsGoneIsSettledWhenThatIsTold() {
    TinyMarket gone =
        TinyMarket.of("2024-03-07", "2024-03-14")
            .bars("ACME", "50/50 50/50")
            .bars("OTHER", "20/20 20/20 20/20 20/20 20/20 20/20");
    evenings(gone, "2024-03-06", "2024-03-07", "2024-03-08");
    paper.stored(_ -> until(gone, "2024-03-11")).at("2024-03-12T08:45");
    assertThat(held()).isEqualTo(Quantity.of(23));

    paper
        .stored(_ -> until(gone.delisting("ACME", "2024-03-08", "49"), "2024-03-12"))
        .at("2024-03-12T17:00");

    assertThat(held()).isEqualTo(Quantity.ZERO);
    assertThat(paper.facts(Fact.DelistingSettled.class))
        .singleElement()
        .satisfies(end -> assertThat(end.perShare()).isEqualTo(Money.of(49)));
    assertSound();
  }

  @Test
  void afterMoreWasBoughtASplitIsNotGuessedAtAndEntriesWaitForTheOperator() {
    strategies.add(paper.halves().second(new Script().buy("2024-03-11", "ACME", 0.12)));
    evenings(market(), "2024-03-06", "2024-03-07", "2024-03-08", "2024-03-11", "2024-03-12");
    Quantity before = held();
    assertThat(paper.books().portfolio().book(TinyPaper.OTHER).orElseThrow().position(ACME))
        .isPresent();

    evenings(market().split("ACME", "2024-03-11", "2"), "2024-03-13", "2024-03-14");

    assertThat(held()).isEqualTo(before);
    assertThat(paper.facts(Fact.SplitApplied.class)).isEmpty();
    assertThat(paper.facts(TroubleFound.class))
        .hasSize(2)
        .allSatisfy(
            found ->
                assertThat(found.says()).contains("split of ACME on 2024-03-11", "is not booked"));
    assertThat(paper.books().alerts().open()).hasSize(2);
    assertSound();
  }

  private static TinyMarket market() {
    return TinyMarket.of("2024-03-07", "2024-03-14")
        .bars("ACME", "50/50 50/50 25/25 25/25 25/25 25/25")
        .bars("OTHER", "20/20 20/20 20/20 20/20 20/20 20/20");
  }

  private void evenings(TinyMarket known, String... sessions) {
    for (String session : sessions) {
      paper
          .stored(_ -> until(known, session))
          .at(session + "T17:00", strategies.toArray(ActiveStrategy[]::new));
    }
  }

  private static StoredBars until(TinyMarket known, String session) {
    return TinyRuns.store(known).until(LocalDate.parse(session));
  }

  private Quantity held() {
    return paper.books().portfolio().held(ACME);
  }

  private void assertSound() {
    assertThat(paper.facts(BooksDiffered.class)).isEmpty();
    assertThat(paper.told().getLast().cash()).isEqualTo(paper.books().portfolio().cash());
    assertThat(paper.books().portfolio().book(Play.ID)).isPresent();
  }
}
