package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import milodex.files.ParquetBarStore;
import milodex.ledger.Intent;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.money.Price;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bars behind a wish are shown, with a doubt wherever they may not be those that were seen.
class SeenBarsTest {

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void spyClosedAtTenAndAHalf() {
    bench = Bench.in(directory);
    bench.importSpy();
  }

  @Test
  void theBarsUpToTheSessionAreThoseSeen() {
    SeenBars seen = seen("SPY", "2024-01-02", "10");
    assertThat(seen.doubt()).isEmpty();
    assertThat(seen.shown().orElseThrow().data())
        .singleElement()
        .extracting(bar -> bar.values().get("session"))
        .isEqualTo(new Value.Text("2024-01-02"));
  }

  @Test
  void aCloseThatWasRevisedIsADoubt() {
    assertThat(seen("SPY", "2024-01-03", "10.25").doubt())
        .isEqualTo(
            "the rule saw a close of 10.25 on 2024-01-03, the store now ends there with 10.5 on"
                + " 2024-01-03");
  }

  @Test
  void aSessionThatIsMissingIsADoubt() {
    assertThat(seen("SPY", "2024-01-04", "10.5").doubt()).contains("10.5 on 2024-01-03");
  }

  @Test
  void barsThatAreGoneAreADoubt() {
    assertThat(seen("QQQ", "2024-01-03", "10").doubt()).contains("no daily bars");
    assertThat(seen("SPY", "2023-01-03", "10").doubt()).contains("no daily bars");
  }

  @Test
  void barsThatCannotBeReadAreADoubt() throws IOException {
    Files.writeString(bench.bars().resolve("SPY_1Day_split-adjusted.parquet"), "torn");
    assertThat(seen("SPY", "2024-01-03", "10").doubt()).contains("is not a readable bar file");
  }

  private SeenBars seen(String symbol, String session, String close) {
    LocalDate date = LocalDate.parse(session);
    Intent intent =
        new Intent(
            "i",
            StrategyId.parse("regime.daily.sma200_rotation.spy_shy.v1"),
            Symbol.of(symbol),
            Side.SELL,
            Fraction.ZERO,
            Optional.empty(),
            "regime.risk_off",
            date,
            date.plusDays(1),
            Optional.empty(),
            Price.parse(close),
            new TreeMap<>());
    return SeenBars.of(intent, Optional.empty(), new ParquetBarStore(bench.bars()));
  }
}
