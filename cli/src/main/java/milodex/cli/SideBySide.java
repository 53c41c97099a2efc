package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.statistics.Figure;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// Finished runs as columns: what was run, and what it came to.
///
/// @param summaries of `runs`, in their order
record SideBySide(List<Runs.Run> runs, List<RunSummary> summaries) {

  /// As many runs as fit beside each other in 80 columns.
  private static final int ABREAST = 3;

  private static final List<Line> LINES =
      List.of(
          new Line("Result", SideBySide::kind),
          new Line("First session", run -> run.text("first_session")),
          new Line("Last session", run -> run.text("last_session")),
          new Line("Sessions", run -> run.text("metrics", "sessions")),
          new Line("Data grade", run -> run.text("data", "grade")),
          new Line("Slippage", run -> Figures.share(run.decimal("costs", "slippage"))),
          percent("Total return", "total_return"),
          percent("CAGR", "cagr"),
          percent("Volatility", "volatility"),
          plain("Sharpe", "sharpe"),
          new Line("95 % interval", run -> SharpeRange.of(run).text()),
          plain("Sortino", "sortino"),
          percent("Max drawdown", "drawdown", "depth"),
          plain("Calmar", "calmar"),
          percent("Exposure", "exposure"),
          plain("Turnover a year", "turnover"),
          new Line("Closed trades", run -> run.text("metrics", "trades", "closed")),
          percent("Win rate", "trades", "win_rate"),
          plain("Profit factor", "trades", "profit_factor"),
          plain("Expectancy $", "trades", "expectancy"),
          plain("Average hold", "trades", "average_hold"),
          percent("MAE", "trades", "mae"),
          percent("MFE", "trades", "mfe"),
          percent("Cost share", "trades", "cost_share"));

  /// What makes the numbers of runs answers to different questions.
  private static final List<Mismatch> MISMATCHES =
      List.of(
          new Mismatch(
              "period_mismatch",
              "the runs cover different periods: their numbers answer different questions",
              run -> run.text("first_session") + run.text("last_session")),
          new Mismatch(
              "kind_mismatch",
              "some are out of sample and some in sample: only the former say anything of the future",
              SideBySide::kind),
          new Mismatch(
              "data_grade_mismatch",
              "their bars have different grades",
              run -> run.text("data", "grade")),
          new Mismatch(
              "cost_mismatch", "they paid different costs", run -> run.at("costs").canonical()),
          new Mismatch(
              "limits_mismatch",
              "some ran without limits",
              run -> Boolean.toString(run.flag("unlimited"))));

  SideBySide(List<Runs.Run> runs) {
    this(runs, runs.stream().map(RunNumbers::summary).toList());
  }

  private record Line(String title, Function<RunSummary, String> value) {}

  /// A way in which runs may differ.
  record Mismatch(String code, String says, Function<RunSummary, String> value) {}

  /// Tables of a few runs each.
  List<Block> blocks() {
    return IntStream.iterate(0, from -> from < runs.size(), from -> from + ABREAST)
        .mapToObj(from -> table(from, Math.min(from + ABREAST, runs.size())))
        .map(Block.class::cast)
        .toList();
  }

  /// In which ways these runs differ.
  List<Mismatch> mismatches() {
    return MISMATCHES.stream()
        .filter(one -> summaries.stream().map(one.value).distinct().count() > 1)
        .toList();
  }

  List<Data> data(Runs all) {
    List<Data> data = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Runs.Run run = runs.get(i);
      RunSummary summary = summaries.get(i);
      SharpeRange range = SharpeRange.of(summary);
      data.add(
          SummaryData.of(Map.of("metrics", summary.at("metrics").tree()))
              .text("run", run.id().hash())
              .text("strategy", run.strategy().toString())
              .count("trial", run.trial())
              .count("look_of_family", all.lookOfFamily(run))
              .text("kind", kind(summary))
              .figure("sharpe_low", range.low())
              .figure("sharpe_high", range.high())
              .text("first_session", summary.text("first_session"))
              .text("last_session", summary.text("last_session"))
              .text("data_grade", summary.text("data", "grade"))
              .object("costs", SummaryData.of(summary.at("costs").tree())));
    }
    return data;
  }

  private Table table(int from, int to) {
    Table table =
        Table.of(
            Stream.concat(
                    Stream.of(Column.text("Run")),
                    runs.subList(from, to).stream().map(run -> Column.number(run.id().brief())))
                .toArray(Column[]::new));
    for (Line line : LINES) {
      table.row(
          Stream.concat(Stream.of(line.title), summaries.subList(from, to).stream().map(line.value))
              .toArray(String[]::new));
    }
    return table;
  }

  private static String kind(RunSummary run) {
    return run.flag("walk_forward") ? "OOS" : "in sample";
  }

  private static Line percent(String title, String... metric) {
    return new Line(title, run -> Figures.percent(figure(run, metric)));
  }

  private static Line plain(String title, String... metric) {
    return new Line(title, run -> Figures.plain(figure(run, metric)));
  }

  private static Figure figure(RunSummary run, String... metric) {
    return run.at("metrics").figure(metric);
  }
}
