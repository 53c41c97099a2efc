package milodex.sample;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import milodex.data.BarProvider;
import milodex.data.Period;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// The bundled sample market as a provider.
///
/// @param market the one it delivers from
public record SampleProvider(SampleMarket market) implements BarProvider {

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public String says() {
    return "made-up daily bars of seventeen SIM- symbols, %s to %s"
        .formatted(SampleMarket.FIRST, SampleMarket.LAST);
  }

  @Override
  public Set<Timeframe> timeframes() {
    return Set.of(Timeframe.DAY_1);
  }

  @Override
  public Adjustment adjustment() {
    return Adjustment.RAW;
  }

  @Override
  public Delivery fetch(Symbol symbol, Timeframe timeframe, Period period) {
    Optional<BarSeries> bars =
        market.series().stream()
            .filter(one -> one.symbol().equals(symbol) && one.timeframe() == timeframe)
            .map(one -> one.between(period.from(), period.to()))
            .filter(one -> !one.isEmpty())
            .findFirst();
    List<CorporateAction> actions =
        market.actions().stream()
            .filter(one -> one.symbol().equals(symbol) && period.contains(one.exDate()))
            .toList();
    return new Delivery(bars, actions);
  }
}
