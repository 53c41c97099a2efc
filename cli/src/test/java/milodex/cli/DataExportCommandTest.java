package milodex.cli;

import static milodex.cli.Bench.ACTIONS;
import static milodex.cli.Bench.DAILY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stored bars leave the workspace as files.
class DataExportCommandTest {

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aWorkspaceWithOneSplitSymbol() {
    bench = Bench.in(directory);
    bench.offer("daily/QQQ.csv", DAILY, "2024-01-02,10,11,9,10,100,", "2024-01-03,10,11,9,10,120,");
    bench.offer("daily-raw/QQQ.csv", DAILY, "2024-01-02,20,22,18,20.125,50,9.5");
    bench.offer("corporate-actions/QQQ.csv", ACTIONS, "2024-01-03,split,2,derived");
    assertThat(bench.run("data", "import", "market").exit()).isZero();
  }

  @Test
  void csvIsLaidOutAsTheImportReadsIt() throws IOException {
    Said said = bench.run("data", "export", "QQQ", "--format", "csv", "--out", "out");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).contains("2 series of 1 symbol");
    assertThat(directory.resolve("out/daily-raw/QQQ.csv"))
        .hasContent(DAILY + "2024-01-02,20,22,18,20.125,50,\n");
    assertThat(directory.resolve("out/corporate-actions/QQQ.csv"))
        .hasContent(ACTIONS + "2024-01-03,split,2,reported\n");
    JsonNode again = bench.json("data", "import", "out");
    assertThat(again.at("/data/series")).hasSize(2);
    assertThat(again.at("/data/series").findValuesAsText("outcome")).containsOnly("unchanged");
    assertThat(again.at("/data/facts").asInt()).isZero();
  }

  @Test
  void parquetIsOneFileForEachSeries() {
    assertThat(bench.run("data", "export", "qqq", "--format", "parquet", "--out", "out").exit())
        .isZero();
    assertThat(directory.resolve("out")).isDirectoryContaining("glob:**QQQ_1Day_raw.parquet");
    assertThat(directory.resolve("out"))
        .isDirectoryContaining("glob:**QQQ_1Day_split-adjusted.parquet");
  }

  @Test
  void noFileIsReplaced() throws IOException {
    Files.createDirectories(directory.resolve("out"));
    Files.writeString(directory.resolve("out/mine.txt"), "mine");
    JsonNode reply = bench.json("data", "export", "QQQ", "--format", "csv", "--out", "out");
    assertThat(reply.get("exit_code").asInt()).isEqualTo(3);
    assertThat(reply.get("error_code").asText()).isEqualTo("folder_not_empty");
    assertThat(directory.resolve("out")).isDirectoryNotContaining("glob:**daily*");
  }

  @Test
  void aSymbolWithoutBarsIsNamedBeforeAnythingIsWritten() {
    JsonNode reply = bench.json("data", "export", "QQQ", "QQ", "--format", "csv", "--out", "out");
    assertThat(reply.get("exit_code").asInt()).isEqualTo(4);
    assertThat(reply.at("/data/failure/next").asText()).startsWith("Did you mean `QQQ`?");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void barsThatCannotBeReadHalfWayLeaveTheFolderAsItWas() throws IOException {
    bench.offer("daily/SPY.csv", DAILY, "2024-01-02,10,11,9,10,100,");
    assertThat(bench.run("data", "import", "market").exit()).isZero();
    try (Stream<Path> files = Files.list(bench.bars())) {
      for (Path file : files.filter(one -> one.toString().contains("SPY_")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4, 60, (byte) 0);
        Files.write(file, bytes);
      }
    }
    Files.createDirectories(directory.resolve("out"));

    JsonNode reply = bench.json("data", "export", "QQQ", "SPY", "--format", "csv", "--out", "out");

    assertThat(reply.get("error_code").asText()).as("" + reply).isEqualTo("data_unavailable");
    assertThat(reply.at("/data/failure/what").asText()).isEqualTo("Nothing was exported.");
    assertThat(reply.at("/data/failure/did").asText())
        .isEqualTo("What was written was taken away again: nothing is left of it.");
    assertThat(directory.resolve("out")).isEmptyDirectory();
    assertThat(bench.run("data", "export", "QQQ", "--format", "csv", "--out", "out").exit())
        .isZero();
  }

  @Test
  void formatAndFolderMustBeSaid() {
    assertThat(bench.json("data", "export", "QQQ", "--out", "out").get("exit_code").asInt())
        .isEqualTo(3);
    assertThat(bench.json("data", "export", "QQQ", "--format", "csv").get("exit_code").asInt())
        .isEqualTo(3);
    assertThat(
            bench
                .json("data", "export", "QQQ", "--format", "xml", "--out", "out")
                .get("exit_code")
                .asInt())
        .isEqualTo(3);
  }
}
