package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import milodex.analytics.Overlap;
import milodex.promotion.Requirement;
import milodex.research.FamilyWise;
import milodex.research.Screen;
import milodex.research.Screen.Row;
import milodex.statistics.Figure;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// What a screen came to, for people and programs.
///
/// @param trials of the workspace, those of the screen among them
/// @param added how many of them are new
record ScreenReport(Screen screen, List<Screened.Left> left, int trials, int added) {

  private static final String SAYS =
      "screen: the gate's floors and luck only; `milodex promotion check ID` decides.";

  /// As many correlations as fit beside each other in 80 columns.
  private static final int ABREAST = 10;

  /// How many strategies are shown in the matrix.
  private static final int MOST = 20;

  Reply reply() {
    List<Row> ranked = screen.ranked();
    Reply reply = Reply.of().broker("SIMULATED").stage("backtest");
    ranked.forEach(row -> reply.strategy(row.candidate().run().strategy().toString()));
    reply.block(Block.paragraph("Screen, out of sample, SIMULATED", Style.BACKTEST));
    if (ranked.isEmpty()) {
      reply.exit(ExitCode.UNAVAILABLE).errorCode("nothing_screened").say("No strategy was ranked.");
    } else {
      ranked(reply);
    }
    if (!left.isEmpty()) {
      reply.block(Block.section("Not ranked", Screened.Left.table(left)));
    }
    left.stream()
        .filter(one -> one.code().equals("proof_failed"))
        .forEach(one -> reply.warn("proof_failed", one.id() + ": a proof of its run failed"));
    reply
        .data()
        .flag("preview", false)
        .text("verdict_says", SAYS)
        .count("trials", trials)
        .count("trials_added", added)
        .objects("listed", IntStream.range(0, ranked.size()).mapToObj(this::data).toList())
        .objects("left", left.stream().map(Screened.Left::data).toList())
        .objects("correlations", correlations());
    return reply;
  }

  private void ranked(Reply reply) {
    List<Row> ranked = screen.ranked();
    reply.block(Block.section("Ranked by Sharpe", table()));
    reply.block(Block.paragraph(SAYS));
    reply.block(Block.section("All of them together", together()));
    if (ranked.size() > 1) {
      int shown = Math.min(MOST, ranked.size());
      String title = "Correlation of daily returns after costs, common sessions, numbers as above";
      for (int from = 0; from < shown - 1; from += ABREAST) {
        reply.block(Block.section(title, matrix(from, Math.min(from + ABREAST, shown - 1), shown)));
        title = "and further";
      }
      if (shown < ranked.size()) {
        reply.block(Block.paragraph("and %d more, see --json".formatted(ranked.size() - shown)));
      }
    }
    FamilyWise family = screen.family();
    reply
        .data()
        .object(
            "family",
            Data.of()
                .number("level", FamilyWise.LEVEL)
                .count("trials", family.tested())
                .count("trials_without_streams", family.withoutStreams())
                .texts("rejected", ids(family.rejected()))
                .texts("rejected_net", ids(family.net().stream().sorted().toList()))
                .texts(
                    "rejected_beside_universe", ids(family.universe().stream().sorted().toList()))
                .figure("spa_of_best_net", family.bestNet())
                .figure("spa_of_best_beside_universe", family.bestUniverse()));
    reply.say(
        "%s ranked, %d not; %s, %d of them new. The first is the best of many, and no evidence by itself."
            .formatted(
                FactLine.counted(ranked.size(), "strategy", "strategies"),
                left.size(),
                FactLine.counted(trials, "trial", "trials"),
                added));
  }

  private Table table() {
    Table table =
        Table.of(
            Column.number("#"),
            Column.number("Sharpe"),
            Column.text("95 %"),
            Column.number("Trades"),
            Column.number("Worst fall"),
            Column.number("Gate p"),
            Column.text("Verdict"),
            Column.wrapping("Held by"));
    for (int i = 0; i < screen.ranked().size(); i++) {
      Row row = screen.ranked().get(i);
      Screen.Candidate one = row.candidate();
      table.group("%s, run %s".formatted(one.run().strategy(), one.run().id().brief()));
      table.row(
          Cell.of("" + (i + 1)),
          Figures.sharpe(row.sharpe()),
          Cell.of(SharpeRange.of(one.summary()).text()),
          Cell.of("" + one.record().trades().size()),
          Figures.drawdown(fall(row)),
          Cell.of(p(row.p())),
          Cell.of(row.judgement().grade().name(), GateTable.style(row.judgement().grade())),
          Cell.of(
              row.judgement().reasons().stream()
                  .map(Requirement::title)
                  .collect(Collectors.joining(", "))));
    }
    return table;
  }

  private Block together() {
    FamilyWise family = screen.family();
    List<String> rejected = numbers(family.rejected());
    return KeyValues.of()
        .with(
            "Trials",
            "%d over these sessions%s"
                .formatted(
                    family.tested() + family.withoutStreams(),
                    family.withoutStreams() == 0
                        ? ""
                        : "; %d of them have no returns to resample, and count in each gate p only"
                            .formatted(family.withoutStreams())))
        .with(
            "Beyond luck, 5 %",
            rejected.isEmpty()
                ? "none, with the chance of even one false name held to 5 %"
                : "number "
                    + String.join(", ", rejected)
                    + ", with the chance of even one false name held to 5 %")
        .with("Best, after costs", best(family.bestNet()))
        .with("Best, beside universe", best(family.bestUniverse()));
  }

  private static String best(Figure p) {
    return Figures.withReason(p, "p %s that no trial at all beats zero (SPA)".formatted(p(p)));
  }

  private Table matrix(int from, int to, int shown) {
    Column[] columns = new Column[to - from + 1];
    columns[0] = Column.number("#");
    for (int j = from; j < to; j++) {
      columns[j - from + 1] = Column.number("" + (j + 1));
    }
    Table table = Table.of(columns);
    for (int i = from + 1; i < shown; i++) {
      String[] cells = new String[columns.length];
      cells[0] = "" + (i + 1);
      for (int j = from; j < to; j++) {
        cells[j - from + 1] = j < i ? correlation(i, j) : "";
      }
      table.row(cells);
    }
    return table;
  }

  private String correlation(int i, int j) {
    return switch (screen.overlap(j, i).correlation()) {
      case Figure.Known known -> Figures.plain(known);
      case Figure.Undefined _ -> "-";
    };
  }

  private List<Data> correlations() {
    List<Data> all = new ArrayList<>();
    for (int i = 0; i < screen.ranked().size(); i++) {
      for (int j = i + 1; j < screen.ranked().size(); j++) {
        Overlap both = screen.overlap(i, j);
        all.add(
            Data.of()
                .count("rank", i + 1)
                .count("with", j + 1)
                .count("common_sessions", both.sessions())
                .figure("correlation", both.correlation()));
      }
    }
    return all;
  }

  private Data data(int place) {
    Row row = screen.ranked().get(place);
    Screen.Candidate one = row.candidate();
    SharpeRange range = SharpeRange.of(one.summary());
    return Data.of()
        .count("rank", place + 1)
        .text("strategy", one.run().strategy().toString())
        .text("run", one.run().id().hash())
        .count("trial", one.run().trial())
        .figure("sharpe", row.sharpe())
        .figure("sharpe_low", range.low())
        .figure("sharpe_high", range.high())
        .count("trades", one.record().trades().size())
        .figure("drawdown", fall(row))
        .count("trials", row.tried().trials())
        .figure("p", row.p())
        .figure("p_net", row.net().p())
        .figure("p_beside_universe", row.universe().p())
        .flag("beyond_luck", screen.family().rejected().contains(place))
        .text("grade", row.judgement().grade().name())
        .texts("reasons", GateTable.reasons(row.judgement()));
  }

  private static Figure fall(Row row) {
    return row.candidate().summary().figure("metrics", "drawdown", "depth");
  }

  private static String p(Figure figure) {
    return switch (figure) {
      case Figure.Known(double value) -> "%.3f".formatted(value);
      case Figure.Undefined _ -> "undefined";
    };
  }

  private List<String> ids(List<Integer> places) {
    return places.stream()
        .map(place -> screen.ranked().get(place).candidate().run().strategy().toString())
        .toList();
  }

  private static List<String> numbers(List<Integer> places) {
    return places.stream().map(place -> "" + (place + 1)).toList();
  }
}
