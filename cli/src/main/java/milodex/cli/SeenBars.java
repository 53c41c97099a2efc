package milodex.cli;

import java.util.List;
import java.util.Optional;
import milodex.data.DataUnavailableException;
import milodex.data.Lineage;
import milodex.data.StoredBars;
import milodex.ledger.Intent;
import milodex.market.BarSeries;
import milodex.market.Timeframe;
import milodex.money.Price;
import milodex.terminal.Block;

/// The newest bars behind a wish, fetched from the store; they may have been revised since.
///
/// @param shown empty if they cannot be shown
/// @param doubt why they may not be the bars the rule saw; empty if they are
record SeenBars(Intent intent, Optional<BarTable> shown, String doubt) {

  private static final int SHOWN = 6;

  /// The bars up to the session on whose close the wish was decided.
  static SeenBars of(Intent intent, StoredBars store) {
    try {
      return company(intent, store)
          .flatMap(company -> of(intent, company))
          .orElseGet(() -> none(intent, "no daily bars of it are stored up to that session"));
    } catch (DataUnavailableException e) {
      return none(intent, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Lineage.Company> company(Intent intent, StoredBars store) {
    return Optional.ofNullable(
        Lineage.read(
                store,
                List.of(intent.symbol()),
                Timeframe.DAY_1,
                intent.decidedOn(),
                intent.decidedOn())
            .get(intent.symbol()));
  }

  private static Optional<SeenBars> of(Intent intent, Lineage.Company company) {
    BarSeries all = company.bars();
    BarSeries seen = all.between(all.first(), intent.decidedOn());
    return seen.isEmpty()
        ? Optional.empty()
        : Optional.of(of(intent, seen, BarTable.last(seen, SHOWN, company.actions())));
  }

  private static SeenBars of(Intent intent, BarSeries seen, BarTable table) {
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
