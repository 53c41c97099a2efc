package milodex.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.ledger.DataFact;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Brings the bars of a provider into a store, one symbol at a time.
///
/// What disagrees with stored bars replaces them as a revision: the old ones are kept aside.
public final class Fetch {

  private final BarStore store;
  private final BarProvider provider;

  public Fetch(BarStore store, BarProvider provider) {
    this.store = store;
    this.provider = provider;
  }

  /// What a request came to.
  ///
  /// @param request what was asked and delivered, to be told to the ledger
  /// @param bars empty if none were delivered
  /// @param actions empty if none were delivered
  public record Fetched(
      DataFact.BarsFetched request, Optional<SeriesImport> bars, Optional<ActionsImport> actions) {}

  /// Asks for a period and stores what comes.
  ///
  /// Vendor-adjusted bars are asked for with one bar that is stored already. If it differs, the
  /// vendor has adjusted everything anew, and all that is stored is asked for again.
  ///
  /// @throws DataUnavailableException if the provider cannot be asked, or the store not be written
  /// @throws IllegalStateException if the provider delivers what was not asked for
  public Fetched fetch(Symbol symbol, Timeframe timeframe, Period wanted) {
    Optional<BarSeries> stored = store.load(symbol, timeframe, provider.adjustment());
    Period period = stored.map(bars -> overlapping(bars, wanted)).orElse(wanted);
    BarProvider.Delivery delivered = ask(symbol, timeframe, period);
    if (provider.adjustment() == Adjustment.SPLIT_ADJUSTED && disagrees(stored, delivered)) {
      period = whole(stored.orElseThrow(), period);
      delivered = ask(symbol, timeframe, period);
    }
    Intake intake = new Intake(store);
    List<CorporateAction> actions = delivered.actions();
    Optional<BarSeries> bars = delivered.bars();
    return new Fetched(
        new DataFact.BarsFetched(
            provider.name(),
            symbol,
            timeframe,
            period.from(),
            period.to(),
            bars.map(BarSeries::size).orElse(0),
            bars.map(BarSeries::first),
            bars.map(BarSeries::last)),
        bars.map(offered -> intake.take(BarMerge.of(stored, offered))),
        actions.isEmpty()
            ? Optional.empty()
            : Optional.of(intake.take(ActionMerge.of(symbol, store.actions(symbol), actions))));
  }

  private BarProvider.Delivery ask(Symbol symbol, Timeframe timeframe, Period period) {
    BarProvider.Delivery delivered = provider.fetch(symbol, timeframe, period);
    delivered
        .bars()
        .filter(
            bars ->
                bars.isEmpty()
                    || !bars.symbol().equals(symbol)
                    || bars.timeframe() != timeframe
                    || bars.adjustment() != provider.adjustment()
                    || !period.contains(bars.first())
                    || !period.contains(bars.last()))
        .ifPresent(
            _ -> {
              throw new IllegalStateException(
                  "%s was asked for %s %s, %s, and delivers something else"
                      .formatted(provider.name(), symbol, timeframe, period));
            });
    return delivered;
  }

  private Period overlapping(BarSeries stored, Period wanted) {
    if (provider.adjustment() == Adjustment.RAW) {
      return wanted;
    }
    if (wanted.from().isAfter(stored.last())) {
      return new Period(stored.last(), wanted.to());
    }
    return wanted.to().isBefore(stored.first())
        ? new Period(wanted.from(), stored.first())
        : wanted;
  }

  private static boolean disagrees(Optional<BarSeries> stored, BarProvider.Delivery delivered) {
    return delivered
        .bars()
        .filter(bars -> stored.isPresent() && !BarMerge.of(stored, bars).changed().isEmpty())
        .isPresent();
  }

  private static Period whole(BarSeries stored, Period period) {
    LocalDate from = stored.first().isBefore(period.from()) ? stored.first() : period.from();
    LocalDate to = stored.last().isAfter(period.to()) ? stored.last() : period.to();
    return new Period(from, to);
  }
}
