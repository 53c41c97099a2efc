package milodex.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.backtest.BacktestPlan;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Event;
import milodex.ledger.Ledger;
import milodex.ledger.ManifestHash;
import milodex.money.Money;
import milodex.promotion.Manifest;
import milodex.promotion.PromotionLog;
import milodex.promotion.Stage;
import milodex.promotion.Standing;
import milodex.strategy.StrategyId;
import milodex.trading.PaperLog;
import milodex.trading.StartChecks;
import milodex.yaml.Configuration;

/// Which strategies are to trade on paper.
///
/// @param ids none: every one that stands at `paper`
/// @param account dollars a new account begins with
record PaperOptions(List<String> ids, Money account) {

  /// What was asked for, read and judged.
  ///
  /// @param start that has come as far as the account
  record Asked(Wiring wiring, PaperMembers members, Money account, StartingUp start) {

    /// What each strategy runs.
    SortedMap<StrategyId, ManifestHash> manifests() {
      SortedMap<StrategyId, ManifestHash> running = new TreeMap<>();
      members
          .strategies()
          .forEach(one -> running.put(one.id(), one.standing().running().orElseThrow()));
      return running;
    }

    List<StrategyId> ids() {
      return members.strategies().stream().map(ActiveStrategy::id).toList();
    }
  }

  /// Reads what was asked for, as the first steps of a start; throws [Failure] if it may not trade
  /// on paper.
  Asked read(Invocation invocation) throws Exception {
    requireAccount();
    Wiring wiring = new Wiring(invocation.workspace());
    StartingUp start = new StartingUp(invocation, wiring);
    start.asked(ids);
    start.take(new PaperDisk(invocation).step());
    PaperMembers members =
        start.step(
            "configuration",
            () -> members(wiring),
            all -> StartingUp.frozen(all.strategies(), all.policy()));
    start.of(PaperFolder.NAME, members.strategies().stream().map(ActiveStrategy::id).toList());
    start.ledger();
    Instant now = invocation.environment().clock().instant();
    LocalDate next = PaperLog.after(now).date();
    start.calendar(next, next);
    start.clock(StartChecks.clock(newest(wiring), now));
    start.take(PaperData.step(wiring, members, now));
    return new Asked(wiring, members, account, start);
  }

  /// When the newest fact was recorded.
  private static Optional<Instant> newest(Wiring wiring) {
    try (Ledger ledger = wiring.ledgerToRead()) {
      return ledger.event(ledger.head().seq()).map(Event::at);
    }
  }

  private void requireAccount() {
    if (!account.isPositive() || account.compareTo(BacktestPlan.LARGEST) > 0) {
      throw Failure.usage(
          "invalid_equity",
          "Nothing was started.",
          "An account begins with more than nothing and with at most %s dollars, not with %s."
              .formatted(BacktestPlan.LARGEST, account),
          "Leave --account-equity out for 100000, or give another number.");
    }
  }

  private PaperMembers members(Wiring wiring) {
    PromotionLog steps = PaperMembers.steps(wiring);
    Freezing freezing = Freezing.atAGlance(wiring);
    List<StrategyId> asked = new ArrayList<>();
    for (String id : new LinkedHashSet<>(ids.isEmpty() ? onPaper(freezing, steps) : ids)) {
      asked.add(allowed(freezing, KnownStrategies.load(wiring, id), steps));
    }
    if (asked.isEmpty()) {
      throw new Failure(
          ExitCode.REFUSED,
          "strategy_stage_ineligible",
          "Nothing was started.",
          "No strategy of this workspace stands at stage paper.",
          "Nothing was done.",
          "`milodex promotion check ID` says what one lacks, and `milodex promotion promote ID --to"
              + " paper` puts it there; --rehearse --from DATE runs recorded sessions.");
    }
    return PaperMembers.of(wiring, asked);
  }

  private static List<String> onPaper(Freezing freezing, PromotionLog steps) {
    return freezing.strategies().stream()
        .filter(id -> steps.standing(StrategyId.parse(id)).stage() == Stage.PAPER)
        .toList();
  }

  /// Its id; throws [Failure] unless it is frozen, stands at `paper`, and decides on daily bars.
  private static StrategyId allowed(
      Freezing freezing, Configuration configuration, PromotionLog steps) {
    StrategyId id = configuration.strategy().id();
    Standing standing = steps.standing(id);
    if (standing.stage() != Stage.PAPER) {
      throw new Failure(
          ExitCode.REFUSED,
          "strategy_stage_ineligible",
          "Nothing was started: " + id + " may not trade on paper.",
          "It stands at stage " + standing.stage() + ".",
          "Nothing was done.",
          "`milodex promotion check "
              + id
              + "` says what it lacks, and `milodex promotion promote "
              + id
              + " --to paper` puts it there; --rehearse --from DATE runs recorded sessions.");
    }
    Manifest frozen =
        freezing.required(configuration, "Nothing was started: " + id + " may not run.");
    if (!standing.manifest().equals(Optional.of(frozen.hash()))) {
      throw new Failure(
          ExitCode.REFUSED,
          "manifest_drift",
          "Nothing was started: " + id + " may not run.",
          "It was frozen again after it was promoted: manifest %s may run, and its files are %s."
              .formatted(
                  standing.manifest().map(ManifestHash::brief).orElse("none"),
                  frozen.hash().brief()),
          "Nothing was done.",
          "Put the files back and freeze them, or demote it and promote what it is now.");
    }
    if (configuration.strategy().barSize().isIntraday()) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "no_live_market",
          "Nothing was started: " + id + " cannot trade on end-of-day bars.",
          "It decides within the session, and bars come after the close.",
          "Nothing was done.",
          "Add --rehearse --from DATE to go the paper path over recorded sessions.");
    }
    return id;
  }
}
