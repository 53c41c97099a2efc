package milodex.files;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.data.BarRows;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;

/// What the sound files of an import hold, and what is wrong with the others.
record CsvOffers(
    List<BarSeries> series,
    SortedMap<Symbol, List<CorporateAction>> actions,
    List<CsvFault> faults) {

  /// Reads every file; the days of a symbol by the minute become one series.
  static CsvOffers read(CsvSources sources, String vendor) {
    List<CsvFault> faults = new ArrayList<>(sources.faults());
    SortedMap<SeriesFile, List<BarSeries>> parts = new TreeMap<>(SeriesFile.ORDER);
    SortedMap<Symbol, List<CorporateAction>> actions = new TreeMap<>();
    for (CsvSource source : sources.files()) {
      CsvFaults wrong = new CsvFaults(source.file());
      switch (source) {
        case CsvSource.Bars bars -> {
          BarRows rows = bars.read(wrong);
          if (rows.size() == 0 && wrong.isEmpty()) {
            wrong.add(1, "no bar follows the header");
          }
          if (wrong.isEmpty()) {
            SeriesFile of = bars.series();
            parts
                .computeIfAbsent(of, key -> new ArrayList<>())
                .add(rows.toSeries(of.symbol(), of.timeframe(), of.adjustment(), vendor));
          }
        }
        case CsvSource.Actions file -> {
          List<CorporateAction> read = file.read(wrong);
          if (wrong.isEmpty()) {
            actions.put(file.symbol(), read);
          }
        }
      }
      faults.addAll(wrong.list());
    }
    return new CsvOffers(
        parts.values().stream().map(CsvOffers::endToEnd).toList(), actions, faults);
  }

  private static BarSeries endToEnd(List<BarSeries> parts) {
    BarSeries first = parts.getFirst();
    if (parts.size() == 1) {
      return first;
    }
    BarRows rows = new BarRows(parts.stream().mapToInt(BarSeries::size).sum());
    for (BarSeries part : parts) {
      for (int i = 0; i < part.size(); i++) {
        rows.add(part, i);
      }
    }
    return rows.toSeries(first.symbol(), first.timeframe(), first.adjustment(), first.source());
  }
}
