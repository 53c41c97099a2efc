package milodex.cli;

import milodex.analytics.OutOfSample;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.ledger.Fact;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;

/// What a finished run came to, for people and programs; `backtest` and `analytics` share it.
final class RunReport {

  private static final String CONVENTIONS =
      "Sharpe is the mean over the sample deviation of daily returns, times the root of 252,"
          + " risk-free rate 0; fills are at the next open, moved by slippage. Looks are counted,"
          + " luck is not tested yet: a good number found by looking often is no skill.";

  private final Runs.Run run;
  private final int look;
  private final RunSummary summary;

  private RunReport(Runs.Run run, int look, RunSummary summary) {
    this.run = run;
    this.look = look;
    this.summary = summary;
  }

  /// @param look which look of its family the run was, from 1
  static Reply of(Runs.Run run, int look, RunSummary summary) {
    return new RunReport(run, look, summary).reply();
  }

  private Reply reply() {
    PerformanceBlocks performance = new PerformanceBlocks(summary);
    AccountBlocks account = new AccountBlocks(summary);
    Fact.RunCompleted completed = run.completed().orElseThrow();
    Reply reply =
        Reply.of()
            .strategy(run.strategy().toString())
            .stage("backtest")
            .broker("SIMULATED")
            .dataFreshness(summary.text("last_session"))
            .ref("run", run.id().hash())
            .ref("artifact", completed.artifact())
            .ref("run_head", completed.head().toString());
    reply.block(Block.paragraph("Backtest of " + run.strategy() + ", SIMULATED", Style.BACKTEST));
    reply.block(setting());
    if (summary.flag("unlimited")) {
      reply.block(
          Block.paragraph(
              "UNLIMITED: every numeric limit was off. This is not how it would trade.",
              Style.BAD));
    }
    reply.block(Block.section(title(), performance.metrics()));
    if (summary.flag("walk_forward")) {
      reply.block(
          Block.section(
              "Windows, each started flat with frozen parameters", performance.windows()));
      reply.block(Block.section("Fragility", performance.fragility()));
    }
    summary
        .find("benchmark", "total_return")
        .ifPresent(
            _ ->
                reply.block(Block.section("Against holding a benchmark", performance.benchmark())));
    reply.block(Block.section("Where the money went, in dollars", account.parts()));
    reply.block(Block.section("What the risk gate did", account.gate()));
    Exclusions.tell(reply, summary);
    reply.block(Block.paragraph(CONVENTIONS, Style.FAINT));
    reply.block(
        Block.paragraph(
            "Next: milodex analytics trades "
                + run.id().brief()
                + ", or milodex explain "
                + run.id().brief()
                + ":1"));
    reply.summary(
        "%s: Sharpe %s, total return %s"
            .formatted(
                title(),
                Figures.plain(summary.figure("metrics", "sharpe")),
                Figures.percent(summary.figure("metrics", "total_return"))));
    reply
        .data()
        .text("label", title())
        .count("trial", run.trial())
        .count("look_of_family", look)
        .count("looks_at_this_run", run.looks())
        .object("run", SummaryData.of(summary.tree()));
    return reply;
  }

  private String title() {
    return summary.flag("walk_forward")
        ? OutOfSample.label(look)
        : "In sample, whole period, look " + look + " of this family";
  }

  private KeyValues setting() {
    return KeyValues.of()
        .with(
            "Run",
            "%s, trial %d of this workspace%s"
                .formatted(
                    run.id().brief(),
                    run.trial(),
                    run.looks() > 1 ? ", looked at " + run.looks() + " times" : ""))
        .with(
            "Period",
            "%s to %s, %d sessions"
                .formatted(
                    summary.text("first_session"),
                    summary.text("last_session"),
                    summary.whole("metrics", "sessions")))
        .with("Bars", "grade " + summary.text("data", "grade") + findings())
        .with(
            "Costs",
            "slippage %s of each price, %s"
                .formatted(Figures.share(summary.decimal("costs", "slippage")), commission()))
        .with(
            "Account",
            "starts with $%s, which is %s of the account"
                .formatted(
                    Figures.dollars(summary.decimal("initial_equity")),
                    Figures.share(summary.decimal("allocation"))));
  }

  private String commission() {
    RunSummary costs = summary.at("costs");
    return Figures.commission(
        costs.decimal("commission_per_trade"),
        costs.decimal("commission_rate"),
        costs.decimal("min_commission"));
  }

  private String findings() {
    int count = summary.at("data", "findings").items().size();
    return count == 0 ? "" : ", " + count + " findings kept with the run";
  }
}
