package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import milodex.backtest.MemoryBarStore;
import milodex.market.Adjustment;
import milodex.market.Timeframe;
import org.junit.jupiter.api.Test;

/// A store that ends somewhere shows nothing of what lies behind, whichever way it is asked.
class BarsUntilTest {

  private final StoredBars all =
      MemoryBarStore.of(
          List.of(new Bars().bar("2024-02-29", 100).bar("2024-03-01", 101).raw()), List.of());

  @Test
  void aBarAfterTheEndDoesNotShow() {
    StoredBars shown = all.until(LocalDate.parse("2024-02-29"));
    assertThat(shown.load(Bars.SPY, Timeframe.DAY_1).orElseThrow().columns().close())
        .containsExactly(100);
    assertThat(shown.loadAll(List.of(Bars.SPY), Timeframe.DAY_1).get(Bars.SPY))
        .extracting(one -> one.columns().close())
        .isEqualTo(new double[] {100});
    StoredSeries described = shown.stored(Bars.SPY, Timeframe.DAY_1).orElseThrow();
    assertThat(described.last()).isEqualTo("2024-02-29");
    assertThat(described).isEqualTo(StoredSeries.of(new Bars().bar("2024-02-29", 100).raw()));
    assertThat(shown.series()).containsExactly(described);
  }

  @Test
  void aSeriesThatBeginsAfterTheEndIsNotThere() {
    StoredBars shown = all.until(LocalDate.parse("2024-02-28"));
    assertThat(shown.load(Bars.SPY, Timeframe.DAY_1)).isEmpty();
    assertThat(shown.loadAll(List.of(Bars.SPY), Timeframe.DAY_1)).isEmpty();
    assertThat(shown.stored(Bars.SPY, Timeframe.DAY_1, Adjustment.RAW)).isEmpty();
    assertThat(shown.series()).isEmpty();
  }

  @Test
  void aSeriesThatEndsBeforeShowsWhole() {
    assertThat(all.until(LocalDate.parse("2024-03-01")).series()).isEqualTo(all.series());
  }
}
