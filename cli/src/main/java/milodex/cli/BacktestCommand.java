package milodex.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import milodex.backtest.Backtest;
import milodex.backtest.BacktestPlan;
import milodex.backtest.Preparation;
import milodex.backtest.Preparer;
import milodex.backtest.Proofs;
import milodex.backtest.RunResult;
import milodex.backtest.Runs;
import milodex.data.StoredBars;
import milodex.ledger.Ledger;
import milodex.market.ExchangeCalendar;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.terminal.Block;
import milodex.terminal.Progress;
import milodex.terminal.Style;
import milodex.yaml.Configuration;

/// Runs a strategy over the past, through the real loop, gate and books.
final class BacktestCommand implements Action {

  private String id = "";
  private Optional<LocalDate> start = Optional.empty();
  private Optional<LocalDate> end = Optional.empty();
  private boolean walkForward;
  private Optional<Integer> windows = Optional.empty();
  private Money equity = Plans.EQUITY;
  private Optional<Fraction> slippage = Optional.empty();
  private Optional<Money> commission = Optional.empty();
  private Optional<String> limits = Optional.empty();
  private Optional<Symbol> benchmark = Optional.empty();
  private Proofs.Depth proof = Proofs.Depth.DEFAULT;
  private String note = "";

  @Override
  public String name() {
    return "backtest";
  }

  @Override
  public Usage usage() {
    return Usage.of("Run a strategy over stored bars; every run is counted as a look at the data.")
        .word("ID", String.class, "The strategy, as in configs/strategies.", it -> id = it)
        .option(
            "--start",
            "DATE",
            LocalDate.class,
            "First session; default: all bars.",
            it -> start = Optional.of(it))
        .option(
            "--end",
            "DATE",
            LocalDate.class,
            "Last session; default: all bars.",
            it -> end = Optional.of(it))
        .flag(
            "--walk-forward",
            "Run out-of-sample windows, each from flat.",
            () -> walkForward = true)
        .option(
            "--windows",
            "N",
            Integer.class,
            "How many windows; default: the strategy's own number.",
            it -> windows = Optional.of(it))
        .option(
            "--initial-equity",
            "DOLLARS",
            Money.class,
            "What the strategy starts with; default: 100000.",
            it -> equity = it)
        .option(
            "--slippage",
            "SHARE",
            Fraction.class,
            "Share of each price lost, 0.0005 is 5 bps; default: as configured.",
            it -> slippage = Optional.of(it))
        .option(
            "--commission",
            "DOLLARS",
            Money.class,
            "Dollars for each fill; default: as configured.",
            it -> commission = Optional.of(it))
        .option(
            "--limits",
            "unlimited",
            String.class,
            "`unlimited` turns every numeric limit off; the result says so.",
            it -> limits = Optional.of(it))
        .option(
            "--benchmark",
            "SYMBOL",
            Symbol.class,
            "What to compare with; default: SPY if it is stored.",
            it -> benchmark = Optional.of(it))
        .option(
            "--proof",
            "default|full",
            Proofs.Depth.class,
            "How much is proved: a sample, or every decision and the whole run again.",
            it -> proof = it)
        .option("--trial-note", "TEXT", String.class, "Kept with the trial.", it -> note = it);
  }

  @Override
  public Reply run(Invocation invocation) throws Exception {
    Plans.Wishes wishes = wishes();
    Wiring wiring = new Wiring(invocation.workspace());
    Configuration configuration = KnownStrategies.load(wiring, id);
    wiring.researchEnds().ifPresent(last -> requireUnsealed(wishes, last));
    StoredBars store = wiring.researchBars(invocation.environment().clock().instant());
    BacktestPlan plan = plan(configuration, wishes, store);
    Preparation.Ready ready = ready(new Preparer(store).prepare(plan));
    try (Ledger ledger = wiring.ledger()) {
      Runs runs = new Runs(ledger, wiring.artifacts());
      Runs.Run done = run(invocation, ready, runs, configuration, proof, note, _ -> {});
      Reply reply = Staleness.NONE.tell(RunReport.of(runs, done));
      configuration.warnings().forEach(problem -> reply.warn("configuration", problem.toString()));
      configuration.strategy().origin().code().ifPresent(code -> reply.ref("plugin_code", code));
      String head = ledger.head().toString();
      return Stages.tell(reply, ledger, done.strategy(), invocation)
          .ref("ledger_head", head)
          .block(Block.paragraph("Ledger head " + head, Style.FAINT));
    }
  }

  /// Registers the look, computes, and keeps the result; a run that breaks is kept as failed.
  ///
  /// @param told the result, before it is kept
  static Runs.Run run(
      Invocation invocation,
      Preparation.Ready ready,
      Runs runs,
      Configuration configuration,
      Proofs.Depth proof,
      String note,
      Consumer<RunResult> told) {
    try (Progress progress = invocation.console().progress("Backtest", 1_000)) {
      return run(invocation, ready, runs, configuration, proof, note, told, progress);
    }
  }

  /// The same as a part of something longer.
  ///
  /// @param progress goes on by 1,000 steps
  static Runs.Run run(
      Invocation invocation,
      Preparation.Ready ready,
      Runs runs,
      Configuration configuration,
      Proofs.Depth proof,
      String note,
      Consumer<RunResult> told,
      Progress progress) {
    var clock = invocation.environment().clock();
    Runs.Run run =
        runs.register(ready.inputs(), configuration.strategy().id(), note, clock.instant());
    int[] shown = {0};
    try {
      RunResult result =
          Backtest.run(
              ready,
              proof,
              (steps, of) -> {
                int done = (int) (1_000L * steps / of);
                if (done > shown[0]) {
                  progress.advance(done - shown[0]);
                  shown[0] = done;
                }
              });
      told.accept(result);
      return runs.complete(run, result, clock.instant());
    } catch (RuntimeException e) {
      keepFailed(runs, run, e, clock.instant());
      throw e;
    }
  }

  /// Why the run broke is what the operator hears, also if the ledger cannot take it.
  private static void keepFailed(Runs runs, Runs.Run run, RuntimeException why, Instant at) {
    try {
      runs.fail(run, why.toString(), at);
    } catch (RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  /// What was prepared; throws [Failure] if the bars do not allow the run.
  static Preparation.Ready ready(Preparation preparation) {
    return switch (preparation) {
      case Preparation.Ready ready -> ready;
      case Preparation.Refused refused ->
          throw new Failure(
              ExitCode.UNAVAILABLE,
              refused.code(),
              "The backtest was not run.",
              sentence(refused.says()),
              "Nothing was run and no trial was counted.",
              sentence(refused.next()));
    };
  }

  static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  /// The plan; throws [Failure] if it cannot be.
  static BacktestPlan plan(Configuration configuration, Plans.Wishes wishes, StoredBars store) {
    try {
      wishes.start().ifPresent(BacktestCommand::requireCovered);
      wishes.end().ifPresent(BacktestCommand::requireCovered);
      return Plans.of(configuration, wishes, store);
    } catch (IllegalArgumentException e) {
      throw Failure.usage(
          "invalid_plan",
          "The backtest was not run.",
          sentence("" + e.getMessage()),
          "See `milodex backtest --help` for what can be asked.");
    }
  }

  /// Nobody asks for what is sealed and gets something else.
  private static void requireUnsealed(Plans.Wishes wishes, LocalDate last) {
    if (wishes.end().filter(last::isBefore).isPresent()
        || wishes.start().filter(last::isBefore).isPresent()) {
      throw new Failure(
          ExitCode.REFUSED,
          "holdout_sealed",
          "The backtest was not run.",
          "Sessions after " + last + " are sealed as holdout.",
          "Nothing was run and no trial was counted.",
          "Ask for sessions up to " + last + "; without --end it ends there by itself.");
    }
  }

  /// Sessions are known, never guessed; throws [IllegalArgumentException] outside the calendar.
  static void requireCovered(LocalDate date) {
    boolean _ = ExchangeCalendar.nyse().isSession(date);
  }

  private Plans.Wishes wishes() {
    if (limits.filter(word -> !word.equals("unlimited")).isPresent()) {
      throw Failure.usage(
          "invalid_limits",
          "`" + limits.orElseThrow() + "` is no way to run with limits.",
          "Limits are those of configs/risk.yaml, or `unlimited`.",
          "Leave --limits out, or say --limits unlimited.");
    }
    if (windows.isPresent() && !walkForward) {
      throw Failure.usage(
          "windows_without_walk_forward",
          "--windows asks for windows of a walk-forward.",
          "--walk-forward is not given.",
          "Add --walk-forward, or leave --windows out.");
    }
    if (windows.filter(n -> n < 1 || n > 100).isPresent()) {
      throw Failure.usage(
          "invalid_windows",
          "A walk-forward has 1 to 100 windows.",
          windows.orElseThrow() + " was asked for.",
          "Give a number from 1 to 100.");
    }
    return new Plans.Wishes(
        start,
        end,
        walkForward,
        windows,
        equity,
        slippage,
        commission,
        limits.isPresent(),
        benchmark);
  }
}
