package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.cli.Shell.Said;
import milodex.ledger.Head;
import milodex.sqlite.SqliteLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator with two sessions of SPY takes backups.
class BackupCommandTest {

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void barsAreImported() {
    bench = Bench.in(directory);
    bench.importSpy();
  }

  @Test
  void aBackupIsALedgerThatVerifiesAndEveryFileWithItsSum() throws IOException {
    JsonNode reply = bench.json("backup", "safe");

    assertThat(reply.get("exit_code").asInt()).as("" + reply).isZero();
    BackupList list = BackupList.read(directory.resolve("safe"));
    list.check(directory.resolve("safe"), _ -> {});
    assertThat(list.files())
        .extracting(BackupList.Kept::path)
        .contains("data/ledger.db", "configs/risk.yaml")
        .anyMatch(path -> path.startsWith("data/bars/"))
        .noneMatch(path -> path.matches(".*(lock|tmp|-wal|-shm)"));
    assertThat(reply.at("/data/files").asInt()).isEqualTo(list.files().size());
    assertThat(reply.at("/refs/ledger_head").asText()).isEqualTo("" + list.head());
    try (SqliteLedger copy = SqliteLedger.openReadOnly(directory.resolve("safe/data/ledger.db"))) {
      assertThat(copy.verify(Optional.of(list.head()))).isEqualTo(list.head());
    }
    assertThat(bench.json("ledger", "verify").at("/data/head").asText())
        .isEqualTo("" + list.head());
  }

  @Test
  void itSaysWhereItIsAndHowItIsPutBack() {
    Said said = bench.run("backup", "safe");

    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("The backup is made", "milodex restore ", "Head 1:");
  }

  @Test
  void nothingThatExistsIsOverwritten() throws IOException {
    Files.createDirectories(directory.resolve("safe"));
    assertThat(bench.run("backup", "safe").exit()).isZero();
    byte[] list = Files.readAllBytes(directory.resolve("safe/backup.json"));

    JsonNode again = bench.json("backup", "safe");
    Files.writeString(directory.resolve("file"), "mine");

    assertThat(again.get("error_code").asText()).isEqualTo("file_exists");
    assertThat(bench.json("backup", "file").get("error_code").asText()).isEqualTo("file_exists");
    assertThat(directory.resolve("safe/backup.json")).hasBinaryContent(list);
    assertThat(directory.resolve("file")).hasContent("mine");
  }

  @Test
  void itIsNotMadeWithinWhatItCopies() {
    for (String inside : List.of("workspace/data/x", "workspace/configs/x", "workspace", "."))
      assertThat(bench.json("backup", inside).get("error_code").asText())
          .isIn("backup_inside", "file_exists");
    assertThat(bench.run("backup", "workspace/backups/monday").exit()).isZero();
  }

  @Test
  void aDamagedLedgerGivesNoBackup() throws IOException {
    byte[] bytes = Files.readAllBytes(bench.ledger());
    for (int i = bytes.length / 3; i < bytes.length; i++) {
      bytes[i] = 0;
    }
    Files.write(bench.ledger(), bytes);

    JsonNode reply = bench.json("backup", "new/safe");

    assertThat(reply.get("exit_code").asInt()).as("" + reply).isEqualTo(7);
    assertThat(reply.get("error_code").asText()).isEqualTo("ledger_corrupt");
    assertThat(reply.at("/data/failure/next").asText()).contains("milodex restore DIRECTORY");
    assertThat(directory.resolve("new")).doesNotExist();
  }

  @Test
  void whileAnotherProcessAppendsTheCopyIsOneMomentOfIt() throws IOException {
    Path data = bench.ledger().resolveSibling("");
    ChildProcess writer =
        ChildProcess.start(directory.resolve("children"), StepLoop.class, data.toString());
    try {
      long before = seq();
      while (seq() < before + 20) {
        Thread.onSpinWait();
      }
      for (String name : List.of("one", "two", "three")) {
        JsonNode reply = bench.json("backup", name);

        assertThat(reply.get("exit_code").asInt()).as("" + reply).isZero();
        Head head = BackupList.read(directory.resolve(name)).head();
        assertThat(head.seq()).isGreaterThan(before);
        assertThat(bench.json("ledger", "verify", "--head", "" + head).get("exit_code").asInt())
            .isZero();
        assertThat(bench.json("restore", name).get("error_code").asText())
            .isEqualTo("confirmation_required");
        before = head.seq();
      }
    } finally {
      writer.kill();
    }
  }

  @Test
  void aKillAnywhereLeavesNoBackup() throws IOException {
    List<String> steps = new ArrayList<>();
    new BackingUp(invocation(), directory.resolve("whole"), steps::add).run();
    assertThat(steps).hasSizeGreaterThan(5);

    for (int last = 0; last < steps.size(); last++) {
      Path target = directory.resolve("killed" + last);
      assertThatThrownBy(new BackingUp(invocation(), target, new Killed.After(1 + last))::run)
          .isInstanceOf(Killed.class);

      assertThat(bench.json("restore", target.toString()).get("error_code").asText())
          .isEqualTo("no_backup");
    }
  }

  @Test
  void aDiskThatIsFullLeavesNothing() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash to limit the size of files with");
    long events = seq();
    Path plugins = Files.createDirectories(bench.workspace().resolve("plugins"));
    Files.write(plugins.resolve("large.jar"), new byte[5_000_000]);
    List<String> limited = List.of("/bin/bash", "-c", "ulimit -f 4000 && exec \"$@\"", "bash");

    Said said =
        ChildProcess.start(
                directory.resolve("children"),
                limited,
                Main.class,
                "backup",
                directory.resolve("new/safe").toString(),
                "--home",
                bench.workspace().toString(),
                "--json")
            .ended();

    assertThat(said.exit()).as(said.out() + said.err()).isEqualTo(4);
    assertThat(said.out())
        .contains("\"No backup was made.\"", "large.jar: ", "nothing is left of it")
        .contains("the disk of " + directory.resolve("new/safe") + " has ")
        .contains("files_unavailable");
    assertThat(directory.resolve("new")).doesNotExist();
    assertThat(seq()).isEqualTo(events);
  }

  private long seq() {
    try (SqliteLedger ledger = SqliteLedger.openReadOnly(bench.ledger())) {
      return ledger.head().seq();
    }
  }

  private Invocation invocation() {
    return Killed.invocation(bench);
  }
}
