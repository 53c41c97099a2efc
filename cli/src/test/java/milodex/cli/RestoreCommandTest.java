package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import milodex.broker.BrokerChange;
import milodex.broker.OrderReport;
import milodex.files.BrokerFile;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator took a backup; then bars came, a configuration was changed, and the broker took an
/// order.
class RestoreCommandTest {

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));
  private final List<ChildProcess> children = new ArrayList<>();

  @BeforeEach
  void aBackupAndWhatCameAfterIt() throws IOException {
    bench = Bench.in(directory);
    bench.importSpy();
    bench.opensBooks();
    Files.createDirectories(broker().resolveSibling(""));
    brokerTakes("mdx-1");
    assertThat(bench.run("backup", "kept").exit()).isEqualTo(7);
    Files.delete(broker());
    assertThat(bench.run("backup", "safe").exit()).isZero();
    bench.offer("daily/QQQ.csv", Bench.DAILY, "2024-01-02,10,11,9,10,100,");
    assertThat(bench.run("data", "import", "market").exit()).isZero();
    Files.writeString(risk(), Files.readString(risk()) + "# mine\n");
    brokerTakes("mdx-1");
  }

  @AfterEach
  void nobodyIsLeft() {
    children.forEach(ChildProcess::kill);
  }

  @Test
  void withoutConfirmationItSaysWhatWouldBeLostAndChangesNothing() {
    Map<String, String> before = files();

    JsonNode reply = bench.json("restore", "safe");

    assertThat(reply.get("exit_code").asInt()).as("" + reply).isEqualTo(3);
    assertThat(reply.get("error_code").asText()).isEqualTo("confirmation_required");
    assertThat(reply.at("/data/restored").asBoolean()).isFalse();
    assertThat(reply.at("/data/lost/known").asBoolean()).isTrue();
    assertThat(reply.at("/data/lost/events").asInt()).isOne();
    assertThat(reply.at("/data/files/0").asText()).isEqualTo("configs/risk.yaml");
    assertThat(reply.at("/data/broker").asText()).isEqualTo("kept");
    assertThat(files()).isEqualTo(before);
    assertThat(bench.run("restore", "safe").out()).contains("1 event after the backup");
  }

  @Test
  void whatItReplacesIsMovedAsideAndTheAccountIsHalted() throws IOException {
    String mine = Files.readString(risk());
    byte[] ledger = Files.readAllBytes(bench.ledger());
    byte[] orders = Files.readAllBytes(broker());

    JsonNode reply = bench.json("restore", "safe", "--confirm");

    assertThat(reply.get("exit_code").asInt()).as("" + reply).isZero();
    Path moved = Path.of(reply.at("/data/moved_to").asText());
    assertThat(moved.resolve("old/configs/risk.yaml")).hasContent(mine.strip());
    assertThat(moved.resolve("old/data/ledger.db")).hasBinaryContent(ledger);
    assertThat(risk()).hasSameBinaryContentAs(directory.resolve("safe/configs/risk.yaml"));
    assertThat(broker()).hasBinaryContent(orders);
    String head = BackupList.read(directory.resolve("safe")).head().toString();
    assertThat(bench.json("ledger", "verify", "--head", head).get("exit_code").asInt()).isZero();
    assertThat(bench.json("incidents", "list").at("/data/incidents/0/incident").asText())
        .isEqualTo(reply.at("/data/incident").asText());
    assertThat(tail()).contains("The ledger was restored from the backup", "took 1 order");
  }

  @Test
  void itSaysThatASaleWishedByHandIsSentThoughTheAccountIsHalted() {
    assertThat(bench.run("restore", "safe", "--confirm").out().replaceAll("\\s+", " "))
        .contains("sends nothing but a sale that you wished by hand")
        .contains("`milodex trade cancel ID --reason TEXT`");
  }

  @Test
  void aBackupThatIsDamagedIsRefusedAndNothingIsTouched() throws IOException {
    Map<String, String> before = files();
    for (String file : List.of("data/ledger.db", "configs/risk.yaml")) {
      Path damaged = directory.resolve("safe").resolve(file);
      byte[] bytes = Files.readAllBytes(damaged);
      byte[] other = bytes.clone();
      other[bytes.length / 2] ^= 1;
      Files.write(damaged, other);
      assertThat(refused("restore", "safe", "--confirm")).isEqualTo("backup_damaged");
      Files.delete(damaged);
      assertThat(refused("restore", "safe", "--confirm")).isEqualTo("backup_damaged");
      Files.write(damaged, bytes);
    }
    Path list = directory.resolve("safe/backup.json");
    String whole = Files.readString(list);
    for (String edited :
        List.of(
            whole.replaceFirst("ledger_head\":\"\\d+:.", "ledger_head\":\"3:f"),
            whole.replace("\"backup\":1", "\"backup\":2"),
            whole.replaceFirst("configs/risk.yaml", "../risk.yaml"),
            whole.replaceFirst("data/ledger.db", "data/other.db"),
            whole.substring(0, whole.length() / 2))) {
      Files.writeString(list, edited);
      assertThat(refused("restore", "safe", "--confirm")).isIn("backup_damaged", "no_backup");
    }
    Files.delete(list);
    assertThat(refused("restore", "safe", "--confirm")).isEqualTo("no_backup");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aStopAfterAnyStepIsGoneOnWithByTheSameCommand() throws IOException {
    List<String> steps = new ArrayList<>();
    Path stage = directory.resolve("stage");
    copy(bench.workspace(), stage);
    restoring(steps::add).run();
    String end = bench.json("ledger", "verify").at("/data/head").asText();
    String risk = Files.readString(risk());
    assertThat(steps).contains("committed", "placed data/ledger.db", "done").hasSizeGreaterThan(6);

    for (int last = 1; last <= steps.size(); last++) {
      String step = steps.get(last - 1);
      copy(stage, bench.workspace());
      String before = bench.json("ledger", "verify").at("/data/head").asText();
      assertThatThrownBy(restoring(new Killed.After(last))::run).isInstanceOf(Killed.class);

      boolean isTouched = last >= 1 + steps.indexOf("committed");
      if (isTouched && last < steps.size()) {
        for (String[] command :
            List.of(
                new String[] {"run", "daily", "--all"},
                new String[] {"status"},
                new String[] {"reconcile"},
                new String[] {"data", "import", "market"},
                new String[] {"halt", "--reason", "x"},
                new String[] {"backup", "other"})) {
          assertThat(refused(command)).as(step).isEqualTo("restore_unfinished");
        }
        assertThat(bench.json("restore", "safe").get("error_code").asText())
            .isEqualTo("confirmation_required");
      } else if (!isTouched) {
        assertThat(bench.json("ledger", "verify").at("/data/head").asText())
            .as(step)
            .isEqualTo(before);
      }
      if (last < steps.size()) {
        JsonNode reply = bench.json("restore", "safe", "--confirm");
        assertThat(reply.get("exit_code").asInt()).as(step + reply).isZero();
        assertThat(reply.at("/data/broker").asText()).as(step).isEqualTo("kept");
        assertThat(Path.of(reply.at("/data/moved_to").asText()).resolve("old/data/ledger.db"))
            .exists();
      }
      assertThat(bench.json("ledger", "verify").at("/data/head").asText()).as(step).isEqualTo(end);
      assertThat(risk()).hasContent(risk.strip());
    }
  }

  @Test
  void anotherBackupIsNotPutIntoOneThatIsHalfRestored() throws IOException {
    assertThat(bench.run("backup", "other").exit()).isEqualTo(7);
    copy(directory.resolve("safe"), directory.resolve("other"));
    Path list = directory.resolve("other/backup.json");
    Files.writeString(
        list, Files.readString(list).replaceFirst("\"version\":\"", "\"version\":\"x"));
    assertThatThrownBy(restoring(new Killed.At("committed"))::run).isInstanceOf(Killed.class);

    assertThat(refused("restore", "other", "--confirm")).isEqualTo("restore_unfinished");
  }

  @Test
  void aBrokerThatIsLostDamagedOrCutIsTakenFromTheBackup() throws IOException {
    Files.writeString(broker(), "garbage\n");

    JsonNode reply = bench.json("restore", "safe", "--confirm");

    assertThat(reply.get("exit_code").asInt()).as("" + reply).isZero();
    assertThat(reply.at("/data/broker").asText()).isEqualTo("restored");
    assertThat(broker()).isEmptyFile();
    assertThat(Path.of(reply.at("/data/moved_to").asText()).resolve("old/data/paper/broker.jsonl"))
        .hasContent("garbage");
    assertThat(tail()).contains("the broker knows of no order beyond it");
  }

  @Test
  void aLedgerThatAnotherProcessHasOpenIsLeftAlone() {
    ChildProcess holder =
        ChildProcess.start(
            directory.resolve("children"), LedgerHolder.class, bench.ledger().toString());
    children.add(holder);
    holder.awaitSaying("held");

    assertThat(refused("restore", "safe", "--confirm")).isEqualTo("ledger_locked");

    holder.kill();
    assertThat(bench.run("restore", "safe", "--confirm").exit()).isZero();
  }

  @Test
  void whileAStrategyRunsABackupIsMadeAndNothingIsRestored() throws IOException {
    PaperBench paper = PaperBench.without(directory.resolve("paper"));
    Bench operator = paper.at(PaperBench.START);
    ChildProcess runner =
        ChildProcess.start(
            directory.resolve("children"),
            Main.class,
            "strategy",
            "run",
            Sample.PULLBACK,
            "--home",
            operator.workspace().toString());
    children.add(runner);
    runner.awaitError("Next: the session of ", 1);

    assertThat(operator.run("backup", "safe").exit()).isZero();
    JsonNode reply = operator.json("restore", "safe", "--confirm");

    assertThat(reply.get("exit_code").asInt()).as("" + reply).isEqualTo(8);
    assertThat(reply.get("error_code").asText()).isEqualTo("strategy_locked");
    assertThat(reply.at("/data/failure/why").asText()).contains("" + runner.process().pid());
    assertThat(operator.workspace().resolve("data/replaced")).doesNotExist();
    runner.kill();
    assertThat(operator.run("restore", "safe", "--confirm").exit()).isZero();
  }

  @Test
  void onANewMachineTheWorkspaceIsMade() {
    JsonNode reply = bench.json("restore", "safe", "--confirm", "--home", "anew");

    assertThat(reply.get("exit_code").asInt()).as("" + reply).isZero();
    assertThat(reply.at("/data/lost/known").asBoolean()).isFalse();
    assertThat(reply.at("/data/broker").asText()).isEqualTo("none");
    assertThat(bench.json("data", "status", "--home", "anew").get("exit_code").asInt()).isZero();
    assertThat(directory.resolve("anew/configs/risk.yaml")).exists();
    assertThat(bench.json("data", "verify", "--home", "anew").get("exit_code").asInt()).isZero();
  }

  private Restoring restoring(Consumer<String> steps) {
    Invocation invocation = Killed.invocation(bench, "restore", "safe", "--yes");
    return new Restoring(invocation, directory.resolve("safe"), new Confirmation(), steps);
  }

  /// What the newest two events say.
  private String tail() {
    return bench.run("ledger", "tail", "2").out().replaceAll("\\s+", " ");
  }

  private String refused(String... command) {
    JsonNode reply = bench.json(command);
    assertThat(reply.get("exit_code").asInt()).as("" + reply).isNotZero();
    return reply.get("error_code").asText();
  }

  private Path risk() {
    return bench.workspace().resolve("configs/risk.yaml");
  }

  private Path broker() {
    return bench.workspace().resolve("data/paper/broker.jsonl");
  }

  /// An order that was rejected, and cost nothing.
  private void brokerTakes(String order) throws IOException {
    Money cash = Money.of(100_000);
    try (BrokerFile file = BrokerFile.open(broker(), cash)) {
      file.accept(
          new BrokerChange(
              cash,
              new TreeMap<>(),
              Optional.of(LocalDate.parse("2024-03-01")),
              Optional.of(
                  new OrderReport(
                      new ClientOrderId(order),
                      Symbol.of("SPY"),
                      Side.BUY,
                      Quantity.of(1),
                      OrderStatus.REJECTED,
                      Quantity.ZERO,
                      List.of(),
                      "no"))));
    }
  }

  /// Every file of the workspace, locks left out.
  private Map<String, String> files() {
    Map<String, String> files = bench.files();
    files.keySet().removeIf(name -> name.endsWith("lock"));
    return files;
  }

  /// Makes `to` what `from` is.
  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      try (Stream<Path> old = Files.walk(to)) {
        for (Path one : old.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(one);
        }
      }
    }
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Files.copy(one, to.resolve(from.relativize(one).toString()));
      }
    }
  }
}
