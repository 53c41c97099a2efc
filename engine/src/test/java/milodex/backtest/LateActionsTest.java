package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.data.StoredBars;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Event;
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

  private TinyPaper paper = on(market());
  private List<ActiveStrategy> strategies = List.of(paper.first());

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
    TinyMarket gone = wide("50/50 50/50");
    paper = on(gone);
    strategies = List.of(paper.first());
    evenings(gone, "2024-03-06", "2024-03-07", "2024-03-08");
    paper.stored(_ -> until(gone, "2024-03-11")).at("2024-03-12T08:45");
    assertThat(paper.moments()).last().asString().startsWith("2024-03-11 closes");
    assertThat(held()).isEqualTo(Quantity.of(23));

    evenings(gone.delisting("ACME", "2024-03-08", "49"), "2024-03-12");

    assertThat(held()).isEqualTo(Quantity.ZERO);
    assertThat(paper.facts(Fact.DelistingSettled.class))
        .singleElement()
        .satisfies(end -> assertThat(end.perShare()).isEqualTo(Money.of(49)));
    assertSound();
  }

  @Test
  void aNewTickerIsTakenWhenItIsTold() {
    TinyMarket renamed = wide("50/50 50/50").bars("NEWCO", "50/50 50/50 51/51 52/52 52/52 52/52");
    paper = on(renamed);
    strategies = List.of(paper.first());
    evenings(renamed, "2024-03-06", "2024-03-07", "2024-03-08");
    paper.stored(_ -> until(renamed, "2024-03-11")).at("2024-03-12T08:45");
    assertThat(paper.moments()).last().asString().startsWith("2024-03-11 closes");

    evenings(renamed.tickerChange("ACME", "2024-03-11", "NEWCO"), "2024-03-12", "2024-03-13");

    assertThat(held()).isEqualTo(Quantity.ZERO);
    assertThat(paper.books().portfolio().held(Symbol.of("NEWCO"))).isEqualTo(Quantity.of(23));
    assertThat(paper.facts(Fact.TickerChanged.class)).hasSize(1);
    assertSound();
  }

  @Test
  void aProgramThatDiesWhileItBooksALateSplitBooksItOnce() {
    evenings(market(), "2024-03-06", "2024-03-07", "2024-03-08", "2024-03-11");
    int before = paper.events().size();
    evenings(market().split("ACME", "2024-03-11", "2"), "2024-03-12");
    int appends = paper.events().size() - before;
    List<Event> undisturbed = paper.events();
    int deaths = 0;
    for (int at = 1; at <= appends; at++) {
      for (boolean kept : List.of(false, true)) {
        deaths += diesOnce(at, kept, undisturbed) ? 1 : 0;
      }
    }
    assertThat(deaths).isGreaterThan(5);
  }

  /// Whether it died as it was about to append so many facts of the session in which the split is
  /// known, and then went on as if it had not.
  private static boolean diesOnce(int at, boolean kept, List<Event> undisturbed) {
    LateActionsTest other = new LateActionsTest();
    other.evenings(market(), "2024-03-06", "2024-03-07", "2024-03-08", "2024-03-11");
    AtomicInteger appends = new AtomicInteger(at);
    other.paper.ledger(real -> new MortalLedger(real, appends, kept));
    TinyMarket known = market().split("ACME", "2024-03-11", "2");
    boolean died = MortalLedger.dies(() -> other.evenings(known, "2024-03-12"));
    other.evenings(known, "2024-03-12");
    assertThat(other.paper.events()).as("at append " + at).isEqualTo(undisturbed);
    other.assertSound();
    return died;
  }

  private static TinyMarket wide(String words) {
    return TinyMarket.of("2024-03-07", "2024-03-14")
        .bars("ACME", words)
        .bars("BETA", "20/20 20/20 20/20 20/20 20/20 20/20")
        .bars("CETA", "20/20 20/20 20/20 20/20 20/20 20/20")
        .bars("DELTA", "20/20 20/20 20/20 20/20 20/20 20/20")
        .bars("ECHO", "20/20 20/20 20/20 20/20 20/20 20/20");
  }

  @Test
  void afterMoreWasBoughtASplitIsNotGuessedAtAndEntriesWaitForTheOperator() {
    ActiveStrategy second = paper.halves().second(new Script().buy("2024-03-11", "ACME", 0.12));
    strategies = List.of(paper.first(), second);
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

  private static TinyPaper on(TinyMarket market) {
    return new TinyPaper(market, new Script().buy("2024-03-07", "ACME", 0.12));
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
