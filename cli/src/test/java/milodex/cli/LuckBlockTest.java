package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One result is worth less with every other that was tried for it.
class LuckBlockTest {

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aMarket() throws IOException {
    bench = Sample.in(directory);
  }

  @Test
  void aFirstTrialIsNotDeflated() {
    JsonNode run = run("2016-01-04");

    assertThat(run.at("/data/luck/trials").asInt()).isEqualTo(1);
    assertThat(run.at("/data/luck/best_by_luck").asDouble()).isZero();
    assertThat(run.at("/data/luck/deflated_sharpe").asDouble())
        .isEqualTo(run.at("/data/run/evidence/above_zero").asDouble());
    assertThat(run.at("/data/run/evidence/low").asDouble())
        .isLessThan(run.at("/data/run/metrics/sharpe").asDouble());
    assertThat(run.at("/data/run/evidence/high").asDouble())
        .isGreaterThan(run.at("/data/run/metrics/sharpe").asDouble());
  }

  @Test
  void trialsOverTheSameSessionsMakeTheSameRunWorthLess() {
    JsonNode first = run("2016-01-04");
    for (String start : new String[] {"2016-02-01", "2016-03-01", "2016-04-01"}) {
      run(start);
    }
    JsonNode later = bench.json("analytics", "metrics", first.at("/refs/run").asText());

    assertThat(later.at("/data/luck/trials").asInt()).isEqualTo(4);
    assertThat(later.at("/data/luck/trials_with_sharpe").asInt()).isEqualTo(4);
    assertThat(later.at("/data/luck/best_by_luck").asDouble()).isPositive();
    assertThat(later.at("/data/luck/deflated_sharpe").asDouble())
        .isLessThan(first.at("/data/luck/deflated_sharpe").asDouble());
    assertThat(later.at("/data/run")).isEqualTo(first.at("/data/run"));
  }

  @Test
  void nearTwinsDoNotMakeLuckLookHarmless() {
    JsonNode first = run("2016-01-04");
    JsonNode twin =
        bench.json(
            "backtest",
            Sample.PULLBACK,
            "--start",
            "2016-01-04",
            "--end",
            "2018-12-31",
            "--commission",
            "0.01");
    double error = first.at("/data/run/evidence/standard_error").asDouble() * Math.sqrt(252);

    assertThat(twin.at("/data/luck/trials_with_sharpe").asInt()).isEqualTo(2);
    assertThat(twin.at("/data/run/metrics/sharpe").asDouble())
        .isCloseTo(first.at("/data/run/metrics/sharpe").asDouble(), within(0.05));
    assertThat(twin.at("/data/luck/best_by_luck").asDouble()).isGreaterThan(error / 2);
  }

  @Test
  void aRunOfTooFewSessionsSaysWhyNothingIsKnown() {
    String out =
        bench
            .run("backtest", Sample.PULLBACK, "--start", "2018-12-31", "--end", "2018-12-31")
            .out();

    assertThat(out).contains("Deflated:", "undefined (fewer than three returns)");
  }

  private JsonNode run(String start) {
    return bench.json("backtest", Sample.PULLBACK, "--start", start, "--end", "2018-12-31");
  }
}
