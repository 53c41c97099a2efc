package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import milodex.backtest.Runs;
import milodex.research.Deflation;
import milodex.research.SweepCell;
import milodex.research.SweepResult;
import milodex.research.SweepResult.Entry;
import milodex.research.Trials;
import milodex.statistics.Figure;
import milodex.strategy.GridFile;
import milodex.strategy.ParameterAxis;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// What a sweep came to, for people and programs.
///
/// @param trials of the workspace, those of the sweep among them
/// @param added how many of them are new
record SweepReport(GridFile grid, SweepResult result, Trials trials, int added) {

  private static final int BEST = 10;
  private static final int WORST = 3;
  private static final int REASONS = 5;

  static Reply of(GridFile grid, SweepResult result, Trials trials, int added) {
    return new SweepReport(grid, result, trials, added).reply();
  }

  static int count(List<SweepCell> cells, Class<? extends SweepCell> kind) {
    return (int) cells.stream().filter(kind::isInstance).count();
  }

  private Reply reply() {
    List<Entry> ranked = result.ranked();
    Reply reply = Reply.of();
    counts(reply, ranked.size());
    reply.block(
        Block.paragraph(
            "Sweep of %s, SIMULATED, NOT PROVED".formatted(grid.strategy().id()), Style.BACKTEST));
    reply.block(Block.paragraph(counted(ranked.size())));
    if (ranked.isEmpty()) {
      reply.say("No cell has a Sharpe ratio.");
    } else {
      best(reply, ranked);
    }
    left(reply);
    reply.data().objects("listed", result.entries().stream().map(SweepReport::data).toList());
    return reply;
  }

  private void best(Reply reply, List<Entry> ranked) {
    int shown = Math.min(BEST, ranked.size());
    int worst = Math.min(WORST, ranked.size() - shown);
    reply.block(Block.paragraph("Values, in order: " + String.join(", ", varied())));
    reply.block(Block.section("Best cells", table(ranked.subList(0, shown), 1)));
    if (worst > 0) {
      int from = ranked.size() - worst;
      reply.block(
          Block.section("Worst cells", table(ranked.subList(from, ranked.size()), from + 1)));
    }
    Entry first = ranked.getFirst();
    Runs.Run run = first.run().orElseThrow();
    Optional<LuckBlock> luck =
        first
            .summary()
            .flatMap(summary -> summary.find("evidence"))
            .map(evidence -> new LuckBlock(evidence, Deflation.of(run, trials.beside(run))));
    luck.ifPresent(
        block -> {
          reply.block(Block.section("What luck could have made of the best", block.block()));
          reply.data().object("luck", block.data());
        });
    result
        .plateau()
        .map(found -> new PlateauBlock(found, grid.grid()))
        .ifPresent(
            block -> {
              reply.block(Block.section("Around the best cell", block.block()));
              reply.data().object("plateau", block.data());
            });
    int among = trials.beside(run).size();
    reply
        .say(
            "The best cell is the best of %,d trials over these sessions and no evidence by itself."
                .formatted(among))
        .block(
            Block.paragraph(
                "Cells are not proved and their records are not kept; `milodex backtest` with the"
                    + " values of a cell makes both, and is a look at the same trial.",
                Style.FAINT));
  }

  private void counts(Reply reply, int known) {
    List<SweepCell> cells = result.entries().stream().map(Entry::cell).toList();
    reply
        .data()
        .flag("preview", false)
        .text("strategy", grid.strategy().id().toString())
        .count("cells", cells.size())
        .count("trials", count(cells, SweepCell.Trial.class))
        .count("trials_added", added)
        .count("outcomes", result.outcomes())
        .count("with_sharpe", known)
        .count("without_sharpe", count(cells, SweepCell.Trial.class) - known)
        .count("not_strategies", count(cells, SweepCell.NotAStrategy.class))
        .count("without_bars", count(cells, SweepCell.WithoutBars.class));
  }

  private String counted(int known) {
    List<SweepCell> cells = result.entries().stream().map(Entry::cell).toList();
    int tried = count(cells, SweepCell.Trial.class);
    return "%,d cells: %,d trials, %,d of them new, with %,d different outcomes; %,d without a Sharpe ratio; %,d not a strategy; %,d that the bars do not allow."
        .formatted(
            cells.size(),
            tried,
            added,
            result.outcomes(),
            tried - known,
            count(cells, SweepCell.NotAStrategy.class),
            count(cells, SweepCell.WithoutBars.class));
  }

  /// The cells that have no ratio, and why; the first of them for people, all in the data.
  private void left(Reply reply) {
    List<Entry> without =
        result.entries().stream()
            .filter(entry -> entry.sharpe() instanceof Figure.Undefined)
            .toList();
    if (!without.isEmpty()) {
      Table table = Table.of(Column.yielding("Cell"), Column.yielding("Why it has no ratio"));
      without.stream()
          .limit(REASONS)
          .forEach(entry -> table.row(values(entry.cell().values()), why(entry.sharpe())));
      reply.block(Block.section("Without a ratio", table));
      if (without.size() > REASONS) {
        reply.block(
            Block.paragraph("and %,d more, see --json".formatted(without.size() - REASONS)));
      }
    }
  }

  /// The parameters that take more than one value.
  private List<String> varied() {
    return grid.grid().axes().stream()
        .filter(axis -> axis.values().size() > 1)
        .map(ParameterAxis::name)
        .toList();
  }

  private Table table(List<Entry> entries, int from) {
    Table table =
        Table.of(
            Column.number("#"),
            Column.number("Sharpe"),
            Column.number("CAGR"),
            Column.number("Worst fall"),
            Column.number("Trades"),
            Column.text("Run"),
            Column.yielding("Values"));
    int rank = from;
    for (Entry entry : entries) {
      table.row(
          "" + rank++,
          Figures.plain(entry.sharpe()),
          Figures.percent(entry.metric("cagr")),
          Figures.percent(entry.metric("drawdown", "depth")),
          "" + entry.summary().orElseThrow().whole("metrics", "trades", "closed"),
          entry.run().orElseThrow().id().brief(),
          varied().stream()
              .map(name -> word(entry.cell().values().getOrDefault(name, "")))
              .collect(Collectors.joining(" / ")));
    }
    return table;
  }

  private static Data data(Entry entry) {
    Data values = Data.of();
    entry.cell().values().forEach(values::text);
    Data data = Data.of().object("values", values).text("kind", kind(entry));
    entry.run().ifPresent(run -> data.text("run", run.id().hash()).count("trial", run.trial()));
    entry
        .summary()
        .ifPresent(
            summary ->
                data.figure("cagr", entry.metric("cagr"))
                    .figure("drawdown", entry.metric("drawdown", "depth"))
                    .count("trades", summary.whole("metrics", "trades", "closed")));
    return data.figure("sharpe", entry.sharpe());
  }

  private static String kind(Entry entry) {
    return switch (entry.cell()) {
      case SweepCell.NotAStrategy _ -> "not a strategy";
      case SweepCell.WithoutBars _ -> "not run";
      case SweepCell.Trial _ -> entry.run().map(run -> RunNumbers.of(run).kind()).orElse("not run");
    };
  }

  private static String why(Figure figure) {
    return switch (figure) {
      case Figure.Known _ -> "";
      case Figure.Undefined(String why) -> why;
    };
  }

  private static String values(SequencedMap<String, String> values) {
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, String> value : values.entrySet()) {
      all.add(value.getKey() + "=" + word(value.getValue()));
    }
    return String.join(" ", all);
  }

  private static String word(String value) {
    return value.isEmpty() ? "none" : value;
  }
}
