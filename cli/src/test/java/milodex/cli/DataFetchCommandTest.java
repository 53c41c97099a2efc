package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bars are fetched from the one provider there is, on the afternoon of 1 March 2024.
class DataFetchCommandTest {

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aFreshWorkspace() {
    bench = Bench.in(directory);
  }

  @Test
  void barsAndActionsAreStoredAndTheLedgerIsTold() {
    Said said =
        bench.run("data", "fetch", "sim-hotel", "--from", "2008-01-02", "--to", "2022-12-30");
    assertThat(said)
        .isEqualTo(
            new Said(
                0,
                """
                Symbol     Asked for                 Bars        Sessions  Lacking
                ---------  ------------------------  ----  --------------  ---------------------
                SIM-HOTEL  2008-01-02 to 2022-12-30  new   2,425 of 3,777  none before
                                                                           2013-05-16

                sample was asked 1 time for 2008-01-02 to 2022-12-30; bars of 1 of 1 symbol are
                stored.

                Warning: sample did not deliver all that it was asked for of 1 symbol, see
                Lacking. Only --again asks for it once more.
                """,
                ""));
    assertThat(facts())
        .containsExactly(
            "SIM-HOTEL 1Day raw: 2,425 bars from sample, 2013-05-16 to 2022-12-30.",
            "SIM-HOTEL 1Day: asked sample for 2008-01-02 to 2022-12-30, which delivered 2,425"
                + " bars, 2013-05-16 to 2022-12-30.");
    assertThat(bench.run("data", "verify").exit()).isZero();
  }

  @Test
  void theSameFetchAgainMakesNoRequestAndChangesNoFile() {
    String[] fetch = {"data", "fetch", "SIM-HOTEL", "SIM-IDX", "--from", "2008-01-02"};
    assertThat(bench.run(fetch).exit()).isZero();
    Map<String, String> before = bench.files();

    JsonNode again = bench.json(fetch);

    assertThat(again.at("/summary").asText()).startsWith("sample was asked nothing for ");
    assertThat(again.at("/data/symbols/0/outcome").asText()).isEqualTo("asked_before");
    assertThat(again.at("/data/symbols/0/asked_from").isNull()).isTrue();
    assertThat(again.at("/data/symbols/0/lacking/0").asText()).isEqualTo("none before 2013-05-16");
    assertThat(again.at("/warnings")).isEmpty();
    assertThat(bench.files()).isEqualTo(before);
  }

  @Test
  void aFetchThatWasCutShortGoesOnWithWhatIsLacking() {
    bench.run("data", "fetch", "SIM-ALFA", "SIM-BND");
    JsonNode whole = bench.json("data", "fetch-universe", "universe.sim_market.v1");
    assertThat(whole.get("exit_code").asInt()).isZero();
    assertThat(outcomes(whole, "asked_before")).isEqualTo(2);
    assertThat(outcomes(whole, "new")).isEqualTo(15);
  }

  @Test
  void aTailIsAskedForFromTheDayAfterTheLastRequest() {
    bench.run("data", "fetch", "SIM-IDX", "--from", "2020-01-02", "--to", "2020-06-30");
    JsonNode more =
        bench.json("data", "fetch", "SIM-IDX", "--from", "2020-01-02", "--to", "2020-12-31");
    assertThat(more.at("/data/symbols/0/asked_from").asText()).isEqualTo("2020-07-01");
    assertThat(more.at("/data/symbols/0/outcome").asText()).isEqualTo("extended");
    assertThat(more.at("/data/symbols/0/covered").asInt()).isEqualTo(253);
    assertThat(more.at("/warnings")).isEmpty();
  }

  @Test
  void whatWasNotDeliveredIsWarnedOfWhenItWasAskedForAndNotEveryEvening() {
    String[] fetch = {"data", "fetch", "SIM-IDX", "SIM-ECHO", "--from", "2007-01-03", "--to", ""};
    fetch[7] = "2020-06-30";
    assertThat(bench.json(fetch).at("/warnings/0/code").asText()).isEqualTo("history_short");

    fetch[7] = "2020-07-01";
    JsonNode evening = bench.json(fetch);

    assertThat(evening.at("/data/symbols/0/asked_from").asText()).isEqualTo("2020-07-01");
    assertThat(evening.at("/warnings")).as("" + evening).isEmpty();
    assertThat(bench.json("data", "fetch", "SIM-IDX", "--to", "2023-01-04").at("/warnings"))
        .singleElement()
        .extracting(warning -> warning.get("code").asText())
        .isEqualTo("history_short");
  }

  @Test
  void askingAgainComparesWithWhatIsStored() {
    bench.run("data", "fetch", "SIM-IDX");
    JsonNode again = bench.json("data", "fetch", "SIM-IDX", "--again");
    assertThat(again.at("/data/symbols/0/outcome").asText()).isEqualTo("unchanged");
    assertThat(facts()).filteredOn(line -> line.contains("asked sample")).hasSize(2);
  }

  @Test
  void whatDisagreesReplacesStoredBarsAsARevision() {
    bench.offer("daily-raw/SIM-IDX.csv", Bench.DAILY, "2020-01-02,9,9,9,9,9,");
    bench.run("data", "import", "market");
    JsonNode fetched =
        bench.json("data", "fetch", "SIM-IDX", "--from", "2020-01-02", "--to", "2020-06-30");
    assertThat(fetched.at("/data/symbols/0/outcome").asText()).isEqualTo("revised");
    assertThat(fetched.at("/warnings/0/code").asText()).isEqualTo("bars_revised");
    assertThat(facts())
        .anyMatch(line -> line.contains("SIM-IDX 1Day raw: bars ") && line.contains("Reason: "));
    assertThat(bench.run("data", "verify").exit()).isZero();
  }

  @Test
  void theDayThatHasNotSettledIsNotAskedFor() {
    assertThat(bench.json("data", "fetch", "SIM-IDX", "--to", "2024-03-01").at("/data/to").asText())
        .isEqualTo("2024-02-29");
  }

  @Test
  void anEndOfTradingIsNoMissingTail() {
    JsonNode ended = bench.json("data", "fetch", "SIM-ECHO", "--from", "2008-01-02");
    assertThat(ended.at("/data/symbols/0/lacking")).isEmpty();
  }

  @Test
  void aProviderThatIsNotThereIsAnsweredWithThoseThatAre() {
    Said said = bench.run("data", "fetch", "SPY", "--provider", "alpaca");
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err().replaceAll("\\s+", " "))
        .contains(
            "There is no provider `alpaca`.",
            "This version knows: sample. Vendors of real prices come later.",
            "Nothing was done.",
            "`milodex data import PATH`");
  }

  @Test
  void whatIsNotDeliveredIsSaidAndTheRestIsStored() {
    JsonNode reply = bench.json("data", "fetch", "SIM-IDX", "SPY", "--from", "2008-01-02");
    assertThat(reply.get("exit_code").asInt()).isEqualTo(4);
    assertThat(reply.get("error_code").asText()).isEqualTo("bars_not_delivered");
    assertThat(reply.at("/data/failure/what").asText()).contains("no bars of SPY");
    assertThat(reply.at("/data/failure/did").asText()).contains("other symbols are stored");
    assertThat(bench.json("data", "status").at("/data/series")).hasSize(1);
  }

  @Test
  void whatCannotBeAskedForIsRefusedBeforeAnythingIsDone() {
    Map<String, String> before = bench.files();
    for (String options :
        new String[] {
          "--timeframe 1Min",
          "--from 2025-01-02",
          "--from 2020-02-01 --to 2020-01-01",
          "--from 1950-01-02",
          "--timeframe 2Day"
        }) {
      JsonNode reply = bench.json(("data fetch SIM-IDX " + options).split(" "));
      assertThat(reply.get("exit_code").asInt()).as(options).isEqualTo(3);
    }
    assertThat(
            bench.json("data", "fetch-universe", "universe.sim_markt.v1").get("exit_code").asInt())
        .isEqualTo(3);
    assertThat(bench.files()).isEqualTo(before);
  }

  private static long outcomes(JsonNode reply, String outcome) {
    return StreamSupport.stream(reply.at("/data/symbols").spliterator(), false)
        .filter(one -> one.get("outcome").asText().equals(outcome))
        .count();
  }

  private List<String> facts() {
    return bench.json("ledger", "tail", "100").at("/data/events").findValuesAsText("says");
  }
}
