package milodex.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import milodex.analytics.BenchmarkComparison;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.ledger.ResearchFact;
import milodex.research.Deflation;
import milodex.research.Trials;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;

/// What a finished run came to, for people and programs; `backtest` and `analytics` share it.
final class RunReport {

  private static final String CONVENTIONS =
      "Sharpe is the mean over the sample deviation of daily returns, times the root of 252,"
          + " risk-free rate 0; fills are at the next open, moved by slippage. The deflated"
          + " Sharpe counts every trial over these sessions, and nothing that was tried elsewhere;"
          + " luck on the market's own rise is not taken off yet.";

  private final Runs.Run run;
  private final int look;
  private final int trials;
  private final RunSummary summary;
  private final Optional<LuckBlock> luck;
  private final Optional<BenchmarkBlock> spy;

  private RunReport(Runs runs, Runs.Run run, Optional<BenchmarkComparison> spy) {
    this.run = run;
    this.look = runs.lookOfFamily(run);
    this.trials = runs.trials();
    this.summary = RunSummary.parse(RunFinder.completed(run).summary());
    this.luck =
        summary
            .find("evidence")
            .map(
                evidence ->
                    new LuckBlock(evidence, Deflation.of(run, Trials.of(runs).beside(run))));
    this.spy = spy.map(beside -> new BenchmarkBlock("SPY", beside));
  }

  /// The report of a finished run, without a number if a proof failed; throws [Failure] if it did
  /// not finish.
  static Reply of(Runs runs, Runs.Run run) {
    return of(runs, run, Optional.empty());
  }

  /// The same with SPY beside it.
  static Reply of(Runs runs, Runs.Run run, Optional<BenchmarkComparison> spy) {
    return new RunReport(runs, run, spy).reply();
  }

  private Reply reply() {
    Optional<Failure> invalid = ProofBlocks.failure(run, summary);
    Reply reply = invalid.map(Failure::reply).orElseGet(Reply::of);
    frame(reply);
    if (invalid.isEmpty()) {
      numbers(reply);
    }
    ProofBlocks.of(summary).ifPresent(proofs -> reply.block(proofs.block()));
    Exclusions.tell(reply, summary);
    if (invalid.isEmpty()) {
      reply.block(Block.paragraph(CONVENTIONS, Style.FAINT));
      reply.block(
          Block.paragraph(
              "Next: milodex analytics trades "
                  + run.id().brief()
                  + ", or milodex explain "
                  + run.id().brief()
                  + ":1"));
    }
    return reply;
  }

  /// What was run, whatever came of it.
  private void frame(Reply reply) {
    ResearchFact.RunCompleted completed = run.completed().orElseThrow();
    reply
        .strategy(run.strategy().toString())
        .broker("SIMULATED")
        .dataFreshness(summary.text("last_session"))
        .ref("run", run.id().hash())
        .ref("artifact", completed.artifact())
        .ref("run_head", completed.head().toString());
    reply
        .data()
        .text("label", summary.label(look))
        .count("trial", run.trial())
        .count("trials", trials)
        .count("look_of_family", look)
        .count("looks_at_this_run", run.looks())
        .object("run", SummaryData.of(summary.tree()));
    reply.block(Block.paragraph("Backtest of " + run.strategy() + ", SIMULATED", Style.BACKTEST));
    reply.block(setting());
    if (summary.flag("unlimited")) {
      reply.block(
          Block.paragraph(
              "UNLIMITED: every numeric limit was off. This is not how it would trade.",
              Style.BAD));
    }
  }

  private void numbers(Reply reply) {
    PerformanceBlocks performance = new PerformanceBlocks(summary);
    AccountBlocks account = new AccountBlocks(summary);
    reply.block(Block.section(summary.label(look), performance.metrics(trial())));
    luck.ifPresent(
        block -> {
          reply.block(Block.section("What luck could have made of it", block.block()));
          reply.data().object("luck", block.data());
        });
    if (summary.flag("walk_forward")) {
      reply.block(
          Block.section(
              "Windows, each started flat with frozen parameters", performance.windows()));
      reply.block(Block.section("Fragility", new FragilityBlock(summary.at("fragility")).block()));
    }
    if (summary.find("benchmark").isPresent()) {
      reply.block(Block.section("Against holding a benchmark", performance.benchmark().block()));
    }
    spy.ifPresent(
        beside -> reply.block(Block.section("Against holding SPY, as stored now", beside.block())));
    reply.block(Block.section("Where the money went, in dollars", account.parts()));
    reply.block(Block.section("What the risk gate did", account.gate()));
    reply.summary(
        "%s: Sharpe %s, total return %s"
            .formatted(
                summary.label(look),
                Figures.plain(summary.figure("metrics", "sharpe")),
                Figures.percent(summary.figure("metrics", "total_return"))));
    spy.ifPresent(beside -> reply.data().object("compare_spy", beside.data()));
  }

  private String trial() {
    return "trial %d of %d".formatted(run.trial(), trials);
  }

  private KeyValues setting() {
    KeyValues setting =
        KeyValues.of()
            .with(
                "Run",
                "%s, %s in this workspace%s"
                    .formatted(
                        run.id().brief(),
                        trial(),
                        run.looks() > 1 ? ", looked at " + run.looks() + " times" : ""))
            .with(
                "Period",
                summary.text("first_session") + " to " + summary.text("last_session") + sessions())
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
    summary.find("data", "intraday").ifPresent(bars -> setting.with("Decides on", intraday(bars)));
    return setting;
  }

  private static String intraday(RunSummary bars) {
    RunSummary covered = bars.at("covered");
    return "%s bars of regular sessions; of %d sessions %s have them"
        .formatted(
            bars.text("bar_size"),
            bars.whole("sessions"),
            covered.keys().stream()
                .map(symbol -> symbol + " " + covered.whole(symbol))
                .collect(Collectors.joining(", ")));
  }

  private String commission() {
    RunSummary costs = summary.at("costs");
    return Figures.commission(
        costs.decimal("commission_per_trade"),
        costs.decimal("commission_rate"),
        costs.decimal("min_commission"));
  }

  private String sessions() {
    return summary
        .find("metrics", "sessions")
        .map(sessions -> ", " + sessions.tree() + " sessions")
        .orElse("");
  }

  private String findings() {
    int count = summary.at("data", "findings").items().size();
    return count == 0 ? "" : ", " + count + " findings kept with the run";
  }
}
