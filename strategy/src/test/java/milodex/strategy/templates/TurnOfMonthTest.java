package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import milodex.market.Symbol;
import milodex.strategy.Decision;
import milodex.strategy.Family;
import milodex.strategy.Reading;
import org.junit.jupiter.api.Test;

class TurnOfMonthTest {

  private final TurnOfMonth rule = new TurnOfMonth();

  @Test
  void theLastSessionOfAMonthBuysAndTheThirdOfTheNextSells() {
    assertThat(flatOn("2024-02-28")).containsExactly("not SPY not_entry_session");
    assertThat(flatOn("2024-02-29"))
        .containsExactly("enter SPY seasonality.turn_of_month_entry weight 0.95 rank 1");
    assertThat(flatOn("2024-03-01")).containsExactly("not SPY not_entry_session");

    assertThat(heldOn("2024-03-01", "2024-03-01")).containsExactly("not SPY no_exit_rule_holds");
    assertThat(heldOn("2024-03-04", "2024-03-01")).containsExactly("not SPY no_exit_rule_holds");
    assertThat(heldOn("2024-03-05", "2024-03-01"))
        .containsExactly("exit SPY seasonality.turn_of_month_exit");
  }

  @Test
  void theReadingsSayWhichSessionItWas() {
    Decision bought = rule.decide(spyOn("2024-02-29").now());
    Decision sold = rule.decide(spyOn("2024-03-05").filled("SPY", "2024-03-01", 2).now());

    assertThat(bought.signals().getFirst().readings())
        .containsExactly(Reading.compared("sessions_left_in_month", 0, "=", 0));
    assertThat(sold.signals().getFirst().readings())
        .containsExactly(Reading.compared("session_of_month", 3, ">=", 3));
  }

  @Test
  void theLastSessionMayBeAHalfDayOrLieBeforeAHoliday() {
    for (String last : List.of("2019-11-29", "2010-05-28", "2018-03-29", "2012-10-31")) {
      assertThat(flatOn(last)).as(last).hasSize(1).first().asString().startsWith("enter SPY");
    }
    assertThat(flatOn("2018-03-28")).containsExactly("not SPY not_entry_session");
  }

  @Test
  void sessionsAreCountedAndNotDays() {
    assertThat(heldOn("2019-01-03", "2019-01-02"))
        .as("second session after New Year")
        .containsExactly("not SPY no_exit_rule_holds");
    assertThat(heldOn("2019-01-04", "2019-01-02"))
        .containsExactly("exit SPY seasonality.turn_of_month_exit");
    assertThat(heldOn("2007-01-04", "2007-01-03"))
        .as("closed on the second for mourning")
        .containsExactly("not SPY no_exit_rule_holds");
  }

  @Test
  void anOffsetBuysEarlierAndTheExitWaitsForTheNextMonth() {
    TurnOfMonth early = new TurnOfMonth(Symbol.of("SPY"), -2, 10, 0.95);

    assertThat(Told.signals(early.decide(spyOn("2024-02-27").now())))
        .containsExactly("enter SPY seasonality.turn_of_month_entry weight 0.95 rank 1");
    assertThat(early.decide(spyOn("2024-02-28").now()).signals()).isEmpty();
    assertThat(early.decide(spyOn("2024-02-29").filled("SPY", "2024-02-28", 1).now()).signals())
        .as("session 20 of the month it was bought in")
        .isEmpty();
    assertThat(early.decide(spyOn("2024-03-13").filled("SPY", "2024-02-28", 10).now()).signals())
        .isEmpty();
    assertThat(early.decide(spyOn("2024-03-14").filled("SPY", "2024-02-28", 11).now()).signals())
        .hasSize(1);
  }

  @Test
  void beforeTheHurricaneNobodyKnewThatTwoSessionsWouldBeMissing() {
    TurnOfMonth early = new TurnOfMonth(Symbol.of("SPY"), -1, 3, 0.95);

    assertThat(Told.of(early.decide(spyOn("2012-10-26").now())))
        .containsExactly("not SPY not_entry_session");
  }

  @Test
  void anExitThatWasMissedIsMadeUpFor() {
    assertThat(heldOn("2024-03-08", "2024-03-01"))
        .containsExactly("exit SPY seasonality.turn_of_month_exit");
  }

  @Test
  void anExitOnTheFirstSessionSellsWhatWasJustFilled() {
    TurnOfMonth brief = new TurnOfMonth(Symbol.of("SPY"), 0, 1, 0.95);

    assertThat(brief.decide(spyOn("2024-03-01").filled("SPY", "2024-03-01", 0).now()).signals())
        .hasSize(1);
  }

  @Test
  void aSymbolThatMayNotBeEnteredIsPassedOver() {
    assertThat(Told.of(rule.decide(Seen.on("2024-02-29").without("SPY").now())))
        .containsExactly("not SPY too_few_bars");
    assertThat(Told.of(rule.decide(spyOn("2024-02-29").barred("SPY", "gap").now())))
        .containsExactly("not SPY gap");
  }

  @Test
  void otherSymbolsOfTheUniverseAreNotTheTarget() {
    assertThat(Told.of(rule.decide(spyOn("2024-02-29").with("QQQ", 1).now())))
        .containsExactly(
            "enter SPY seasonality.turn_of_month_entry weight 0.95 rank 1",
            "not QQQ not_the_target");
  }

  @Test
  void onTheLastDayTheCalendarKnowsItStillDecidesAndBeyondItOnlySells() {
    assertThat(flatOn("2029-12-31")).hasSize(1).first().asString().startsWith("enter SPY");
    assertThat(flatOn("2030-01-02")).containsExactly("not SPY calendar_ends");
    assertThat(heldOn("2030-01-02", "2030-01-02"))
        .containsExactly("exit SPY seasonality.turn_of_month_exit");
    assertThat(flatOn("1993-01-29")).hasSize(1).first().asString().startsWith("enter SPY");
  }

  @Test
  void theTemplateIsWhatTheTableSays() {
    assertThat(rule.name()).isEqualTo("daily.turn_of_month");
    assertThat(rule.family()).isEqualTo(Family.SEASONALITY);
    assertThat(rule.lookback()).isEqualTo(1);
    assertThat(rule.slots()).isEqualTo(1);
    assertThat(rule.isLowCadence()).isTrue();
    assertThat(rule.alsoReads()).containsExactly(Symbol.of("SPY"));
  }

  private List<String> flatOn(String session) {
    return Told.of(rule.decide(spyOn(session).now()));
  }

  private List<String> heldOn(String session, String filled) {
    return Told.of(rule.decide(spyOn(session).filled("SPY", filled, 2).now()));
  }

  private static Seen spyOn(String session) {
    return Seen.on(session).with("SPY", 100);
  }
}
