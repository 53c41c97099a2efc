package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import milodex.sample.SampleCsv;
import milodex.sample.SampleMarket;

/// A workspace with the whole sample market in it, and what tests run there.
final class Sample {

  static final String PULLBACK = "meanrev.daily.pullback_rsi2.sim_stocks.v1";
  static final String ROTATION = "regime.daily.sma200_rotation.sim_idx_bnd.v1";

  /// A period that is quick to run: two years of the rotation.
  static final String[] SHORT = {
    "backtest", ROTATION, "--start", "2017-01-03", "--end", "2018-12-31"
  };

  private Sample() {}

  static Bench in(Path directory) throws IOException {
    Bench bench = Bench.in(directory);
    SampleCsv.write(SampleMarket.generate(1), directory.resolve("market"));
    assertThat(bench.run("data", "import", "market", "--source", "sample").exit()).isZero();
    return bench;
  }

  static String[] with(String[] command, String... more) {
    String[] all = Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return all;
  }
}
