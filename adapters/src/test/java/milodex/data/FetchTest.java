package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milodex.data.Intake.Outcome;
import milodex.files.ParquetBarStore;
import milodex.ledger.DataFact;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bars come from a provider, whatever it makes of the request.
class FetchTest {

  @TempDir private Path folder;
  private ParquetBarStore store = new ParquetBarStore(Path.of(""));

  @BeforeEach
  void anEmptyStore() {
    store = new ParquetBarStore(folder.resolve("bars"));
  }

  /// A vendor of SPY who remembers what it was asked.
  private record Vendor(Adjustment adjustment, BarSeries bars, List<Period> asked)
      implements BarProvider {

    static Vendor of(BarSeries bars) {
      return new Vendor(bars.adjustment(), bars, new ArrayList<>());
    }

    @Override
    public String name() {
      return "vendor";
    }

    @Override
    public String says() {
      return "bars of SPY";
    }

    @Override
    public Set<Timeframe> timeframes() {
      return Set.of(Timeframe.DAY_1);
    }

    @Override
    public Delivery fetch(Symbol symbol, Timeframe timeframe, Period period) {
      asked.add(period);
      BarSeries delivered = bars.between(period.from(), period.to());
      List<CorporateAction> none = List.of();
      return new Delivery(delivered.isEmpty() ? Optional.empty() : Optional.of(delivered), none);
    }
  }

  @Test
  void whatWasAskedAndWhatCameIsKeptBothWays() {
    Vendor vendor = Vendor.of(new Bars().bar("2024-01-03", 10).bar("2024-01-04", 11).raw());
    Fetch.Fetched fetched = fetch(vendor, "2024-01-01", "2024-01-31");
    assertThat(fetched.request())
        .isEqualTo(
            new DataFact.BarsFetched(
                "vendor",
                Bars.SPY,
                Timeframe.DAY_1,
                LocalDate.parse("2024-01-01"),
                LocalDate.parse("2024-01-31"),
                2,
                Optional.of(LocalDate.parse("2024-01-03")),
                Optional.of(LocalDate.parse("2024-01-04"))));
    assertThat(fetched.bars().orElseThrow().outcome()).isEqualTo(Outcome.NEW);
  }

  @Test
  void nothingDeliveredIsToldAndStoresNothing() {
    Fetch.Fetched fetched =
        fetch(Vendor.of(new Bars().bar("2024-01-03", 10).raw()), "2023-01-02", "2023-12-29");
    assertThat(fetched.bars()).isEmpty();
    assertThat(fetched.request().bars()).isZero();
    assertThat(store.series()).isEmpty();
  }

  @Test
  void aBarThatDiffersBecomesARevisionAndTheOldOneStaysReachable() {
    BarSeries old = new Bars().bar("2024-01-03", 10).bar("2024-01-04", 11).raw();
    fetch(Vendor.of(old), "2024-01-01", "2024-01-31");
    BarSeries corrected = new Bars().bar("2024-01-03", 10).bar("2024-01-04", 11.5).raw();

    SeriesImport taken =
        fetch(Vendor.of(corrected), "2024-01-01", "2024-01-31").bars().orElseThrow();

    assertThat(taken.outcome()).isEqualTo(Outcome.REVISED);
    assertThat(taken.changed()).isEqualTo(1);
    assertThat(closes(store.load(BarFingerprint.of(old)))).containsExactly(10, 11);
    assertThat(closes(store.load(BarFingerprint.of(corrected)))).containsExactly(10, 11.5);
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void aVendorAdjustedTailIsAskedForWithABarThatIsStored() {
    fetch(Vendor.of(new Bars().bar("2024-01-03", 10).splitAdjusted()), "2024-01-01", "2024-01-03");
    Vendor later =
        Vendor.of(new Bars().bar("2024-01-03", 10).bar("2024-01-04", 11).splitAdjusted());

    assertThat(fetch(later, "2024-01-04", "2024-01-05").bars().orElseThrow().outcome())
        .isEqualTo(Outcome.EXTENDED);
    assertThat(later.asked).containsExactly(period("2024-01-03", "2024-01-05"));
  }

  @Test
  void whenAVendorAdjustsAnewEverythingStoredIsAskedForAgain() {
    BarSeries before = new Bars().bar("2024-01-02", 10).bar("2024-01-03", 12).splitAdjusted();
    fetch(Vendor.of(before), "2024-01-01", "2024-01-03");
    Vendor later =
        Vendor.of(
            new Bars()
                .bar("2024-01-02", 5)
                .bar("2024-01-03", 6)
                .bar("2024-01-04", 6.5)
                .splitAdjusted());

    SeriesImport taken = fetch(later, "2024-01-04", "2024-01-04").bars().orElseThrow();

    assertThat(taken.outcome()).isEqualTo(Outcome.REVISED);
    assertThat(later.asked)
        .containsExactly(period("2024-01-03", "2024-01-04"), period("2024-01-02", "2024-01-04"));
    assertThat(closes(store.load(Bars.SPY, Timeframe.DAY_1))).containsExactly(5, 6, 6.5);
  }

  @Test
  void aProviderThatDeliversWhatWasNotAskedForIsABug() {
    BarSeries bars = new Bars().bar("2024-01-03", 10).raw();
    Vendor wrong = new Vendor(Adjustment.SPLIT_ADJUSTED, bars, new ArrayList<>());
    assertThatThrownBy(() -> fetch(wrong, "2024-01-01", "2024-01-31"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("vendor was asked for SPY 1Day");
    assertThat(store.series()).isEmpty();
  }

  private Fetch.Fetched fetch(BarProvider provider, String from, String to) {
    return new Fetch(store, provider).fetch(Bars.SPY, Timeframe.DAY_1, period(from, to));
  }

  private static Period period(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static double[] closes(Optional<BarSeries> series) {
    return series.orElseThrow().columns().close();
  }
}
