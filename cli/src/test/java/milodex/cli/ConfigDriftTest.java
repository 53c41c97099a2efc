package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import milodex.ledger.ManifestHash;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files change while what they said is running.
class ConfigDriftTest {

  private static final StrategyId ID = StrategyId.parse(Sample.ROTATION);

  @TempDir private Path directory;

  @BeforeEach
  void aWorkspace() {
    assertThat(new Bench(directory).run("init").exit()).isZero();
  }

  @Test
  void bothHashesAreToldOnceAFileSaysSomethingElse() throws IOException {
    ManifestHash bound = manifest();
    ConfigDrift drift = drift(bound);
    assertThat(drift.of(ID)).isEmpty();
    Path file = file();
    String before = Files.readString(file);

    Files.writeString(file, before.replace("ma_filter_length: 200", "ma_filter_length: 15"));
    assertThat(drift.of(ID).orElseThrow()).contains("" + bound, "" + manifest());

    Files.writeString(file, before + "# a word of the author");
    assertThat(drift.of(ID)).isEmpty();
  }

  @Test
  void filesThatCannotBeReadAreNotWhatRuns() throws IOException {
    ManifestHash bound = manifest();
    ConfigDrift drift = drift(bound);

    Files.writeString(file(), "strategy: [");
    assertThat(drift.of(ID).orElseThrow()).contains("" + bound, "cannot be read");

    Files.delete(file());
    assertThat(drift.of(ID).orElseThrow()).contains("cannot be read");
  }

  private ConfigDrift drift(ManifestHash bound) {
    return new ConfigDrift(wiring(), new TreeMap<>(Map.of(ID, bound)));
  }

  private ManifestHash manifest() {
    return wiring().configs().load(Sample.ROTATION).manifest().hash();
  }

  private Wiring wiring() {
    return new Wiring(new Workspace(new Bench(directory).workspace()));
  }

  private Path file() {
    return new Bench(directory)
        .workspace()
        .resolve("configs/strategies/" + Sample.ROTATION + ".yaml");
  }
}
