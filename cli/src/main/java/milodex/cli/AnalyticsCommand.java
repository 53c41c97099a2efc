package milodex.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.analytics.Figure;
import milodex.backtest.Artifacts;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.backtest.Vintage;
import milodex.ledger.Fact;
import milodex.ledger.JsonLines;
import milodex.ledger.Ledger;
import milodex.market.ExchangeCalendar;
import milodex.portfolio.Trade;
import milodex.portfolio.TradeLog;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Looks again at runs that are done; looking again counts nothing.
@Command(
    name = "analytics",
    description = "List the runs of this workspace, and show their numbers and trades.",
    subcommands = {
      AnalyticsCommand.ListRuns.class,
      AnalyticsCommand.Metrics.class,
      AnalyticsCommand.Trades.class,
      RefusalsCommand.class
    })
final class AnalyticsCommand {

  /// Every run, in the order of their trial numbers.
  @Command(name = "list", description = "List every run; killed and failed ones count too.")
  static final class ListRuns implements Action {

    @Override
    public Reply run(Invocation invocation) {
      Wiring wiring = new Wiring(invocation.workspace());
      try (Ledger ledger = wiring.ledgerToRead()) {
        Runs runs = new Runs(ledger, wiring.artifacts());
        Vintage vintage = new Vintage(wiring.bars());
        Table table =
            Table.of(
                Column.number("Trial"),
                Column.text("Run"),
                Column.text("From"),
                Column.text("To"),
                Column.text("Kind"),
                Column.number("Looks"),
                Column.number("Sharpe"),
                Column.number("Return"));
        List<Data> rows = new ArrayList<>();
        String above = "";
        List<String> stale = new ArrayList<>();
        for (Runs.Run run : runs.all()) {
          String strategy = run.strategy().toString();
          if (!strategy.equals(above)) {
            table.group(strategy);
          }
          above = strategy;
          Staleness staleness = Staleness.of(run, vintage);
          rows.add(row(table, run, staleness));
          if (staleness.isStale()) {
            stale.add(run.id().brief());
          }
        }
        Reply reply =
            Reply.of()
                .block(table)
                .say("%d trials in this workspace.".formatted(runs.trials()))
                .ref("ledger_head", ledger.head().toString());
        if (!stale.isEmpty()) {
          reply.warn(
              "stale_evidence",
              "bars or corporate actions these runs have read were revised since, so their numbers"
                  + " are those of the old ones: "
                  + String.join(", ", stale));
        }
        reply.data().objects("runs", rows);
        return reply;
      }
    }

    private static Data row(Table table, Runs.Run run, Staleness staleness) {
      Optional<RunSummary> summary = run.completed().map(done -> RunSummary.parse(done.summary()));
      String kind =
          summary
              .map(one -> one.flag("walk_forward") ? "OOS" : "in sample")
              .orElse(run.outcome().isPresent() ? "failed" : "unfinished");
      Figure sharpe = figure(summary, "sharpe");
      Figure total = figure(summary, "total_return");
      table.row(
          Cell.of("" + run.trial()),
          Cell.of(run.id().brief()),
          Cell.of(run.registration().from().toString()),
          Cell.of(run.registration().to().toString()),
          Cell.of(kind),
          Cell.of("" + run.looks()),
          Figures.sharpe(sharpe),
          Cell.of(Figures.percent(total)));
      Data data =
          Data.of()
              .count("trial", run.trial())
              .text("run", run.id().hash())
              .text("strategy", run.strategy().toString())
              .text("from", run.registration().from().toString())
              .text("to", run.registration().to().toString())
              .text("kind", kind)
              .count("looks", run.looks())
              .text("note", run.registration().note());
      staleness.put(data);
      put(data, "sharpe", sharpe);
      put(data, "total_return", total);
      return data;
    }

    private static Figure figure(Optional<RunSummary> summary, String name) {
      return summary
          .map(one -> one.figure("metrics", name))
          .orElse(Figure.undefined("the run did not finish"));
    }

    private static void put(Data data, String name, Figure figure) {
      switch (figure) {
        case Figure.Known(double value) -> data.number(name, value);
        case Figure.Undefined(String why) -> data.undefined(name, why);
      }
    }
  }

  /// The numbers of one run, as `backtest` printed them.
  @Command(name = "metrics", description = "Show the numbers of a run.")
  static final class Metrics implements Action {

    @Parameters(paramLabel = "RUN", description = "The run, or the first digits of its id.")
    private String id = "";

    @Override
    public Reply run(Invocation invocation) {
      Wiring wiring = new Wiring(invocation.workspace());
      try (Ledger ledger = wiring.ledgerToRead()) {
        Runs runs = new Runs(ledger, wiring.artifacts());
        Runs.Run run = find(runs, id);
        Reply reply =
            RunReport.of(run, runs.lookOfFamily(run), RunSummary.parse(completed(run).summary()));
        return Staleness.of(run, new Vintage(wiring.bars())).tell(reply);
      }
    }
  }

  /// The closed round trips of one run, read from its artifact.
  @Command(name = "trades", description = "List the closed trades of a run.")
  static final class Trades implements Action {

    @Parameters(paramLabel = "RUN", description = "The run, or the first digits of its id.")
    private String id = "";

    @Option(names = "--last", paramLabel = "N", description = "Only the last N trades.")
    private Optional<Integer> last = Optional.empty();

    @Override
    public Reply run(Invocation invocation) throws IOException {
      if (last.filter(n -> n < 1).isPresent()) {
        throw Failure.usage(
            "invalid_last",
            "--last shows one trade or more.",
            last.orElseThrow() + " was asked for.",
            "Give a number from 1, or leave --last out for all of them.");
      }
      Wiring wiring = new Wiring(invocation.workspace());
      try (Ledger ledger = wiring.ledgerToRead()) {
        Runs.Run run = find(new Runs(ledger, wiring.artifacts()), id);
        List<Trade> trades = trades(wiring.artifacts(), completed(run));
        int skip = last.map(n -> Math.max(0, trades.size() - n)).orElse(0);
        return reply(run, trades, trades.subList(skip, trades.size()));
      }
    }

    private static Reply reply(Runs.Run run, List<Trade> all, List<Trade> shown) {
      Table table =
          Table.of(
              Column.number("#"),
              Column.text("Symbol"),
              Column.text("Entry"),
              Column.text("Exit"),
              Column.number("Shares"),
              Column.number("In"),
              Column.number("Out"),
              Column.number("Net $"),
              Column.number("Held"));
      List<Data> rows = shown.stream().map(trade -> row(table, trade)).toList();
      Reply reply =
          Reply.of()
              .strategy(run.strategy().toString())
              .broker("SIMULATED")
              .ref("run", run.id().hash())
              .block(Block.paragraph("Closed trades of run " + run.id().brief(), Style.BACKTEST))
              .block(table)
              .say(
                  "%d of %d closed trades, held in sessions; `milodex explain %s:N` tells the N-th."
                      .formatted(shown.size(), all.size(), run.id().brief()));
      reply.data().objects("trades", rows);
      return reply;
    }

    private static Data row(Table table, Trade trade) {
      int held =
          ExchangeCalendar.nyse().sessionsBetween(trade.entry().session(), trade.exit().session());
      table.row(
          Cell.of("" + trade.number()),
          Cell.of(trade.symbol().ticker()),
          Cell.of(trade.entry().session().toString()),
          Cell.of(trade.exit().session().toString()),
          Cell.of(trade.bought().toString()),
          Cell.of(Figures.dollars(Figure.of(trade.entryPrice()))),
          Cell.of(Figures.dollars(Figure.of(trade.exitPrice()))),
          Cell.of(Figures.dollars(trade.net().amount()), Style.ofPass(!trade.net().isNegative())),
          Cell.of("" + held));
      return Data.of()
          .count("number", trade.number())
          .text("symbol", trade.symbol().ticker())
          .text("entry_session", trade.entry().session().toString())
          .text("entry_rule", trade.entry().rule())
          .text("exit_session", trade.exit().session().toString())
          .text("exit_rule", trade.exit().rule())
          .count("sessions_held", held)
          .text("shares", trade.bought().toString())
          .number("entry_price", trade.entryPrice())
          .number("exit_price", trade.exitPrice())
          .money("gross", trade.gross())
          .money("fees", trade.fees())
          .money("dividends", trade.dividends())
          .money("net", trade.net());
    }
  }

  /// The closed trades in a run's artifact, checked against the head the ledger holds.
  static List<Trade> trades(Artifacts artifacts, Fact.RunCompleted completed) throws IOException {
    TradeLog log = new TradeLog();
    try (InputStream in = open(artifacts, completed)) {
      JsonLines.read(in, Optional.of(completed.head()), log);
    }
    return log.closed();
  }

  /// The artifact of a run; throws [Failure] if it is gone.
  static InputStream open(Artifacts artifacts, Fact.RunCompleted completed) {
    return artifacts
        .open(completed.artifact())
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.INTEGRITY,
                    "artifact_missing",
                    "The record of run " + completed.run().brief() + " is gone.",
                    "data/artifacts/ holds no file named " + completed.artifact() + ".",
                    "The ledger still holds the run's summary and hash; nothing was changed.",
                    "Restore the file, or run the same backtest again: it gives the same bytes."));
  }

  /// The one run whose id begins with `prefix`; throws [Failure] if there is none, or more.
  static Runs.Run find(Runs runs, String prefix) {
    List<Runs.Run> found = runs.find(prefix);
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw Failure.usage(
        found.isEmpty() ? "unknown_run" : "ambiguous_run",
        found.isEmpty()
            ? "No run begins with `" + prefix + "`."
            : found.size() + " runs begin with `" + prefix + "`.",
        runs.trials() + " runs are in the ledger of this workspace.",
        "See `milodex analytics list` for all of them.");
  }

  /// What the run came to; throws [Failure] if it did not finish.
  static Fact.RunCompleted completed(Runs.Run run) {
    return run.completed()
        .orElseThrow(
            () ->
                Failure.usage(
                    "run_unfinished",
                    "Run " + run.id().brief() + " has no result.",
                    run.outcome()
                        .filter(Fact.RunFailed.class::isInstance)
                        .map(failed -> "It failed: " + ((Fact.RunFailed) failed).why())
                        .orElse("It was stopped before it finished; it still counts as a trial."),
                    "Run the same backtest again."));
  }
}
