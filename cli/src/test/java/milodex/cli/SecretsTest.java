package milodex.cli;

import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import milodex.cli.Shell.Ears;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keys of a broker are in the environment of every command, and nowhere else.
class SecretsTest {

  private static final String KEY = "PKTESTKEYOFNOBODY42";
  private static final String SECRET = "c2VjcmV0LW9mLW5vYm9keS00Mg";

  @TempDir private Path directory;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void anOperatorWithKeys() {
    shell =
        new Shell(directory)
            .with("COLUMNS", "80")
            .with("MILODEX_HOME", "workspace")
            .with("APCA_API_KEY_ID", KEY)
            .with("APCA_API_SECRET_KEY", SECRET)
            .with("MILODEX_BROKER_SECRET", SECRET);
  }

  @Test
  void noAnswerNoExportAndNoFileHoldsThem() throws IOException {
    for (String command :
        List.of(
            "0 init",
            "0 data fetch SIM-IDX SIM-BND",
            "0 backtest " + ROTATION + " --start 2017-01-03 --end 2018-12-31",
            "0 promotion freeze " + ROTATION,
            "0 data export SIM-IDX --format csv --out bars",
            "0 ledger export ledger.jsonl",
            "0 config validate --all",
            "0 halt --reason storm",
            "2 strategy run " + ROTATION,
            "0 status --json",
            "3 nonsense")) {
      Said said = shell.run(command.substring(2).split(" "));
      assertThat(command).startsWith(said.exit() + " ");
      assertHoldsNone(command, said(said));
    }
    assertNoFileHoldsThem();
  }

  @Test
  void aBugIsWrittenDownWithoutThem() throws IOException {
    assertThat(shell.run("init").exit()).isZero();
    Ears ears = new Ears();
    Environment real = shell.environment(ears);
    Environment broken =
        new Environment(
            real.variables(),
            real.directory(),
            real.clocks(),
            real.in(),
            real.out(),
            real.err(),
            real.terminals(),
            _ -> {
              throw new IllegalStateException("a disk that nobody thought of");
            });

    int exit = Main.run(broken, "halt", "--reason", "storm", "--json");

    assertThat(exit).isEqualTo(ExitCode.INTERNAL_ERROR.number());
    assertHoldsNone("halt", said(new Said(exit, ears.out(), ears.err())));
    try (Stream<Path> crashes = Files.list(directory.resolve("workspace/data/crash"))) {
      assertThat(crashes)
          .singleElement()
          .satisfies(
              file ->
                  assertThat(Files.readString(file))
                      .contains("a disk that nobody thought of", "arguments [halt, --reason"));
    }
    assertNoFileHoldsThem();
  }

  private void assertNoFileHoldsThem() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertHoldsNone(
            "" + file, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static void assertHoldsNone(String what, String text) {
    assertThat(text).as(what).doesNotContain(KEY, SECRET);
  }

  private static String said(Said said) {
    return said.out() + said.err();
  }
}
