package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

  @TempDir private Path directory;

  @Test
  void oneSeedTellsAllThatWentWrongAndThatEverythingHolds() {
    Shell.Said said = new Shell(directory).run("simulate", "--seed", "3", "--days", "12");

    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains("What went wrong, seed 3")
        .contains("2023-01-")
        .contains("Ledger head")
        .contains("All invariants hold in 12 sessions of 1 seed.");
    assertThat(new Shell(directory).run("simulate", "--seed", "3", "--days", "12")).isEqualTo(said);
  }

  @Test
  void manySeedsTellHowOftenWhatWentWrong() {
    JsonNode reply = new Bench(directory).json("simulate", "--seeds", "3", "--days", "10");

    assertThat(reply.at("/broker").asText()).isEqualTo("SIMULATED");
    assertThat(reply.at("/data/sessions").asInt()).isEqualTo(30);
    assertThat(reply.at("/data/failed")).isEmpty();
    assertThat(reply.at("/data/orders").asInt()).isPositive();
    assertThat(reply.at("/data/faults/no_answer").asInt()).isPositive();
    assertThat(reply.at("/data/log").isMissingNode()).isTrue();
  }

  @Test
  void threadsChangeNothing() {
    Shell shell = new Shell(directory);

    assertThat(
            shell.run("simulate", "--seeds", "4", "--days", "8", "--threads", "4", "--json").out())
        .isEqualTo(
            shell.run("simulate", "--seeds", "4", "--days", "8", "--threads", "1", "--json").out());
  }

  @Test
  void whatCannotBeLivedIsRefused() {
    Shell.Said said = new Shell(directory).run("simulate", "--days", "3");

    assertThat(said.exit()).isEqualTo(ExitCode.INVALID.number());
    assertThat(said.err()).contains("--days is a number from 4 to 500").contains("3 was asked for");
  }
}
