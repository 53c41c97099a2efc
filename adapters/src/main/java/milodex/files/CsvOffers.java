package milodex.files;

import java.util.ArrayList;
import java.util.Comparator;
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
  ///
  /// @param read told after each file
  static CsvOffers read(CsvSources sources, String vendor, Runnable read) {
    Gathered gathered = new Gathered(sources.faults());
    for (CsvSource source : sources.files()) {
      CsvFaults wrong = new CsvFaults(source.file());
      switch (source) {
        case CsvSource.Bars bars -> gathered.add(bars, vendor, wrong);
        case CsvSource.Actions file -> gathered.add(file, wrong);
      }
      gathered.faults.addAll(wrong.list());
      read.run();
    }
    return gathered.offers();
  }

  /// The bars that one file adds to a series.
  private record Part(CsvSource.Bars source, BarSeries bars) {}

  /// What has been read so far.
  private static final class Gathered {
    private final List<CsvFault> faults;
    private final SortedMap<SeriesFile, List<Part>> parts = new TreeMap<>(SeriesFile.ORDER);
    private final SortedMap<Symbol, CsvSource.Actions> actionFiles = new TreeMap<>();
    private final SortedMap<Symbol, List<CorporateAction>> actions = new TreeMap<>();

    Gathered(List<CsvFault> faults) {
      this.faults = new ArrayList<>(faults);
    }

    void add(CsvSource.Bars source, String vendor, CsvFaults wrong) {
      BarRows rows = source.read(wrong);
      if (rows.size() == 0 && wrong.isEmpty()) {
        wrong.add(1, "no bar follows the header");
      }
      if (wrong.isEmpty()) {
        SeriesFile of = source.series();
        BarSeries bars = rows.toSeries(of.symbol(), of.timeframe(), of.adjustment(), vendor);
        parts.computeIfAbsent(of, _ -> new ArrayList<>()).add(new Part(source, bars));
      }
    }

    void add(CsvSource.Actions source, CsvFaults wrong) {
      List<CorporateAction> read = source.read(wrong);
      CsvSource.Actions other = actionFiles.putIfAbsent(source.symbol(), source);
      if (other != null) {
        wrong.add(0, "offers actions of %s, as %s does".formatted(source.symbol(), other.file()));
      } else if (wrong.isEmpty()) {
        actions.put(source.symbol(), read);
      }
    }

    CsvOffers offers() {
      List<BarSeries> series = new ArrayList<>();
      parts.forEach((_, of) -> endToEnd(of, series));
      return new CsvOffers(series, actions, faults);
    }

    /// Adds the series that the parts make, unless two of them overlap.
    private void endToEnd(List<Part> of, List<BarSeries> series) {
      of.sort(Comparator.comparing(part -> part.bars.openedAt(0)));
      BarSeries first = of.getFirst().bars;
      BarRows rows = new BarRows(of.stream().mapToInt(part -> part.bars.size()).sum());
      for (int p = 0; p < of.size(); p++) {
        if (p > 0 && overlaps(of.get(p - 1), of.get(p))) {
          return;
        }
        BarSeries bars = of.get(p).bars;
        for (int i = 0; i < bars.size(); i++) {
          rows.add(bars, i);
        }
      }
      series.add(
          rows.toSeries(first.symbol(), first.timeframe(), first.adjustment(), first.source()));
    }

    private boolean overlaps(Part earlier, Part later) {
      BarSeries before = earlier.bars;
      if (before.openedAt(before.size() - 1).isBefore(later.bars.openedAt(0))) {
        return false;
      }
      String says =
          "offers %s bars of %s that %s offers too"
              .formatted(before.timeframe(), before.symbol(), earlier.source.file());
      faults.add(new CsvFault(later.source.file().toString(), 0, says));
      return true;
    }
  }
}
