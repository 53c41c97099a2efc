package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.execution.ActiveStrategy;
import milodex.execution.KillSwitch;
import milodex.execution.SendLock;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.RunnerFact;
import milodex.ledger.RunnerFact.RunnerStopped;
import milodex.market.Symbol;
import milodex.money.Quantity;
import milodex.promotion.Stage;
import milodex.strategy.StrategyId;
import milodex.trading.RunEnd;
import org.junit.jupiter.api.Test;

/// An operator imports bars after each close, and a program looks whether there is something to do.
class PaperTradingTest {

  private static final Symbol ACME = Symbol.of("ACME");

  private static TinyMarket market() {
    return TinyMarket.of("2024-03-07", "2024-03-14")
        .bars("ACME", "50/50 50/50 52/54 27/27 27/28 28/28")
        .bars("OTHER", "20/20 20/20 20/20 20/20 22/22 22/22")
        .dividend("OTHER", "2024-03-11", "0.5")
        .split("ACME", "2024-03-12", "2");
  }

  private static Script script() {
    return new Script()
        .buy("2024-03-07", "ACME", 0.4)
        .buy("2024-03-07", "OTHER", 0.4)
        .sell("2024-03-12", "ACME")
        .sell("2024-03-13", "OTHER");
  }

  private static TinyPaper fresh() {
    return new TinyPaper(market(), script());
  }

  /// Every evening at five the bars of the day are there.
  private static TinyPaper everyEvening(TinyPaper paper, String... sessions) {
    for (String session : sessions) {
      paper.imports(session).at(session + "T17:00");
    }
    return paper;
  }

  private static final String[] WEEK = {
    "2024-03-06", "2024-03-07", "2024-03-08", "2024-03-11", "2024-03-12", "2024-03-13", "2024-03-14"
  };

  @Test
  void whatIsWishedOnACloseIsFilledAtTheNextOpenOnceItsBarIsThere() {
    TinyPaper paper = fresh();

    paper.imports("2024-03-06").at("2024-03-06T17:00");
    paper.imports("2024-03-07").at("2024-03-07T17:30");
    assertThat(paper.story())
        .containsExactly("03-07 17:30 wants BUY ACME", "03-07 17:30 wants BUY OTHER");
    paper.at("2024-03-08T17:00");
    assertThat(paper.story()).hasSize(2);
    paper.imports("2024-03-08").at("2024-03-08T18:00");

    assertThat(paper.story().subList(2, 4))
        .allSatisfy(line -> assertThat(line).startsWith("03-08 09:30 bought "));
    assertThat(paper.books().portfolio().held(ACME)).isEqualTo(Quantity.of(79));
    assertThat(paper.moments())
        .containsExactly(
            "2024-03-07 begins: 480",
            "2024-03-07 opens: 480",
            "2024-03-07 closes: 90",
            "2024-03-08 begins: 510",
            "2024-03-08 opens: 510",
            "2024-03-08 closes: 120");
  }

  @Test
  void itDecidesWhatABacktestOfTheSameSessionsDecides() {
    TinyPaper paper = everyEvening(fresh(), WEEK);
    TinyRehearsals rehearsal = TinyRehearsals.of(market(), script());
    assertThat(rehearsal.run().difference()).isEmpty();

    assertThat(trading(paper.events())).isEqualTo(trading(rehearsal.events()));
    assertThat(trading(paper.events())).hasSizeGreaterThan(25);
    assertThat(Play.story(paper.events())).isEqualTo(Play.story(rehearsal.events()));
  }

  @Test
  void nothingIsPlayedThatOpenedBeforeTheStart() {
    TinyPaper paper = fresh();

    paper.imports("2024-03-08").at("2024-03-08T12:00");

    assertThat(paper.moments()).isEmpty();
    paper.imports("2024-03-14").at("2024-03-11T17:00");
    assertThat(paper.moments()).first().isEqualTo("2024-03-11 begins: 450");
  }

  @Test
  void aBarThatIsStoredTooEarlyIsNotUsedBeforeItsSessionHasClosed() {
    TinyPaper paper = everyEvening(fresh(), "2024-03-06");

    PaperTrading.Done done = paper.imports("2024-03-14").at("2024-03-07T16:19");

    assertThat(paper.moments()).isEmpty();
    assertThat(done.waits())
        .singleElement()
        .satisfies(wait -> assertThat(wait.missing()).isEmpty())
        .satisfies(
            wait -> assertThat(wait.again()).contains(TinyPaper.instant("2024-03-07T16:20")));
    paper.at("2024-03-07T16:20");
    assertThat(paper.moments()).last().isEqualTo("2024-03-07 closes: 20");
  }

  @Test
  void aSecondTurnFindsAllDoneAndAddsNothing() {
    TinyPaper paper = everyEvening(fresh(), WEEK);
    List<Event> before = paper.events();

    everyEvening(paper, "2024-03-14", "2024-03-14");

    assertThat(paper.events()).isEqualTo(before);
  }

  @Test
  void barsThatComeBeforeTheNextOpenAreInTimeAndAreMarkedLate() {
    TinyPaper paper = everyEvening(fresh(), "2024-03-06");

    paper.imports("2024-03-07").at("2024-03-08T09:29");

    assertThat(paper.moments()).last().isEqualTo("2024-03-07 closes: 1049");
    assertThat(paper.story()).hasSize(2);
  }

  @Test
  void onceTheNextSessionHasOpenedTheDecisionIsMissedAndFillsAreStillLearned() {
    TinyPaper paper = everyEvening(fresh(), "2024-03-06", "2024-03-07");

    paper.imports("2024-03-11").at("2024-03-11T17:00");

    assertThat(paper.moments())
        .contains("2024-03-08 opens: 4710", "2024-03-08 closes: the next session had opened")
        .last()
        .isEqualTo("2024-03-11 closes: 60");
    assertThat(paper.story().subList(2, 4))
        .allSatisfy(line -> assertThat(line).startsWith("03-08 09:30 bought "));
  }

  @Test
  void withoutABarNothingIsFilledAndAnEntryIsOver() {
    TinyPaper paper = everyEvening(fresh(), "2024-03-06", "2024-03-07");

    TinyMarket holed =
        TinyMarket.of("2024-03-07", "2024-03-11")
            .bars("ACME", "50/50 - 52/54")
            .bars("OTHER", "20/20 - 20/20");
    PaperTrading.Done done = paper.at("2024-03-11T17:00");
    assertThat(done.waits().getFirst().missing().orElseThrow()).contains("only 0 of 2 symbols");
    paper.stored(_ -> TinyRuns.store(holed));
    paper.at("2024-03-11T17:01");

    assertThat(paper.facts(Fact.FillRecorded.class)).isEmpty();
    assertThat(paper.story())
        .filteredOn(line -> line.contains("EXPIRED"))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("03-11 09:30"));
    assertThat(paper.moments()).last().isEqualTo("2024-03-11 closes: 61");
  }

  @Test
  void itWaitsForABarThatIsMissingAndDecidesWithoutItAnHourBeforeTheNextOpen() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-08")
            .bars("ACME", "50/50 50/50")
            .bars("BETA", "50/50 50/50")
            .bars("CETA", "50/50 50/50")
            .bars("DELTA", "50/50 50/50")
            .bars("LATE", "20/20 -");
    TinyPaper paper = new TinyPaper(market, new Script().buy("2024-03-08", "ACME", 0.1));
    everyEvening(paper, "2024-03-06", "2024-03-07");

    PaperTrading.Done done = paper.imports("2024-03-08").at("2024-03-08T17:00");

    assertThat(done.waits().getFirst().missing()).contains("no bar of LATE");
    assertThat(done.waits().getFirst().again()).contains(TinyPaper.instant("2024-03-11T08:30"));
    assertThat(paper.at("2024-03-11T08:29").waits().getFirst().isReady()).isFalse();
    paper.at("2024-03-11T08:30");
    assertThat(paper.story()).containsExactly("03-11 08:30 wants BUY ACME");
  }

  @Test
  void whatIsHeldStaysHeldWhileItsBarIsMissing() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-13")
            .bars("ACME", "50/50 50/50 50/50 50/50 50/50")
            .bars("BETA", "50/50 50/50 50/50 50/50 50/50")
            .bars("CETA", "50/50 50/50 50/50 50/50 50/50")
            .bars("DELTA", "50/50 50/50 50/50 50/50 50/50")
            .bars("LATE", "20/20 20/20 - 22/22 23/23");
    Script script = new Script().buy("2024-03-07", "LATE", 0.5).sell("2024-03-12", "LATE");
    TinyPaper paper = everyEvening(new TinyPaper(market, script), WEEK[0], WEEK[1], WEEK[2]);
    Quantity bought = paper.books().portfolio().held(Symbol.of("LATE"));
    assertThat(bought).isEqualTo(Quantity.of(249));

    paper.imports("2024-03-11").at("2024-03-12T08:30");

    assertThat(paper.moments()).last().isEqualTo("2024-03-11 closes: 990");
    assertThat(paper.facts(Fact.DelistingSettled.class)).isEmpty();
    assertThat(paper.books().portfolio().held(Symbol.of("LATE"))).isEqualTo(bought);
    everyEvening(paper, "2024-03-12", "2024-03-13");
    assertThat(paper.story()).last().asString().startsWith("03-13 09:30 sold 249 LATE");
  }

  @Test
  void aSessionBeginsOnceThereIsABarOfAllThatAnybodyHolds() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-13")
            .bars("ACME", "50/50 50/50 50/50 50/50 50/50")
            .bars("LATE", "20/20 20/20 - 22/22 23/23");
    TinyPaper paper = new TinyPaper(market, new Script().buy("2024-03-07", "LATE", 0.5)).halves();
    ActiveStrategy other = paper.second(new Play(market, new Script()).universe("ACME"));
    for (String session : List.of("2024-03-06", "2024-03-07", "2024-03-08")) {
      paper.imports(session).at(session + "T17:00", paper.first(), other);
    }
    assertThat(paper.books().portfolio().held(Symbol.of("LATE"))).isEqualTo(Quantity.of(124));

    PaperTrading.Done done = paper.imports("2024-03-11").at("2024-03-11T17:00", other);
    assertThat(done.waits().getFirst().missing()).contains("no bar of LATE");
    assertThat(paper.moments()).last().isEqualTo("2024-03-08 closes: 60");

    paper.at("2024-03-12T08:30", other);
    assertThat(paper.moments()).last().isEqualTo("2024-03-11 closes: 990");
  }

  @Test
  void itMayDieAnywhereAndGoesOnAsIfNothingHadBeen() {
    TinyPaper undisturbed = everyEvening(fresh(), WEEK);
    int deaths = 0;
    for (int at = 1; at <= undisturbed.events().size(); at++) {
      for (boolean kept : List.of(false, true)) {
        TinyPaper paper = fresh();
        AtomicInteger appends = new AtomicInteger(at);
        paper.ledger(real -> new MortalLedger(real, appends, kept));
        for (String session : WEEK) {
          paper.imports(session);
          deaths += MortalLedger.dies(() -> paper.at(session + "T17:00")) ? 1 : 0;
          paper.at(session + "T17:00");
        }
        assertThat(paper.events()).as("at append " + at).isEqualTo(undisturbed.events());
        assertThat(paper.told()).as("at append " + at).isEqualTo(undisturbed.told());
      }
    }
    assertThat(deaths).isGreaterThan(50);
  }

  @Test
  void itMayDieWithEveryChangeOfTheBrokerToldOrNot() {
    TinyPaper undisturbed = everyEvening(fresh(), WEEK);
    for (int at = 1; at <= undisturbed.told().size(); at++) {
      for (boolean kept : List.of(false, true)) {
        TinyPaper paper = fresh();
        AtomicInteger changes = new AtomicInteger(at);
        paper.disk(
            change -> {
              boolean dies = changes.decrementAndGet() == 0;
              if (!dies || kept) {
                paper.told().add(change);
              }
              if (dies) {
                throw new MortalLedger.Died();
              }
            });
        int deaths = 0;
        for (String session : WEEK) {
          paper.imports(session);
          deaths += MortalLedger.dies(() -> paper.at(session + "T17:00")) ? 1 : 0;
          paper.at(session + "T17:00");
        }
        assertThat(deaths).as("at change " + at).isOne();
        assertThat(paper.events()).as("at change " + at).isEqualTo(undisturbed.events());
        assertThat(paper.told()).as("at change " + at).isEqualTo(undisturbed.told());
      }
    }
  }

  @Test
  void twoStrategiesInProcessesOfTheirOwnShareTheAccount() {
    TinyPaper paper = fresh().halves();
    ActiveStrategy other = paper.second(new Script().buy("2024-03-08", "OTHER", 0.5));
    for (String session : WEEK) {
      paper.imports(session).at(session + "T17:00");
      paper.at(session + "T17:05", other);
    }

    assertThat(paper.books().portfolio().book(TinyPaper.OTHER).orElseThrow().positions())
        .containsOnlyKeys(Symbol.of("OTHER"));
    assertThat(paper.books().portfolio().book(Play.ID).orElseThrow().positions()).isEmpty();
    assertThat(paper.books().portfolio().cash()).isEqualTo(paper.told().getLast().cash());
    assertThat(paper.moments().stream().filter(one -> one.startsWith("2024-03-11 begins")))
        .hasSize(1);
    assertThat(paper.moments().stream().filter(one -> one.startsWith("2024-03-11 closes")))
        .hasSize(2);
  }

  @Test
  void aProcessThatComesAfterTheNextSessionHasBegunForTheAccountHasMissedItsOwn() {
    TinyPaper paper = fresh().halves();
    ActiveStrategy other = paper.second(new Script().buy("2024-03-07", "OTHER", 0.5));
    paper.imports("2024-03-06").at("2024-03-06T17:00", paper.first(), other);
    paper.imports("2024-03-07").at("2024-03-07T17:00", paper.first(), other);
    everyEvening(paper, "2024-03-08", "2024-03-11");

    paper.at("2024-03-11T18:00", other);

    assertThat(paper.moments())
        .contains(
            "2024-03-08 opens: the session of 2024-03-11 had begun for the account",
            "2024-03-08 closes: the session of 2024-03-11 had begun for the account")
        .last()
        .isEqualTo("2024-03-11 closes: 120");
    assertThat(paper.books().portfolio().book(TinyPaper.OTHER).orElseThrow().positions()).isEmpty();
  }

  @Test
  void aStrategyThatJoinsLaterIsGivenItsShareAndStartsWithTheNextSession() {
    TinyPaper paper = everyEvening(fresh().halves(), "2024-03-06", "2024-03-07");
    ActiveStrategy other = paper.second(new Script().buy("2024-03-08", "OTHER", 0.5));

    paper.at("2024-03-07T19:00", other);
    paper.imports("2024-03-08").at("2024-03-08T17:00", paper.first(), other);
    paper.imports("2024-03-11").at("2024-03-11T17:00", paper.first(), other);

    assertThat(paper.facts(Fact.StrategyFunded.class))
        .extracting(one -> one.from().toString())
        .containsExactly("2024-03-07", "2024-03-08");
    assertThat(paper.books().portfolio().book(TinyPaper.OTHER).orElseThrow().positions())
        .containsOnlyKeys(Symbol.of("OTHER"));
    assertThat(paper.facts(RunnerFact.BooksDiffered.class)).isEmpty();
  }

  @Test
  void aHaltBeforeTheBarsComeStopsWhatWasWished() {
    TinyPaper paper = everyEvening(fresh(), "2024-03-06", "2024-03-07");
    halt(paper, "2024-03-08T12:00");

    paper.imports("2024-03-08").at("2024-03-08T17:00");

    assertThat(paper.facts(Fact.OrderSubmitted.class)).isEmpty();
    assertThat(paper.story()).anyMatch(line -> line.contains("kill_switch_active"));
  }

  /// The operator has seen the day; what was halted at its open is not entered at its open.
  @Test
  void aHaltThatWasOnWhenTheSessionOpenedKeepsItsEntriesOutThoughItWasResetSince() {
    TinyPaper paper = everyEvening(fresh(), "2024-03-06", "2024-03-07");
    String incident = halt(paper, "2024-03-08T08:00");
    new KillSwitch(paper.books(), Optional.empty(), SendLock.alone())
        .reset(incident, "seen", TinyPaper.instant("2024-03-08T15:00"));

    paper.imports("2024-03-08").at("2024-03-08T17:00");

    assertThat(paper.facts(Fact.OrderSubmitted.class)).isEmpty();
    assertThat(paper.story()).anyMatch(line -> line.contains("disable_condition_active"));
  }

  @Test
  void aStrategyThatWasDemotedEntersNothingAndSellsWhatItHolds() {
    TinyPaper paper = everyEvening(fresh(), "2024-03-06", "2024-03-07", "2024-03-08", "2024-03-11");
    paper.stage(Play.ID, Stage.BACKTEST);

    everyEvening(paper, "2024-03-12", "2024-03-13");

    assertThat(paper.story()).anyMatch(line -> line.startsWith("03-13 09:30 sold "));
    TinyPaper never = fresh().stage(Play.ID, Stage.BACKTEST);
    everyEvening(never, WEEK);
    assertThat(never.facts(Fact.FillRecorded.class)).isEmpty();
    assertThat(never.story()).anyMatch(line -> line.contains("no_frozen_manifest"));
  }

  @Test
  void itIsStoppedBetweenTwoMomentsAndGoesOn() {
    TinyPaper paper = everyEvening(fresh(), "2024-03-06", "2024-03-07");
    paper.stops(TinyPaper.stoppingAfter(2));

    PaperTrading.Done done = paper.imports("2024-03-08").at("2024-03-08T17:00");

    assertThat(done.ended().orElseThrow()).isInstanceOf(RunEnd.Stopped.class);
    assertThat(paper.moments()).last().asString().startsWith("2024-03-08 opens");
    assertThat(paper.facts(RunnerStopped.class)).hasSize(1);
    paper.stops(TinyPaper.stoppingAfter(100)).at("2024-03-08T17:10");
    assertThat(paper.moments()).last().isEqualTo("2024-03-08 closes: 70");
  }

  @Test
  void barsThatAreRevisedChangeNothingThatWasDone() {
    TinyPaper paper = everyEvening(fresh(), "2024-03-06", "2024-03-07", "2024-03-08");
    List<Event> before = paper.events();
    TinyMarket revised =
        TinyMarket.of("2024-03-07", "2024-03-11")
            .bars("ACME", "50/50 40/40 52/54")
            .bars("OTHER", "20/20 20/20 20/20");

    paper.stored(_ -> TinyRuns.store(revised)).at("2024-03-08T18:00");
    assertThat(paper.events()).isEqualTo(before);
    paper.at("2024-03-11T17:00");

    assertThat(paper.events().subList(0, before.size())).isEqualTo(before);
    assertThat(paper.facts(RunnerFact.BooksDiffered.class)).isEmpty();
  }

  @Test
  void anAccountThatIsGivenAwayTakesNoMore() {
    TinyPaper paper = fresh().halves();
    ActiveStrategy other = paper.second(new Script());
    paper.at("2024-03-06T17:00", paper.first());
    Optional<String> refused =
        paper.program(other, third(other)).open(TinyPaper.instant("2024-03-06T18:00"));

    assertThat(refused.orElse("")).contains("lies idle");
  }

  private static ActiveStrategy third(ActiveStrategy like) {
    return new ActiveStrategy(
        StrategyId.parse("null.daily.script.third.v1"),
        like.template(),
        like.parameters(),
        like.barSize(),
        like.universe(),
        like.limits(),
        like.standing(),
        like.origin());
  }

  private static String halt(TinyPaper paper, String time) {
    Instant now = TinyPaper.instant(time);
    new KillSwitch(paper.books(), Optional.empty(), SendLock.alone())
        .trip(HaltScope.ACCOUNT, HaltMode.HALT, "operator", "x", now);
    return paper.books().halts().open().getFirst().id();
  }

  /// What was decided, judged, sent, filled and booked.
  private static List<Fact> trading(List<Event> events) {
    List<Fact> facts = new ArrayList<>();
    for (Event event : events) {
      boolean frame =
          event.fact() instanceof Fact.BooksOpened || event.fact() instanceof Fact.StrategyFunded;
      boolean told =
          event.fact() instanceof Fact.DecisionFact
              || event.fact() instanceof Fact.OrderFact
              || event.fact() instanceof Fact.BookFact;
      if (told && !frame) {
        facts.add(event.fact());
      }
    }
    return facts;
  }
}
