package milodex.benchmarks;

import java.util.ArrayList;
import java.util.List;
import milodex.data.ActionTerms;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.sample.SampleMarket;

/// As many symbols of fifteen years each as are wanted: sample markets of the seeds 1, 2, 3, …
///
/// Those of the first seed keep their names, so that the shipped strategies find them; those of the
/// second are called `SIM-B00`, `SIM-B01`, …, and so on. Instruments that live for a part of the
/// period only are left out.
final class WideMarket {

  private WideMarket() {}

  /// A market of so many symbols, at most 390.
  static SampleMarket of(int symbols) {
    List<BarSeries> series = new ArrayList<>();
    List<CorporateAction> actions = new ArrayList<>();
    for (int seed = 1; series.size() < symbols; seed++) {
      SampleMarket market = SampleMarket.generate(seed);
      int number = 0;
      for (BarSeries one : market.series()) {
        if (isWhole(one) && series.size() < symbols) {
          Symbol name = seed == 1 ? one.symbol() : numbered(seed, number++);
          series.add(renamed(one, name));
          market.actions().stream()
              .filter(action -> action.symbol().equals(one.symbol()))
              .forEach(action -> actions.add(ActionTerms.under(name, action)));
        }
      }
    }
    return new SampleMarket(1, series, actions);
  }

  private static Symbol numbered(int seed, int number) {
    return Symbol.of("SIM-%c%02d".formatted('A' + seed - 1, number));
  }

  private static boolean isWhole(BarSeries series) {
    return series.first().equals(SampleMarket.FIRST) && series.last().equals(SampleMarket.LAST);
  }

  private static BarSeries renamed(BarSeries from, Symbol name) {
    return new BarSeries(
        name,
        from.timeframe(),
        from.adjustment(),
        from.source(),
        from.day(),
        from.openedAt(),
        from.columns());
  }
}
