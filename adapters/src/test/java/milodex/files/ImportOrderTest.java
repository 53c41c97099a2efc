package milodex.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milodex.data.BarFingerprint;
import milodex.market.BarSeries;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.sample.SampleCsv;
import milodex.sample.SampleMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bars and actions that come in pieces, in any order, are in the end what they are when they come
/// at once.
class ImportOrderTest {

  private static final Symbol ALFA = Symbol.of("SIM-ALFA");

  @TempDir private Path folder;

  @Test
  void everyOrderOfThePiecesGivesTheSameBarsAndActions() throws IOException {
    SampleCsv.write(SampleMarket.generate(1), folder.resolve("market"));
    Path bars = folder.resolve("market/daily-raw/SIM-ALFA.csv");
    Path actions = folder.resolve("market/corporate-actions/SIM-ALFA.csv");
    List<Path> pieces =
        List.of(
            piece("1/daily-raw", bars, 0, 2_000),
            piece("2/daily-raw", bars, 1_900, 9_000),
            piece("3/corporate-actions", actions, 0, 1),
            piece("4/corporate-actions", actions, 1, 99));

    List<BarFingerprint> whole = imported("whole", List.of(bars, actions));
    List<List<Path>> orders = orders(pieces);
    assertThat(orders).hasSize(24);
    for (int i = 0; i < orders.size(); i++) {
      assertThat(imported("order" + i, orders.get(i))).isEqualTo(whole);
    }
  }

  private List<BarFingerprint> imported(String name, List<Path> files) {
    ParquetBarStore store = new ParquetBarStore(folder.resolve(name));
    for (Path file : files) {
      assertThat(new CsvImport(store, ImportOptions.STRICT).run(file).isComplete()).isTrue();
    }
    BarSeries bars = store.load(ALFA, Timeframe.DAY_1).orElseThrow();
    return List.of(BarFingerprint.of(bars), BarFingerprint.ofActions(store.actions(ALFA)));
  }

  /// The header and the rows `[from, to)` of a file.
  private Path piece(String name, Path of, int from, int to) throws IOException {
    List<String> lines = Files.readAllLines(of);
    List<String> rows = lines.subList(1, lines.size());
    Path file = Files.createDirectories(folder.resolve(name)).resolve("SIM-ALFA.csv");
    List<String> piece = new ArrayList<>(List.of(lines.getFirst()));
    piece.addAll(rows.subList(Math.min(from, rows.size()), Math.min(to, rows.size())));
    return Files.write(file, piece);
  }

  private static List<List<Path>> orders(List<Path> pieces) {
    if (pieces.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Path>> orders = new ArrayList<>();
    for (Path first : pieces) {
      List<Path> rest = pieces.stream().filter(one -> !one.equals(first)).toList();
      for (List<Path> order : orders(rest)) {
        List<Path> longer = new ArrayList<>(List.of(first));
        longer.addAll(order);
        orders.add(longer);
      }
    }
    return orders;
  }
}
