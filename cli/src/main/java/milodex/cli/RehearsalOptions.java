package milodex.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import milodex.backtest.RecordedDays;
import milodex.backtest.RehearsalPlan;
import milodex.data.StoredBars;
import milodex.execution.ActiveStrategy;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.trading.Pace;
import milodex.trading.StartChecks;
import milodex.yaml.Configuration;

/// Which strategies to run, and for a rehearsal over which sessions and how fast; the options and
/// what they mean.
final class RehearsalOptions {

  private static final String MAX = "max";

  private List<String> ids = List.of();
  private boolean all;
  private boolean rehearse;
  private Optional<LocalDate> from = Optional.empty();
  private Optional<LocalDate> to = Optional.empty();
  private Money account = Plans.EQUITY;
  private String speed = MAX;

  /// What it takes.
  Usage usage() {
    return Usage.shared()
        .words(
            0,
            "ID",
            String.class,
            "The strategies, as in configs/strategies; they share one account.",
            it -> ids = it)
        .flag("--all", "Every one that is frozen, or on paper.", () -> all = true)
        .flag(
            "--rehearse",
            "Over recorded sessions; without it on paper, from the next session on.",
            () -> rehearse = true)
        .option(
            "--from",
            "DATE",
            LocalDate.class,
            "First recorded session.",
            it -> from = Optional.of(it))
        .option(
            "--to",
            "DATE",
            LocalDate.class,
            "Last one; default: the newest bar.",
            it -> to = Optional.of(it))
        .option(
            "--account-equity",
            "DOLLARS",
            Money.class,
            "What a new account starts with; default: 100000.",
            it -> account = it)
        .option(
            "--speed",
            "N|max",
            String.class,
            "Seconds of the exchange that pass in a second; default: max, no waiting.",
            it -> speed = it);
  }

  /// What was asked for, read and judged.
  ///
  /// @param configurations of the strategies, in the order in which they decide
  /// @param start that has come as far as the account
  record Asked(
      Wiring wiring,
      List<Configuration> configurations,
      RecordedDays.Ready days,
      Pace pace,
      StartingUp start) {

    /// Where it is kept.
    RehearsalFolder folder(Invocation invocation) {
      return RehearsalFolder.of(invocation.workspace(), days.name());
    }

    /// Tells `reply` how it started, and names the strategies with what is to be said of their
    /// files.
    Reply strategiesIn(Reply reply) {
      start.addTo(reply);
      for (Configuration configuration : configurations) {
        reply.strategy(configuration.strategy().id().toString());
        configuration.warnings().forEach(problem -> reply.warn("configuration", "" + problem));
      }
      return reply;
    }
  }

  /// Reads what was asked for, as the first steps of a start; throws [Failure] if it cannot be
  /// rehearsed.
  Asked read(Invocation invocation) throws Exception {
    requireAsked();
    Pace pace = pace(invocation.environment());
    Wiring wiring = new Wiring(invocation.workspace());
    StartingUp start = new StartingUp(invocation, wiring);
    start.asked(ids);
    List<Configuration> configurations =
        start.opened("configuration", () -> configurations(wiring));
    List<ActiveStrategy> strategies =
        start.step(
            "configuration",
            () -> active(wiring, configurations),
            all -> StartingUp.frozen(all, configurations.getFirst().policy()));
    start.ledger();
    StoredBars store = wiring.researchBars(invocation.environment().clock().instant());
    RehearsalPlan plan = start.opened("data", () -> plan(strategies, configurations, store));
    start.calendar(plan.from(), plan.to());
    start.clock(StartChecks.clock(Optional.empty()));
    RecordedDays.Ready days = start.step("data", () -> days(store, plan), StartingUp::sessions);
    start.of(days.name(), days.plan().strategies().stream().map(ActiveStrategy::id).toList());
    return new Asked(wiring, configurations, days, pace, start);
  }

  /// Whether it is to be a rehearsal; otherwise it trades on paper.
  boolean isRehearsal() {
    return rehearse;
  }

  /// Which strategies are to trade on paper; throws [Failure] if something else was asked for.
  PaperOptions paper() {
    if (from.isPresent() || to.isPresent() || !speed.equals(MAX)) {
      throw Failure.usage(
          "needs_rehearse",
          "Nothing was started.",
          "--from, --to and --speed go with --rehearse alone; paper trading goes by the calendar.",
          "Leave them out, or add --rehearse.");
    }
    requireNamed("trade on paper");
    return new PaperOptions(List.copyOf(ids), account);
  }

  private void requireNamed(String what) {
    if (ids.isEmpty() == !all) {
      throw Failure.usage(
          "no_strategy",
          "Say which strategies to " + what + ".",
          all ? "Both ids and --all are given." : "Neither an id nor --all is given.",
          "Name strategies of `milodex strategy list`, or say --all.");
    }
  }

  private void requireAsked() {
    requireNamed("rehearse");
    if (from.isEmpty()) {
      throw Failure.usage(
          "no_start",
          "Say where the rehearsal begins.",
          "--from is not given.",
          "Add --from DATE; `milodex data status` shows which sessions are stored.");
    }
  }

  /// How fast it is to go; throws [Failure] if what was said is no speed.
  private Pace pace(Environment environment) {
    if (speed.equals(MAX)) {
      return new Pace.Max();
    }
    try {
      return new Pace.Timed(Double.parseDouble(speed), environment.clocks());
    } catch (IllegalArgumentException _) {
      throw Failure.usage(
          "invalid_speed",
          "`" + speed + "` is no speed.",
          "It is how many seconds of the exchange pass in a second, above 0 and at most %.0f."
              .formatted(Pace.FASTEST),
          "Say --speed 60 for a minute in a second, or leave it out to go without waiting.");
    }
  }

  private List<Configuration> configurations(Wiring wiring) {
    requireUnsealed(wiring);
    List<Configuration> found = new ArrayList<>();
    for (String id : new LinkedHashSet<>(all ? Freezing.frozen(wiring) : ids)) {
      found.add(KnownStrategies.load(wiring, id));
    }
    if (found.isEmpty()) {
      throw new Failure(
          ExitCode.REFUSED,
          "no_frozen_manifest",
          "Nothing was rehearsed.",
          "No strategy of this workspace is frozen.",
          "Nothing was run.",
          "Freeze one with `milodex promotion freeze ID`.");
    }
    return found;
  }

  private static List<ActiveStrategy> active(Wiring wiring, List<Configuration> configurations) {
    Stages stages = Stages.of(wiring);
    List<ActiveStrategy> strategies = new ArrayList<>();
    configurations.forEach(one -> strategies.add(stages.rehearsed(wiring, one)));
    return strategies;
  }

  private RehearsalPlan plan(
      List<ActiveStrategy> strategies, List<Configuration> configurations, StoredBars store) {
    Costs costs = Plans.costs(configurations.getFirst());
    LocalDate last = LocalDate.MIN;
    for (Configuration configuration : configurations) {
      costs = costs.dearer(Plans.costs(configuration));
      LocalDate newest = Plans.newest(configuration, store);
      last = newest.isAfter(last) ? newest : last;
    }
    try {
      from.ifPresent(BacktestCommand::requireCovered);
      to.ifPresent(BacktestCommand::requireCovered);
      RehearsalPlan plan =
          new RehearsalPlan(
              strategies,
              from.orElseThrow(),
              to.orElse(last),
              account,
              costs,
              configurations.getFirst().policy());
      requireAffordable(plan);
      return plan;
    } catch (IllegalArgumentException e) {
      throw Failure.usage(
          "invalid_plan",
          "Nothing was rehearsed.",
          BacktestCommand.sentence("" + e.getMessage()),
          "See `milodex strategy run --help` for what can be asked.");
    }
  }

  private static RecordedDays.Ready days(StoredBars store, RehearsalPlan plan) {
    return switch (RecordedDays.read(store, plan)) {
      case RecordedDays.Ready ready -> ready;
      case RecordedDays.Refused refused -> throw refused(refused);
    };
  }

  private void requireUnsealed(Wiring wiring) {
    Optional<LocalDate> last = wiring.researchEnds();
    if (last.isPresent() && (isAfter(last.get(), from) || isAfter(last.get(), to))) {
      throw new Failure(
          ExitCode.REFUSED,
          "holdout_sealed",
          "Nothing was rehearsed.",
          "Sessions after " + last.get() + " are sealed as holdout.",
          "Nothing was run.",
          "Ask for sessions up to " + last.get() + "; without --to it ends there by itself.");
    }
  }

  private static boolean isAfter(LocalDate last, Optional<LocalDate> asked) {
    return asked.filter(last::isBefore).isPresent();
  }

  private static void requireAffordable(RehearsalPlan plan) {
    if (plan.allocated().compareTo(Fraction.ONE) > 0) {
      throw new Failure(
          ExitCode.REFUSED,
          "allocation_exceeded",
          "Nothing was rehearsed.",
          "The strategies are given " + plan.allocated() + " of the account; it has 1.",
          "Nothing was run.",
          "Name fewer strategies, or lower their shares in configs/risk.yaml.");
    }
  }

  private static Failure refused(RecordedDays.Refused refused) {
    return new Failure(
        ExitCode.UNAVAILABLE,
        refused.refusal().code(),
        "Nothing was rehearsed: the bars of " + refused.strategy().id() + " do not allow it.",
        BacktestCommand.sentence(refused.refusal().says()),
        "Nothing was run.",
        BacktestCommand.sentence(refused.refusal().next()));
  }
}
