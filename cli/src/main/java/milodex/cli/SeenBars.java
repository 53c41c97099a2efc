package milodex.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import milodex.data.DataUnavailableException;
import milodex.data.Lineage;
import milodex.data.RegularBars;
import milodex.data.StoredBars;
import milodex.ledger.Fact;
import milodex.ledger.Intent;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Price;
import milodex.terminal.Block;

/// The newest bars behind a wish, fetched from the store; they may have been revised since.
///
/// @param shown empty if they cannot be shown
/// @param doubt why they may not be the bars the rule saw; empty if they are
record SeenBars(Intent intent, Optional<BarTable> shown, String doubt) {

  private static final int SHOWN = 6;

  /// The bars up to the session, or the bar within it, on whose close the wish was decided.
  static SeenBars of(Intent intent, Optional<Fact.BarEvaluated> bar, StoredBars store) {
    try {
      return bar.map(closed -> upTo(closed, intent.symbol(), store))
          .orElseGet(() -> upTo(intent.decidedOn(), intent.symbol(), store))
          .filter(seen -> !seen.isEmpty())
          .map(seen -> of(intent, seen, store))
          .orElseGet(
              () ->
                  none(
                      intent,
                      "no %s bars of it are stored up to that session"
                          .formatted(bar.map(one -> one.barSize().label()).orElse("daily"))));
    } catch (DataUnavailableException e) {
      return none(intent, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<BarSeries> upTo(LocalDate session, Symbol symbol, StoredBars store) {
    return company(session, symbol, store)
        .map(company -> company.bars().between(company.bars().first(), session));
  }

  private static Optional<Lineage.Company> company(
      LocalDate session, Symbol symbol, StoredBars store) {
    return Optional.ofNullable(
        Lineage.read(store, List.of(symbol), Timeframe.DAY_1, session, session).get(symbol));
  }

  private static Optional<BarSeries> upTo(Fact.BarEvaluated bar, Symbol symbol, StoredBars store) {
    return RegularBars.load(store, symbol, bar.barSize())
        .map(all -> all.slice(0, firstFrom(bar.closedAt(), all)));
  }

  private static int firstFrom(Instant at, BarSeries bars) {
    int found = Arrays.binarySearch(bars.openedAt(), at.getEpochSecond());
    return found >= 0 ? found : -found - 1;
  }

  private static SeenBars of(Intent intent, BarSeries seen, StoredBars store) {
    List<CorporateAction> actions =
        company(intent.decidedOn(), intent.symbol(), store)
            .map(Lineage.Company::actions)
            .orElse(List.of());
    BarTable table = BarTable.last(seen, SHOWN, actions);
    int newest = seen.size() - 1;
    double close = seen.columns().close()[newest];
    boolean same =
        seen.session(newest).equals(intent.decidedOn())
            && Price.of(close).equals(intent.decisionPrice());
    String doubt =
        same
            ? ""
            : "the rule saw a close of %s on %s, the store now ends there with %s on %s"
                .formatted(intent.decisionPrice(), intent.decidedOn(), close, seen.session(newest));
    return new SeenBars(intent, Optional.of(table), doubt);
  }

  private static SeenBars none(Intent intent, String why) {
    return new SeenBars(intent, Optional.empty(), why);
  }

  void tell(Reply reply) {
    shown.ifPresent(
        table ->
            reply.block(
                Block.section(
                    "The newest %d %s bars of %s it saw, %s"
                        .formatted(
                            table.size(),
                            table.series().timeframe(),
                            intent.symbol(),
                            table.series().adjustment()),
                    table.block())));
    if (!doubt.isEmpty()) {
      reply.warn("bars_doubtful", "the bars of %s: %s.".formatted(intent.symbol(), doubt));
    }
  }

  Data data() {
    Data data =
        Data.of()
            .text("symbol", intent.symbol().ticker())
            .text("session", intent.decidedOn().toString());
    shown.ifPresent(
        table ->
            data.text("adjustment", table.series().adjustment().label())
                .objects("shown", table.data()));
    return doubt.isEmpty() ? data.absent("doubt") : data.text("doubt", doubt);
  }
}
