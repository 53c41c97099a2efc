package milodex.cli;

import java.util.List;
import milodex.backtest.Breakdown;
import milodex.backtest.CapacityEstimate;
import milodex.research.EvidenceContext;
import milodex.statistics.Figure;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// What is shown beside a judgement and never judged, for people and programs.
final class ContextBlocks {

  private static final String SUMS =
      "Shown and never judged. Sums of daily returns, not compounded; the Sharpe is annual, with its"
          + " standard error.";

  private ContextBlocks() {}

  static Reply tell(Reply reply, EvidenceContext context) {
    reply
        .data()
        .object(
            "context",
            Data.of()
                .object("years", data(context.years()))
                .object("regimes", data(context.regimes()))
                .object("capacity", data(context.capacity())));
    return reply
        .block(Block.section("By calendar year", block("Year", context.years())))
        .block(Block.section("By regime", block("Regime", context.regimes())))
        .block(Block.paragraph(SUMS, Style.FAINT))
        .block(Block.section("Capacity", block(context.capacity())));
  }

  private static Block block(String name, Breakdown breakdown) {
    if (breakdown.parts().isEmpty()) {
      return Block.paragraph(Figures.withReason(breakdown.withoutBest(), ""));
    }
    Table table =
        Table.of(
            Column.text(name),
            Column.number("Sessions"),
            Column.number("Sum"),
            Column.number("Share"),
            Column.number("Sharpe"),
            Column.number("Error"));
    for (Breakdown.Part part : breakdown.parts()) {
      table.row(
          Cell.of(part.name()),
          Cell.of("" + part.sessions(), part.isThin() ? Style.FAIR : Style.PLAIN),
          Cell.of(Figures.percent(Figure.of(part.sum())), Style.ofPass(part.sum() >= 0)),
          Cell.of(Figures.percent(part.share())),
          Figures.sharpe(part.sharpe()),
          Cell.of(Figures.plain(part.error())));
    }
    table.row(
        Cell.of("without the best"),
        Cell.of(""),
        Cell.of(Figures.percent(breakdown.withoutBest())),
        Cell.of(""),
        Cell.of(""),
        Cell.of(""));
    return table;
  }

  private static Block block(CapacityEstimate capacity) {
    return KeyValues.of()
        .with("Edge eaten at", bound(capacity.breakEven()))
        .with("Most profit at", dollars(capacity.mostProfitable(), ""))
        .with(
            "%.0f %% of volume".formatted(100 * CapacityEstimate.PARTICIPATION),
            bound(capacity.participation()));
  }

  private static String bound(CapacityEstimate.Bound bound) {
    return dollars(
        bound.assets(), bound.symbol().map(symbol -> ", by %s".formatted(symbol)).orElse(""));
  }

  private static String dollars(Figure assets, String by) {
    return Figures.withReason(assets, "$" + Figures.whole(assets) + by);
  }

  private static Data data(Breakdown breakdown) {
    List<Data> parts =
        breakdown.parts().stream()
            .map(
                part ->
                    Data.of()
                        .text("name", part.name())
                        .count("sessions", part.sessions())
                        .number("sum", part.sum())
                        .figure("share", part.share())
                        .figure("sharpe", part.sharpe())
                        .figure("standard_error", part.error()))
            .toList();
    return Data.of().objects("parts", parts).figure("without_best", breakdown.withoutBest());
  }

  private static Data data(CapacityEstimate capacity) {
    return Data.of()
        .object("break_even", data(capacity.breakEven()))
        .figure("most_profitable", capacity.mostProfitable())
        .object("participation", data(capacity.participation()));
  }

  private static Data data(CapacityEstimate.Bound bound) {
    Data data = Data.of().figure("assets", bound.assets());
    bound
        .symbol()
        .ifPresentOrElse(symbol -> data.text("symbol", symbol), () -> data.absent("symbol"));
    return data;
  }
}
