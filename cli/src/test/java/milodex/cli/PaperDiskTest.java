package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milodex.files.Disk;
import milodex.files.DiskReserve;
import milodex.ledger.Fact;
import milodex.ledger.RiskFact.TroubleFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The disk under a paper account runs full, and the operator makes room.
class PaperDiskTest {

  private static final long MIB = 1L << 20;
  private static final String RESET = "`milodex trade kill-switch reset ";

  @TempDir private Path directory;
  private PaperBench paper;
  private Path reserve;
  private long free = 1_000 * MIB;
  private Disk disk = _ -> free - (Files.exists(reserve) ? Files.size(reserve) : 0);

  @BeforeEach
  void anAccountWithBarsForAWeek() throws IOException {
    paper = PaperBench.in(directory);
    paper.imports("2018-10-08T17:00");
    reserve = paper.at(PaperBench.START).workspace().resolve("data").resolve(DiskReserve.NAME);
  }

  @Test
  void entriesStopWithTheReserveLetGoAndGoOnOnceThereIsRoomAndTheHaltIsReset() {
    assertThat(step(daily(PaperBench.START))).startsWith("ok ");
    daily("2018-10-01T17:00");
    assertThat(reserve).exists();

    free = 100 * MIB;
    JsonNode full = daily("2018-10-02T17:00");

    assertThat(full.get("exit_code").asInt()).as("" + full).isZero();
    assertThat(step(full)).startsWith("warn 99 MiB are free on the disk of ");
    assertThat(reserve).doesNotExist();
    assertThat(paper.events())
        .noneSatisfy(event -> assertThat(event.fact()).isInstanceOf(Fact.OrderSubmitted.class));
    JsonNode status = json("2018-10-02T18:00", "status");
    assertThat(status.at("/data/condition").asText()).isEqualTo("halted");
    JsonNode incident = status.at("/data/incidents/0");
    assertThat(incident.get("trigger").asText()).isEqualTo("disk_low");
    assertThat(incident.get("mode").asText()).isEqualTo("reduce-only");
    assertThat("" + incident).contains("99 MiB are free", "256 MiB have to be", "make room there");

    free = 1_000 * MIB;
    assertThat(json("2018-10-02T19:00", proposed("2018-10-02T18:30")).get("exit_code").asInt())
        .isZero();
    assertThat(step(daily("2018-10-03T17:00"))).startsWith("ok ");
    assertThat(reserve).exists();
    assertThat(paper.events())
        .anySatisfy(event -> assertThat(event.fact()).isInstanceOf(Fact.OrderSubmitted.class));
  }

  @Test
  void whileASessionIsWaitedForAShortageIsPutOnRecordOnceAndHaltsNothing() {
    daily(PaperBench.START);
    assertThat(reserve).exists();
    free = 100 * MIB;

    daily("2018-10-01T10:00");
    daily("2018-10-01T10:10");

    assertThat(reserve).doesNotExist();
    assertThat(paper.events())
        .filteredOn(event -> event.fact() instanceof TroubleFound)
        .singleElement()
        .satisfies(event -> assertThat("" + event.fact()).contains("disk_low", "99 MiB are free"));
    assertThat(json("2018-10-01T10:20", "status").at("/data/incidents")).isEmpty();

    free = 1_000 * MIB;
    daily("2018-10-01T17:00");

    assertThat(reserve).exists();
    assertThat(json("2018-10-01T18:00", "status").at("/data/incidents")).isEmpty();
  }

  @Test
  void aShortageThatWasWaitedWithHaltsAsTheSessionBegins() {
    daily(PaperBench.START);
    free = 100 * MIB;
    daily("2018-10-01T10:00");

    daily("2018-10-01T17:00");

    assertThat(json("2018-10-01T18:00", "status").at("/data/incidents/0").get("trigger").asText())
        .isEqualTo("disk_low");
  }

  @Test
  void theOperatorsHaltFindsRoomToBeWrittenDown() {
    daily(PaperBench.START);
    assertThat(reserve).exists();
    free = 2 * MIB;

    assertThat(json("2018-10-01T08:00", "halt", "--reason", "full").at("/data/new").asBoolean())
        .isTrue();

    assertThat(reserve).doesNotExist();
  }

  @Test
  void aDiskThatCannotBeAskedIsSaidAndHaltsNothing() {
    disk =
        _ -> {
          throw new IOException("no such device");
        };
    daily(PaperBench.START);

    JsonNode done = daily("2018-10-01T17:00");

    assertThat(done.get("exit_code").asInt()).isZero();
    assertThat(step(done)).startsWith("warn nobody knows").contains("no such device");
    assertThat(json("2018-10-01T18:00", "status").at("/data/incidents")).isEmpty();
  }

  @Test
  void aReserveThatCannotBeMadeHaltsEntriesAndCrashesNothing() throws IOException {
    Files.createDirectories(reserve.resolve("in the way"));
    daily(PaperBench.START);

    JsonNode done = daily("2018-10-01T17:00");

    assertThat(done.get("exit_code").asInt()).isZero();
    assertThat(step(done)).startsWith("warn ").contains("cannot be written into");
    assertThat(json("2018-10-01T18:00", "status").at("/data/incidents/0").get("trigger").asText())
        .isEqualTo("disk_low");
  }

  /// What `status` proposes for an incident, with a reason.
  private String[] proposed(String time) {
    String says =
        new Bench(directory, PaperBench.instant(time), disk)
            .run("status")
            .out()
            .replaceAll("\\s+", " ");
    assertThat(says).contains(RESET);
    String command = says.substring(says.indexOf(RESET) + 1);
    return command
        .substring("milodex ".length(), command.indexOf('`'))
        .replace("TEXT", "room_was_made")
        .split(" ");
  }

  private JsonNode daily(String time) {
    return json(time, "run", "daily", PULLBACK, ROTATION);
  }

  private JsonNode json(String time, String... command) {
    return new Bench(directory, PaperBench.instant(time), disk).json(command);
  }

  /// Outcome and words of the step that looks at the disk.
  private static String step(JsonNode started) {
    List<String> found = new ArrayList<>();
    for (JsonNode step : started.at("/data/start_up")) {
      if (step.get("step").asText().equals("disk")) {
        found.add(step.get("outcome").asText() + " " + step.get("found").asText());
      }
    }
    assertThat(found).as("" + started).hasSize(1);
    return found.getFirst();
  }
}
