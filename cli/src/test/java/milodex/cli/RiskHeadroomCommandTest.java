package milodex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RiskHeadroomCommandTest {

  @TempDir private static Path directory;
  private static String name = "";

  private static Bench bench() {
    return new Bench(directory);
  }

  @BeforeAll
  static void aRehearsalHasRun() throws IOException {
    Bench bench = Sample.in(directory);
    assertThat(bench.run("promotion", "freeze", Sample.ROTATION).exit()).isZero();
    JsonNode done =
        bench.json(
            "strategy",
            "run",
            Sample.ROTATION,
            "--rehearse",
            "--from",
            "2018-01-02",
            "--to",
            "2018-03-29");
    assertThat(done.at("/exit_code").asInt()).isZero();
    name = done.at("/data/name").asText();
  }

  @Test
  @Order(1)
  void anAccountThatNeverTradedHasNothingToShow() {
    JsonNode reply = bench().json("risk", "headroom");

    assertThat(reply.at("/exit_code").asInt()).isZero();
    assertThat(reply.at("/data/limits")).isEmpty();
  }

  @Test
  @Order(2)
  void everyRowFromThirteenToTwentyFiveIsShownAndAddsUp() {
    JsonNode limits = headroom().at("/data/limits");

    List<Integer> rows = new ArrayList<>();
    for (JsonNode one : limits) {
      rows.add(one.get("row").asInt());
      if (one.get("unit").asText().equals("dollars")) {
        double free = one.get("limit").asDouble() - one.get("used").asDouble();
        assertThat(one.get("free").asDouble())
            .isCloseTo(free - one.get("reserved").asDouble(), within(one));
      }
    }
    assertThat(rows).contains(13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 24, 25);
    JsonNode total = named(limits, "total exposure");
    assertThat(total.get("used").asDouble()).isPositive();
    assertThat(named(limits, "account positions").get("used").asInt()).isEqualTo(1);
    assertThat(named(limits, "share of mean volume").get("limit").isNull()).isTrue();
    assertThat(named(limits, "share of mean volume").at("/undefined/limit").asText())
        .contains("depends on the symbol");
    assertThat(bench().run("risk", "headroom", "--rehearsal", name).out())
        .contains("Used", "Reserved", "Free", "total exposure");
  }

  @Test
  @Order(3)
  void withoutItsFilesDollarsAreUnknownWithTheReasonAndCountsAreStillKnown() throws IOException {
    Path policy = bench().workspace().resolve("configs/risk.yaml");
    String before = Files.readString(policy, UTF_8);
    String other = before.replace("standard_allocation_pct: 0.08", "standard_allocation_pct: 0.07");
    assertThat(other).isNotEqualTo(before);
    Files.writeString(policy, other);
    try {
      JsonNode reply = headroom();

      assertThat(reply.at("/exit_code").asInt()).isZero();
      assertThat(reply.at("/warnings/0/code").asText()).isEqualTo("headroom_unknown");
      JsonNode limits = reply.at("/data/limits");
      assertThat(named(limits, "total exposure").get("used").isNull()).isTrue();
      assertThat(named(limits, "total exposure").at("/undefined/used").asText())
          .contains("another allocation");
      assertThat(named(limits, "account positions").get("used").asInt()).isEqualTo(1);
    } finally {
      Files.writeString(policy, before);
    }
  }

  @Test
  @Order(4)
  void aFleetThatTheAccountAloneKeepsFromEnteringIsWarnedOf() throws IOException {
    JsonNode calm = headroom();
    assertThat(calm.at("/data/entries/0/enters").asText()).isEqualTo("SIM-IDX");
    assertThat(calm.get("warnings")).isEmpty();
    Path policy = bench().workspace().resolve("configs/risk.yaml");
    String before = Files.readString(policy, UTF_8);
    String tight = before.replace("max_total_exposure_pct: 0.50", "max_total_exposure_pct: 0.0001");
    assertThat(tight).isNotEqualTo(before);
    Files.writeString(policy, tight);
    try {
      JsonNode reply = headroom();

      assertThat(reply.at("/exit_code").asInt()).isZero();
      assertThat(reply.at("/warnings/0/code").asText()).as("" + reply).isEqualTo("fleet_blocked");
      assertThat(reply.at("/warnings/0/says").asText())
          .isEqualTo(
              "No strategy can enter anything: limits of the account stop 1 of 1"
                  + " (max_total_exposure_exceeded), while their own leave room. That stays so"
                  + " whatever is sold: see these limits in configs/risk.yaml.");
      assertThat(reply.at("/data/entries/0/stopped_by_account/0").asText())
          .isEqualTo("max_total_exposure_exceeded");
      assertThat(bench().run("risk", "headroom", "--rehearsal", name).out().replaceAll("\\s+", " "))
          .contains("STOPPED by the account: max_total_exposure_exceeded");
    } finally {
      Files.writeString(policy, before);
    }
  }

  private static JsonNode headroom() {
    return bench().json("risk", "headroom", "--rehearsal", name);
  }

  private static org.assertj.core.data.Offset<Double> within(JsonNode one) {
    return org.assertj.core.api.Assertions.within(1e-6 * Math.abs(one.get("limit").asDouble()));
  }

  private static JsonNode named(JsonNode limits, String name) {
    for (JsonNode one : limits) {
      if (one.get("name").asText().equals(name)) {
        return one;
      }
    }
    throw new AssertionError(name + " is not among " + limits);
  }
}
