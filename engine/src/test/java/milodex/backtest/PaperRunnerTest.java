package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import milodex.HandClock;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.trading.RunEnd;
import milodex.trading.StopRequests.Wanted;
import org.junit.jupiter.api.Test;

/// A program waits for bars by its clock, while an operator imports some.
class PaperRunnerTest {

  private static final Instant START = TinyPaper.instant("2024-03-06T19:00");

  private final HandClock clock = new HandClock().at(START);
  private final List<Instant> turns = new ArrayList<>();
  private final TinyPaper paper =
      new TinyPaper(
          TinyMarket.of("2024-03-07", "2024-03-08").bars("ACME", "50/50 51/51"),
          new Script().buy("2024-03-07", "ACME", 0.4));
  private Wanted wanted = Wanted.GO_ON;
  private long imports;

  @Test
  void itSleepsUntilBarsCanBeFinalAndWakesWhenSomeCome() {
    paper.imports("2024-03-06");
    at("2024-03-07T17:00", () -> imports("2024-03-07"));
    at("2024-03-08T16:30", () -> imports("2024-03-08"));
    at("2024-03-08T18:00", () -> wanted = Wanted.CONTROLLED_STOP);

    RunEnd end = run();

    assertThat(end).isInstanceOf(RunEnd.Stopped.class);
    assertThat(paper.story()).hasSize(2).first().isEqualTo("03-07 17:00 wants BUY ACME");
    assertThat(paper.story()).last().asString().startsWith("03-08 09:30 bought 78 ACME");
    assertThat(paper.moments()).last().isEqualTo("2024-03-08 closes: 30");
  }

  @Test
  void whileNothingIsDueItLooksSeldom() {
    paper.imports("2024-03-06");
    at("2024-03-07T16:00", () -> wanted = Wanted.CONTROLLED_STOP);

    run();

    assertThat(turns).hasSizeBetween(2, 130);
    assertThat(paper.moments()).isEmpty();
  }

  @Test
  void itDoesWhatIsDueAtOnceWhenTheBarsWereThereBeforeTheClose() {
    paper.imports("2024-03-08");
    at("2024-03-07T16:30", () -> wanted = Wanted.KILL_SWITCH);

    RunEnd end = run();

    assertThat(end)
        .isInstanceOfSatisfying(
            RunEnd.KillWanted.class,
            kill -> assertThat(kill.next().name()).isEqualTo("2024-03-08 begins"));
    assertThat(paper.moments()).last().isEqualTo("2024-03-07 closes: 20");
    assertThat(paper.books().intents().pending())
        .extracting(one -> one.intent().strategy())
        .containsExactly(Play.ID);
  }

  private RunEnd run() {
    paper.stops(() -> Wanted.GO_ON);
    return new PaperRunner(
            clock,
            () -> wanted,
            wall -> {
              turns.add(wall);
              return paper.at(wall);
            },
            () -> imports + paper.ledger().head().seq())
        .run();
  }

  private void imports(String until) {
    paper.imports(until);
    imports++;
  }

  private void at(String time, Runnable what) {
    clock.after(Duration.between(START, TinyPaper.instant(time)), what);
  }
}
