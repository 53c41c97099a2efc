package milodex.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import milodex.data.ActionMerge;
import milodex.data.ActionTerms;
import milodex.data.BarFault;
import milodex.data.BarFingerprint;
import milodex.data.BarMerge;
import milodex.data.Bars;
import milodex.data.DataUnavailableException;
import milodex.data.StoredSeries;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetBarStoreTest {

  private static final Symbol SPY = Bars.SPY;
  private static final String SPY_RAW = "SPY_1Day_raw.parquet";

  @TempDir Path folder;
  private Path root;
  private ParquetBarStore store;

  @BeforeEach
  void anEmptyStore() {
    root = folder.resolve("bars");
    store = new ParquetBarStore(root);
  }

  @Test
  void anEmptyStoreHasNothingAndMakesNoFolder() {
    assertThat(store.series()).isEmpty();
    assertThat(store.load(SPY, Timeframe.DAY_1)).isEmpty();
    assertThat(store.loadAll(List.of(SPY), Timeframe.DAY_1)).isEmpty();
    assertThat(store.actions(SPY)).isEmpty();
    assertThat(store.verify()).isEmpty();
    assertThat(root).doesNotExist();
  }

  @Test
  void anySeriesComesBackBitForBit() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    for (int round = 0; round < 40; round++) {
      int bars = 1 + random.nextInt(round % 10 == 0 ? 60_000 : 3_000);
      BarSeries series = RandomSeries.of(random, Symbol.of("R" + round), bars);
      StoredSeries stored = save(series);
      BarSeries back =
          store.load(series.symbol(), series.timeframe(), series.adjustment()).orElseThrow();
      assertThat(BarFingerprint.of(back)).isEqualTo(BarFingerprint.of(series));
      assertThat(back.source()).isEqualTo(series.source());
      assertThat(stored).isEqualTo(StoredSeries.of(series));
      assertThat(store.stored(series.symbol(), series.timeframe(), series.adjustment()))
          .contains(stored);
    }
    assertThat(store.series()).hasSize(40).isSortedAccordingTo(StoredSeries.ORDER);
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void rawBarsWinOverAdjustedOnes() {
    BarSeries adjusted = new Bars().bar("2024-01-02", 25).splitAdjusted();
    BarSeries raw = new Bars().bar("2024-01-02", 100).raw();
    save(adjusted);
    assertThat(store.load(SPY, Timeframe.DAY_1).orElseThrow().adjustment())
        .isEqualTo(Adjustment.SPLIT_ADJUSTED);
    save(raw);
    assertThat(store.load(SPY, Timeframe.DAY_1).orElseThrow().adjustment())
        .isEqualTo(Adjustment.RAW);
    assertThat(store.stored(SPY, Timeframe.DAY_1).orElseThrow().adjustment())
        .isEqualTo(Adjustment.RAW);
    assertThat(store.loadAll(List.of(SPY), Timeframe.DAY_1).values())
        .singleElement()
        .satisfies(series -> assertThat(series.columns().close()).containsExactly(100));
  }

  @Test
  void manySymbolsAreLoadedTogetherAndUnknownOnesAreAbsent() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(12);
    TreeSet<Symbol> symbols = new TreeSet<>();
    for (int i = 0; i < 12; i++) {
      Symbol symbol = Symbol.of("S" + i);
      symbols.add(symbol);
      save(RandomSeries.of(random, symbol, Timeframe.DAY_1, Adjustment.RAW, 500));
    }
    symbols.add(Symbol.of("NONE"));
    assertThat(store.loadAll(symbols, Timeframe.DAY_1))
        .hasSize(12)
        .allSatisfy((symbol, series) -> assertThat(series.symbol()).isEqualTo(symbol));
  }

  @Test
  void barsThatDisagreeAreNotSavedAndARevisionKeepsTheOldOnes() throws IOException {
    BarSeries first = new Bars().bar("2024-01-02", 100).bar("2024-01-03", 101).raw();
    BarSeries second = new Bars().bar("2024-01-03", 102).raw();
    StoredSeries before = save(first);
    BarMerge merge = BarMerge.of(store.load(SPY, Timeframe.DAY_1), second);
    assertThatThrownBy(() -> store.save(merge)).isInstanceOf(IllegalArgumentException.class);
    assertThat(closes()).containsExactly(100, 101);
    store.revise(merge);
    assertThat(closes()).containsExactly(100, 102);
    Path kept = root.resolve("revisions/SPY_1Day_raw_" + before.fingerprint().hex() + ".parquet");
    Files.move(kept, root.resolve(SPY_RAW), StandardCopyOption.REPLACE_EXISTING);
    assertThat(closes()).containsExactly(100, 101);
  }

  @Test
  void everyRevisionIsReadByItsFingerprint() {
    BarSeries first = new Bars().bar("2024-01-02", 100).raw();
    BarSeries second = new Bars().bar("2024-01-02", 101).raw();
    BarSeries third = new Bars().bar("2024-01-02", 102).raw();
    save(first);
    store.revise(BarMerge.of(Optional.of(first), second));
    store.revise(BarMerge.of(Optional.of(second), third));
    for (BarSeries one : List.of(first, second, third)) {
      BarSeries back = store.load(BarFingerprint.of(one)).orElseThrow();
      assertThat(BarFingerprint.of(back)).isEqualTo(BarFingerprint.of(one));
    }
    assertThat(store.load(BarFingerprint.of(new Bars().bar("2024-01-02", 99).raw()))).isEmpty();
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void aRevisionThatIsNotWhatItIsNamedByIsFound() throws IOException {
    BarSeries first = new Bars().bar("2024-01-02", 100).raw();
    BarSeries second = new Bars().bar("2024-01-02", 101).raw();
    save(first);
    store.revise(BarMerge.of(Optional.of(first), second));
    CorporateAction split = action("split", "2024-06-10", "10");
    store.save(ActionMerge.of(SPY, List.of(), List.of(split)));
    store.revise(ActionMerge.of(SPY, List.of(split), List.of(action("split", "2024-06-10", "2"))));
    assertThat(store.verify()).isEmpty();
    String kept = "SPY_1Day_raw_" + BarFingerprint.of(first) + ".parquet";
    Files.copy(
        root.resolve(SPY_RAW),
        root.resolve("revisions").resolve(kept),
        StandardCopyOption.REPLACE_EXISTING);
    String actions = "SPY_actions_" + BarFingerprint.ofActions(List.of(split)) + ".csv";
    Files.copy(
        root.resolve("SPY_actions.csv"),
        root.resolve("revisions").resolve(actions),
        StandardCopyOption.REPLACE_EXISTING);

    assertThat(store.verify()).extracting(BarFault::where).containsExactly(kept, actions);
    assertThatThrownBy(() -> store.load(BarFingerprint.of(first)))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining(kept)
        .hasMessageContaining("Restore it");
    assertThat(closes()).containsExactly(101);
  }

  @Test
  void aMergePreparedOnBarsThatHaveSinceChangedIsRefused() {
    BarMerge early = BarMerge.of(Optional.empty(), new Bars().bar("2024-01-02", 100).raw());
    save(new Bars().bar("2024-01-03", 101).raw());
    assertThatThrownBy(() -> store.save(early))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("changed by another process")
        .hasMessageContaining("Repeat the command");
    assertThat(closes()).containsExactly(101);
  }

  @Test
  void aCutFileIsNamedWhereverTheCutIs() throws IOException {
    save(
        RandomSeries.of(
            RandomGeneratorFactory.of("L64X128MixRandom").create(13),
            SPY,
            Timeframe.DAY_1,
            Adjustment.RAW,
            300));
    Path file = root.resolve(SPY_RAW);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 1 + length / 10) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> store.load(SPY, Timeframe.DAY_1))
          .as("cut to %d of %d bytes", length, whole.length)
          .isInstanceOf(DataUnavailableException.class)
          .hasMessageContaining(SPY_RAW)
          .hasMessageContaining("import the series again");
      assertThatThrownBy(() -> store.series()).isInstanceOf(DataUnavailableException.class);
    }
  }

  @Test
  void aFlippedByteNeverGoesUnnoticed() throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(14);
    BarSeries series = RandomSeries.of(random, SPY, Timeframe.DAY_1, Adjustment.RAW, 400);
    save(series);
    Path file = root.resolve(SPY_RAW);
    byte[] whole = Files.readAllBytes(file);
    for (int round = 0; round < 300; round++) {
      byte[] rotten = whole.clone();
      rotten[random.nextInt(rotten.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, rotten);
      boolean noticed = !store.verify().isEmpty();
      boolean harmless = !noticed && BarFingerprint.of(loaded()).equals(BarFingerprint.of(series));
      assertThat(noticed || harmless).as("round %d", round).isTrue();
    }
  }

  @Test
  void aFileUnderAnotherSeriesNameIsRefused() throws IOException {
    save(new Bars().bar("2024-01-02", 100).raw());
    Files.move(root.resolve(SPY_RAW), root.resolve("QQQ_1Day_raw.parquet"));
    assertThatThrownBy(() -> store.load(Symbol.of("QQQ"), Timeframe.DAY_1))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("it holds SPY 1Day raw");
  }

  @Test
  void whatAKilledWriterLeftIsNeitherReadNorListedButReported() throws IOException {
    save(new Bars().bar("2024-01-02", 100).raw());
    Files.writeString(root.resolve(SPY_RAW + ".123.tmp"), "PAR1 half a file");
    assertThat(closes()).containsExactly(100);
    assertThat(store.series()).hasSize(1);
    assertThat(store.verify()).extracting(BarFault::where).containsExactly(SPY_RAW + ".123.tmp");
    save(new Bars().bar("2024-01-03", 101).raw());
    assertThat(closes()).containsExactly(100, 101);
  }

  @Test
  void verifyListsEveryFaultAndReadsOn() throws IOException {
    save(new Bars().bar("2024-01-02", 100).raw());
    save(new Bars().bar("2024-01-02", 25).splitAdjusted());
    Files.write(root.resolve("QQQ_1Day_raw.parquet"), new byte[0]);
    Files.writeString(root.resolve("IWM_actions.csv"), "ex_date,type,value\n2024-03-15,dividend,1");
    Files.writeString(root.resolve("notes.txt"), "mine");
    assertThat(store.verify())
        .extracting(BarFault::where)
        .containsExactly("IWM_actions.csv", "QQQ_1Day_raw.parquet", "notes.txt");
  }

  @Test
  void actionsComeBackByExDateAndARevisionKeepsTheOldOnes() {
    CorporateAction split = action("split", "2024-06-10", "10");
    CorporateAction dividend = action("dividend", "2024-03-05", "0.04");
    store.save(ActionMerge.of(SPY, List.of(), List.of(split, dividend)));
    assertThat(store.actions(SPY)).containsExactly(dividend, split);
    ActionMerge other =
        ActionMerge.of(SPY, store.actions(SPY), List.of(action("split", "2024-06-10", "0.1")));
    assertThatThrownBy(() -> store.save(other)).isInstanceOf(IllegalArgumentException.class);
    store.revise(other);
    assertThat(store.actions(SPY)).containsExactly(dividend, action("split", "2024-06-10", "0.1"));
    assertThat(root.resolve("revisions")).isDirectoryContaining("glob:**SPY_actions_*.csv");
  }

  @Test
  void cutActionsAreNamed() throws IOException {
    store.save(ActionMerge.of(SPY, List.of(), List.of(action("split", "2024-06-10", "10"))));
    Path file = root.resolve("SPY_actions.csv");
    String whole = Files.readString(file);
    for (int length = 0; length < whole.length() - 1; length++) {
      Files.writeString(file, whole.substring(0, length));
      assertThatThrownBy(() -> store.actions(SPY))
          .isInstanceOf(DataUnavailableException.class)
          .hasMessageContaining("SPY_actions.csv")
          .hasMessageContaining("import the actions again");
    }
  }

  @Test
  void aStoreThatCannotBeWrittenSaysSo() throws IOException {
    Files.writeString(root, "a file where the folder should be");
    assertThatThrownBy(() -> save(new Bars().bar("2024-01-02", 100).raw()))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("could not be written")
        .hasMessageContaining(root.toString());
  }

  private StoredSeries save(BarSeries series) {
    return store.save(
        BarMerge.of(store.load(series.symbol(), series.timeframe(), series.adjustment()), series));
  }

  private BarSeries loaded() {
    return store.load(SPY, Timeframe.DAY_1).orElseThrow();
  }

  private double[] closes() {
    return loaded().columns().close();
  }

  private static CorporateAction action(String kind, String exDate, String value) {
    return ActionTerms.of(kind, SPY, LocalDate.parse(exDate), value);
  }
}
