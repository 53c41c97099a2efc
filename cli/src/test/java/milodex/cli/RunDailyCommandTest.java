package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator does one session of a rehearsal after another.
class RunDailyCommandTest {

  private static final RehearsalBench.Period FOUR =
      new RehearsalBench.Period("2018-10-01", "2018-10-04");

  @TempDir private static Path directory;
  private static RehearsalBench rehearsal =
      new RehearsalBench(new Bench(Path.of("")), FOUR, "", List.of());

  @BeforeAll
  static void itRunsThroughOnce() throws IOException {
    rehearsal = RehearsalBench.in(directory, FOUR);
  }

  @BeforeEach
  void nothingIsLeftOfTheTestBefore() {
    rehearsal.forget();
  }

  @Test
  void eachCallDoesASessionAndTheLastSaysThatItIs() {
    List<String> sessions = new ArrayList<>();
    List<String> next = new ArrayList<>();
    List<String> ended = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      JsonNode done = rehearsal.bench().json(daily());
      assertThat(done.get("exit_code").asInt()).as("" + done).isZero();
      sessions.add(done.at("/data/session").asText());
      next.add(done.at("/data/next/moment").asText());
      ended.add(done.at("/data/ended").asText());
    }

    assertThat(sessions)
        .containsExactly("2018-10-01", "2018-10-02", "2018-10-03", "2018-10-04", "null");
    assertThat(next)
        .containsExactly("2018-10-02 begins", "2018-10-03 begins", "2018-10-04 begins", "", "");
    assertThat(ended)
        .containsExactly("session_over", "session_over", "session_over", "complete", "complete");
    assertThat(rehearsal.events()).isEqualTo(rehearsal.undisturbed());
  }

  @Test
  void itReportsWhatWasDoneWhenAndWhatIsDueNext() {
    Said said = rehearsal.bench().run(daily());

    assertThat(said.exit()).isZero();
    assertThat(flat(said.out()))
        .contains(
            "Session 2018-10-01 of rehearsal " + rehearsal.name(),
            "Before the open: books and broker are equal",
            "At the open: nothing to do",
            "After the close: 2 decisions",
            "Next: 2018-10-02 09:30 New York: the session begins",
            "milodex status --rehearsal " + rehearsal.name());
    assertThat(said.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void whatItDidAddsUpToWhatTheLedgerHolds() {
    int orders = 0;
    int decisions = 0;
    for (int i = 0; i < 4; i++) {
      for (JsonNode moment : rehearsal.bench().json(daily()).at("/data/moments")) {
        orders += moment.get("orders").asInt();
        decisions += moment.get("decisions").asInt();
        assertThat(moment.get("late_seconds").asInt()).isZero();
        assertThat(moment.get("missed").isNull()).isTrue();
      }
    }

    JsonNode whole = rehearsal.run();
    assertThat(orders).isPositive().isEqualTo(whole.at("/data/facts/order.submitted").asInt());
    assertThat(decisions).isEqualTo(whole.at("/data/facts/strategy.evaluated").asInt());
  }

  @Test
  void itGoesOnWithWhatStrategyRunLeftAndTheOtherWayRound() {
    rehearsal.bench().json(daily());
    assertThat(rehearsal.run().at("/data/ended").asText()).isEqualTo("complete");

    Said said = rehearsal.bench().run(daily());

    assertThat(said.exit()).isZero();
    assertThat(flat(said.out())).contains("has come to its end", "equal those of a backtest");
    assertThat(rehearsal.events()).isEqualTo(rehearsal.undisturbed());
  }

  @Test
  void whileItIsHaltedItSaysSo() {
    rehearsal.bench().json(daily());
    rehearsal.bench().json("halt", "--reason", "x", "--rehearsal", rehearsal.name());

    JsonNode done = rehearsal.bench().json(daily());

    assertThat(done.get("exit_code").asInt()).isZero();
    assertThat(done.at("/warnings/0/code").asText()).isEqualTo("halted");
  }

  @Test
  void whatIsNotOnPaperNeedsARehearsal() {
    JsonNode refused = rehearsal.bench().json("run", "daily", PULLBACK);

    assertThat(refused.get("exit_code").asInt()).isEqualTo(2);
    assertThat(refused.get("error_code").asText()).isEqualTo("strategy_stage_ineligible");
  }

  private static String[] daily() {
    return new String[] {
      "run", "daily", PULLBACK, ROTATION, "--rehearse", "--from", FOUR.from(), "--to", FOUR.to()
    };
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
