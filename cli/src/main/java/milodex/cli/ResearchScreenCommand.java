package milodex.cli;

import java.util.List;
import java.util.Optional;
import milodex.backtest.BacktestPlan;
import milodex.backtest.Preparation;
import milodex.backtest.Preparer;
import milodex.backtest.Proofs;
import milodex.backtest.RunResult;
import milodex.backtest.Runs;
import milodex.data.StoredBars;
import milodex.ledger.Ledger;
import milodex.promotion.Policy;
import milodex.research.Screen;
import milodex.research.Trials;
import milodex.terminal.Progress;
import milodex.yaml.Configuration;

/// Runs many strategies and ranks them with what luck could have made of each.
final class ResearchScreenCommand implements Action {

  private static final long STEPS = 1_000;

  private List<String> ids = List.of();
  private boolean all;
  private String note = "";
  private boolean preview;

  @Override
  public String name() {
    return "screen";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Run many strategies walk-forward and rank them in one table.",
            "Every one is a trial, counted before it computes. A row says what the gate's floors and luck"
                + " say; `milodex promotion check ID` decides. One that cannot run is listed with the"
                + " reason and stops no other.")
        .words(0, "ID", String.class, "The strategies.", it -> ids = it)
        .flag("--all", "Every strategy of the workspace.", () -> all = true)
        .option("--trial-note", "TEXT", String.class, "Kept with every trial.", it -> note = it)
        .flag("--preview", "Say what would be run; run and write nothing.", () -> preview = true);
  }

  @Override
  public Reply run(Invocation invocation) throws Exception {
    Wiring wiring = new Wiring(invocation.workspace());
    List<String> asked = asked(wiring);
    StoredBars store = wiring.researchBars(invocation.environment().clock().instant());
    return preview ? preview(wiring, asked, store) : run(invocation, wiring, asked, store);
  }

  private List<String> asked(Wiring wiring) {
    if (all == !ids.isEmpty()) {
      throw Failure.usage(
          "what_to_screen",
          "It is not clear what to screen.",
          all ? "Both --all and strategies are given." : "Neither --all nor a strategy is given.",
          "Say `milodex research screen --all`, or name strategies.");
    }
    return all
        ? List.copyOf(wiring.configs().strategyFiles().keySet())
        : ids.stream().distinct().toList();
  }

  private Reply run(Invocation invocation, Wiring wiring, List<String> asked, StoredBars store)
      throws Exception {
    try (Ledger ledger = wiring.ledger()) {
      Runs runs = new Runs(ledger, wiring.artifacts());
      int before = runs.trials();
      Screened screened = new Screened();
      try (Progress progress =
          invocation.console().progress("Screen", Math.max(1, STEPS * asked.size()))) {
        long done = 0;
        for (String id : asked) {
          screened.attempt(id, () -> run(invocation, wiring, id, store, runs, screened, progress));
          done += STEPS;
          progress.reach(done);
        }
      }
      Screen screen =
          Screen.of(screened.ran(), Trials.of(runs), wiring.artifacts(), Policy.CURRENT);
      return new ScreenReport(screen, screened.left(), runs.trials(), runs.trials() - before)
          .reply()
          .ref("ledger_head", ledger.head().toString());
    }
  }

  private void run(
      Invocation invocation,
      Wiring wiring,
      String id,
      StoredBars store,
      Runs runs,
      Screened screened,
      Progress progress) {
    Configuration configuration = wiring.configs().load(id);
    Preparation.Ready ready = ready(configuration, store);
    if (screened.isRun(id, ready.inputs().id())) {
      return;
    }
    RunResult[] kept = new RunResult[1];
    Runs.Run run =
        BacktestCommand.run(
            invocation,
            ready,
            runs,
            configuration,
            Proofs.Depth.DEFAULT,
            note,
            result -> kept[0] = result,
            progress);
    screened.ran(run, kept[0], PromotionCheckCommand.demands(configuration));
  }

  private static Preparation.Ready ready(Configuration configuration, StoredBars store) {
    BacktestPlan plan =
        BacktestCommand.plan(
            configuration, Plans.Wishes.configured().walkingForward(Optional.empty()), store);
    return BacktestCommand.ready(new Preparer(store).prepare(plan));
  }

  private Reply preview(Wiring wiring, List<String> asked, StoredBars store) {
    ScreenPreview shown = new ScreenPreview(SweepPreview.known(wiring));
    Screened screened = new Screened();
    for (String id : asked) {
      screened.attempt(
          id,
          () -> {
            Preparation.Ready ready = ready(wiring.configs().load(id), store);
            if (!screened.isRun(id, ready.inputs().id())) {
              shown.add(id, ready);
            }
          });
    }
    return shown.reply(screened.left());
  }
}
