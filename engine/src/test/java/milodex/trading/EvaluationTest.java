package milodex.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.data.HistoricalMarket;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Intent;
import milodex.ledger.MemoryLedger;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final Symbol ACME = Symbol.of("ACME");

  private static TinyMarket calm() {
    return TinyMarket.of("2024-03-27", "2024-04-02").bars("ACME", "50/51 52/53 54/55 56/57");
  }

  @Test
  void aDecisionWithoutAWishIsOneFact() {
    List<Event> events = new Play(calm(), new Script()).events();

    assertThat(events.subList(1, events.size()))
        .extracting(Event::key)
        .containsExactly(
            "evaluated/null.daily.script.play.v1/2024-03-27",
            "evaluated/null.daily.script.play.v1/2024-03-28",
            "evaluated/null.daily.script.play.v1/2024-04-01",
            "evaluated/null.daily.script.play.v1/2024-04-02");
  }

  @Test
  void aWishOfThursdayIsWorkedAfterGoodFridayAndExpiresHalfAnHourAfterTheOpen() {
    Intent intent = intent(new Play(calm(), new Script().buy("2024-03-28", "ACME", 0.25)).events());

    assertThat(intent.id()).isEqualTo("null.daily.script.play.v1/draft/ACME/BUY/2024-03-28");
    assertThat(intent.decidedOn()).isEqualTo("2024-03-28");
    assertThat(intent.worksOn()).isEqualTo("2024-04-01");
    assertThat(intent.expiresAt())
        .hasValueSatisfying(at -> assertThat(at.toString()).isEqualTo("2024-04-01T14:00:00Z"));
    assertThat(intent.decisionPrice()).isEqualTo(Price.parse("53"));
    assertThat(intent.weight()).isEqualTo(Fraction.parse("0.25"));
    assertThat(intent.amount()).isEmpty();
  }

  @Test
  void aWishForAFixedAmountIsWrittenDownExactly() {
    Intent intent =
        intent(new Play(calm(), new Script().spend("2024-03-28", "ACME", "2500.50")).events());

    assertThat(intent.amount()).contains(Money.parse("2500.5"));
    assertThat(intent.weight()).isEqualTo(Fraction.ZERO);
  }

  @Test
  void anExitNeverExpires() {
    List<Event> events =
        new Play(calm(), new Script().buy("2024-03-27", "ACME", 0.25).sell("2024-04-02", "ACME"))
            .events();

    assertThat(((Fact.IntentRecorded) events.getLast().fact()).intent().expiresAt()).isEmpty();
  }

  @Test
  void aWishNamesTheEvaluationThatCausedIt() {
    List<Event> events = new Play(calm(), new Script().buy("2024-03-28", "ACME", 0.25)).events();
    Event recorded =
        events.stream()
            .filter(event -> event.fact() instanceof Fact.IntentRecorded)
            .findFirst()
            .orElseThrow();

    assertThat(events.get(Math.toIntExact(recorded.cause()) - 1).key())
        .isEqualTo("evaluated/null.daily.script.play.v1/2024-03-28");
  }

  @Test
  void equityIsCashAndWhatIsHeldAtTheClose() {
    List<Fact.StrategyEvaluated> closes =
        new Play(calm(), new Script().buy("2024-03-27", "ACME", 0.52))
            .events().stream()
                .map(Event::fact)
                .filter(Fact.StrategyEvaluated.class::isInstance)
                .map(Fact.StrategyEvaluated.class::cast)
                .toList();

    assertThat(closes)
        .extracting(close -> close.equity() + " " + close.cash() + " " + close.positions())
        .containsExactly("10000 10000 0", "10100 4800 1", "10300 4800 1", "10500 4800 1");
  }

  @Test
  void outsideItsMembershipASymbolMayNotBeEnteredAndIsStillShown() {
    Script script = new Script();
    Play play = new Play(calm(), script);
    ActiveStrategy strategy = member(play.strategy(), "2024-03-28", "2024-04-01");
    Books books = new Books(new MemoryLedger());
    TinyMarket tiny = calm();
    HistoricalMarket market = new HistoricalMarket(tiny.history(), tiny.begin());
    open(books);
    Evaluation evaluation = new Evaluation(books, market);
    for (int i = 0; i < 4; i++) {
      market.openSession(tiny.begin() + i);
      market.closeSession();
      evaluation.evaluate(strategy, market.session(), market.session().closesAt());
    }

    assertThat(Stream.of("2024-03-27", "2024-03-28", "2024-04-01", "2024-04-02"))
        .extracting(day -> script.sawOn(day).whyBarred(ACME))
        .containsExactly(
            Optional.of("not_a_member"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("not_a_member"));
    assertThat(script.sawOn("2024-03-27").window(ACME)).isPresent();
  }

  private static ActiveStrategy member(ActiveStrategy plain, String from, String to) {
    Universe.Member member =
        new Universe.Member(
            ACME,
            Universe.Kind.STOCK,
            Optional.empty(),
            Optional.of(LocalDate.parse(from)),
            Optional.of(LocalDate.parse(to)));
    return new ActiveStrategy(
        plain.id(),
        plain.template(),
        plain.parameters(),
        new Universe(
            "universe.tiny.v1", 1, "tiny", Optional.empty(), Optional.empty(), List.of(member)),
        plain.limits(),
        plain.standing());
  }

  private static void open(Books books) {
    LocalDate day = LocalDate.parse("2024-03-27");
    books.record(
        Instant.EPOCH,
        Draft.of(
            "opened",
            new Fact.BooksOpened(
                0, "play", day, day, Money.ZERO, new TreeMap<>(Map.of(Play.ID, Money.of(1_000))))));
  }

  private static Intent intent(List<Event> events) {
    return events.stream()
        .map(Event::fact)
        .filter(Fact.IntentRecorded.class::isInstance)
        .map(fact -> ((Fact.IntentRecorded) fact).intent())
        .findFirst()
        .orElseThrow();
  }
}
