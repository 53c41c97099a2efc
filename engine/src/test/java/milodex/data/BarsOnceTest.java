package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import milodex.backtest.MemoryBarStore;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import org.junit.jupiter.api.Test;

/// What was read once is told the same again, though an import has replaced it meanwhile.
class BarsOnceTest {

  private static final Symbol NONE = Symbol.of("NONE");
  private static final BarSeries BEFORE =
      new Bars().bar("2024-02-29", 100).bar("2024-03-01", 101).raw();
  private static final BarSeries AFTER =
      new Bars().bar("2024-02-29", 200).bar("2024-03-01", 201).raw();

  private final List<BarSeries> stored = new ArrayList<>(List.of(BEFORE));
  private final StoredBars store = new MemoryBarStore(stored, List.of());
  private final StoredBars once = store.once();

  @Test
  void itTellsWhatIsStored() {
    assertTellsWhatIsStored();
  }

  private void assertTellsWhatIsStored() {
    assertThat(once.series()).isEqualTo(store.series());
    assertThat(once.stored(Bars.SPY, Timeframe.DAY_1))
        .isEqualTo(store.stored(Bars.SPY, Timeframe.DAY_1));
    assertThat(once.load(Bars.SPY, Timeframe.DAY_1)).contains(BEFORE);
    assertThat(once.loadAll(List.of(NONE, Bars.SPY), Timeframe.DAY_1))
        .containsOnlyKeys(Bars.SPY)
        .containsValue(BEFORE);
    assertThat(once.load(NONE, Timeframe.DAY_1)).isEmpty();
    assertThat(once.stored(Bars.SPY, Timeframe.DAY_1, Adjustment.SPLIT_ADJUSTED)).isEmpty();
    assertThat(once.actions(Bars.SPY)).isEmpty();
    assertThat(once.tickerChanges()).isEmpty();
  }

  @Test
  void whatWasReadStays() {
    assertTellsWhatIsStored();

    stored.set(0, AFTER);

    assertThat(store.load(Bars.SPY, Timeframe.DAY_1)).contains(AFTER);
    assertThat(once.series()).containsExactly(StoredSeries.of(BEFORE));
    assertThat(once.stored(Bars.SPY, Timeframe.DAY_1)).contains(StoredSeries.of(BEFORE));
    assertThat(once.load(Bars.SPY, Timeframe.DAY_1)).contains(BEFORE);
    assertThat(once.loadAll(List.of(Bars.SPY), Timeframe.DAY_1)).containsValue(BEFORE);
  }

  @Test
  void whatWasNotReadYetIsReadAsItIsThen() {
    stored.set(0, AFTER);

    assertThat(once.load(Bars.SPY, Timeframe.DAY_1)).contains(AFTER);
    assertThat(once.until(LocalDate.parse("2024-02-29")).load(Bars.SPY, Timeframe.DAY_1))
        .hasValueSatisfying(bars -> assertThat(bars.last()).isEqualTo("2024-02-29"));
  }
}
