package milodex.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.backtest.PaperGround;
import milodex.backtest.PaperTrading;
import milodex.backtest.PaperWait;
import milodex.backtest.RehearsalPlan;
import milodex.execution.ActiveStrategy;
import milodex.execution.Alert;
import milodex.execution.Books;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.market.ExchangeCalendar;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.promotion.PromotionLog;
import milodex.promotion.Standing;
import milodex.risk.Circumstances;
import milodex.risk.RiskPolicy;
import milodex.strategy.StrategyId;
import milodex.trading.HistoricalFeed;
import milodex.trading.PaperLog;
import milodex.yaml.Configuration;

/// Strategies of the paper account, as their files are and as they stand in the ledger.
///
/// @param strategies in the order in which they were asked for
/// @param costs of the dearest of them: there is one broker
record PaperMembers(List<ActiveStrategy> strategies, Costs costs, RiskPolicy policy) {

  PaperMembers {
    strategies = List.copyOf(strategies);
  }

  /// Reads the files of these strategies; at least one.
  static PaperMembers of(Wiring wiring, Collection<StrategyId> ids) {
    List<Configuration> files =
        ids.stream().map(id -> wiring.configs().load(id.toString())).toList();
    PromotionLog steps = steps(wiring);
    Costs costs = Plans.costs(files.getFirst());
    List<ActiveStrategy> strategies = new ArrayList<>();
    for (Configuration one : files) {
      costs = costs.dearer(Plans.costs(one));
      strategies.add(standing(one, steps.standing(one.strategy().id())));
    }
    return new PaperMembers(strategies, costs, files.getFirst().policy());
  }

  /// Where every strategy stands now.
  static PromotionLog steps(Wiring wiring) {
    try (Ledger facts =
        wiring
            .ledgerIfAny()
            .<Ledger>map(whole -> new SomeFacts(whole, PromotionLog.KINDS))
            .orElseGet(MemoryLedger::new)) {
      return new PromotionLog(facts);
    }
  }

  /// How far the account has come, for a quick look: of its ledger nothing else is read, and so
  /// checked.
  static PaperLog log(Account account) {
    try (Ledger facts = account.factsToRead(PaperLog.KINDS)) {
      return new PaperLog(facts);
    }
  }

  /// All that they read.
  SortedSet<Symbol> reads() {
    SortedSet<Symbol> all = new TreeSet<>();
    strategies.forEach(strategy -> all.addAll(strategy.reads()));
    return all;
  }

  /// What each of them waits for at `wall`; those that `log` knows of.
  ///
  /// @param held by any strategy of the account
  List<PaperWait> waits(Wiring wiring, PaperLog log, SortedSet<Symbol> held, Instant wall) {
    return new PaperTrading.Account(
            strategies,
            Collections.emptySortedSet(),
            steps(wiring)::standing,
            log.cash().orElseThrow(),
            costs,
            policy)
        .waits(log, held, wiring.paperBars(wall).once(), wall);
  }

  /// The paper account after the session that it went through last, or before its first.
  static AccountStand stand(Account account, Ledger ledger, Books books) {
    PaperLog log = log(account);
    if (log.opened().isEmpty() || log.due().isEmpty()) {
      return new AccountStand.Unclear("its books were never opened");
    }
    PaperMembers members = of(account.wiring(), log.due().keySet());
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    LocalDate last =
        log.begun().equals(LocalDate.MIN)
            ? calendar.previous(log.opened().get().from()).date()
            : log.begun();
    Instant now = account.now(ledger);
    HistoricalFeed feed =
        new PaperGround(members.strategies, Collections.emptySortedSet(), books.portfolio())
            .feed(account.wiring().paperBars(now), calendar.session(last).orElseThrow());
    while (feed.coming().isPresent()) {
      feed.next();
    }
    RehearsalPlan plan =
        new RehearsalPlan(
            members.strategies.stream().map(one -> waiting(one, books, now)).toList(),
            last,
            calendar.lastCovered(),
            log.cash().orElseThrow(),
            members.costs,
            members.policy);
    return new AccountStand.Clear(plan, feed.market(), now, true);
  }

  /// With what would keep it from entering in a session that opens now.
  private static ActiveStrategy waiting(ActiveStrategy strategy, Books books, Instant now) {
    Circumstances.Standing standing = strategy.standing();
    return strategy.standing(
        new Circumstances.Standing(
            standing.stage(),
            standing.frozen(),
            standing.running(),
            books.alerts().before(strategy.id(), now).stream().map(Alert::reason).toList()));
  }

  private static ActiveStrategy standing(Configuration configuration, Standing standing) {
    return Plans.strategy(configuration)
        .standing(
            new Circumstances.Standing(
                standing.stage().word(),
                standing.manifest(),
                Optional.of(configuration.manifest().hash()),
                List.of()));
  }
}
