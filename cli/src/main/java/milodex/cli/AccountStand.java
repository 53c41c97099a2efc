package milodex.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import milodex.backtest.RecordedDays;
import milodex.backtest.RehearsalPlan;
import milodex.config.ConfigException;
import milodex.data.DataUnavailableException;
import milodex.data.Market;
import milodex.data.StoredBars;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.ledger.Event;
import milodex.ledger.Fact.BooksOpened;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.ManifestHash;
import milodex.ledger.RunnerFact.MomentPassed;
import milodex.money.Costs;
import milodex.money.Money;
import milodex.promotion.Manifest;
import milodex.risk.Circumstances;
import milodex.risk.RiskPolicy;
import milodex.strategy.StrategyId;
import milodex.trading.HistoricalFeed;
import milodex.trading.Moment;
import milodex.yaml.Configuration;

/// An account as it stands: what can be observed there, who trades, and within which limits. A
/// rehearsal stands at its newest fact, a paper account at the close of the session that it went
/// through last, whatever the clock says.
///
/// A rehearsal is made again of the files of the workspace and the stored bars, and holds only if
/// they give each strategy the same allocation as its books do.
sealed interface AccountStand {

  /// It can be observed.
  ///
  /// @param now by its clock
  /// @param begun whether the session of `market` has begun in its ledger
  record Clear(RehearsalPlan plan, Market market, Instant now, boolean begun)
      implements AccountStand {

    RiskPolicy policy() {
      return plan.policy();
    }

    /// The strategy of this id, if it trades here.
    Optional<ActiveStrategy> find(StrategyId id) {
      return plan.strategies().stream().filter(one -> one.id().equals(id)).findFirst();
    }
  }

  /// It cannot.
  ///
  /// @param why in plain words
  record Unclear(String why) implements AccountStand {}

  /// Where `account` stands.
  ///
  /// @param ledger that of the account
  /// @param books of `ledger`
  static AccountStand of(Account account, Ledger ledger, Books books) {
    try {
      return account.rehearsal().isPresent()
          ? rehearsed(account, ledger)
          : PaperMembers.stand(account, ledger, books);
    } catch (ConfigException e) {
      return new Unclear("the files of its strategies cannot be read: " + e.getMessage());
    } catch (DataUnavailableException e) {
      return new Unclear("its bars cannot be read: " + e.getMessage());
    }
  }

  private static AccountStand rehearsed(Account account, Ledger ledger) {
    Optional<BooksOpened> opened =
        ledger
            .event(1)
            .map(Event::fact)
            .filter(BooksOpened.class::isInstance)
            .map(BooksOpened.class::cast);
    if (opened.isEmpty()) {
      return new Unclear("its books were never opened");
    }
    return of(account, ledger, opened.get());
  }

  private static AccountStand of(Account account, Ledger ledger, BooksOpened opened) {
    Wiring wiring = account.wiring();
    RehearsalPlan plan = plan(wiring, opened);
    for (ActiveStrategy strategy : plan.strategies()) {
      Money own = plan.account().times(plan.policy().allocation(strategy.id()));
      if (!own.equals(opened.allocated().get(strategy.id()))) {
        return new Unclear("configs/risk.yaml gives " + strategy.id() + " another allocation now");
      }
    }
    StoredBars store = wiring.researchBars(account.invocation().environment().clock().instant());
    return switch (RecordedDays.read(store, plan)) {
      case RecordedDays.Refused refused -> new Unclear(refused.refusal().says());
      case RecordedDays.Ready days -> standing(account, days, account.now(ledger));
    };
  }

  private static RehearsalPlan plan(Wiring wiring, BooksOpened opened) {
    Stages stages = Stages.of(wiring);
    List<ActiveStrategy> strategies = new ArrayList<>();
    Optional<Costs> costs = Optional.empty();
    Optional<RiskPolicy> policy = Optional.empty();
    for (StrategyId id : opened.allocated().keySet()) {
      Configuration configuration = wiring.configs().load(id.toString());
      strategies.add(active(wiring, configuration, stages));
      Costs own = Plans.costs(configuration);
      costs = Optional.of(costs.map(before -> before.dearer(own)).orElse(own));
      policy = Optional.of(configuration.policy());
    }
    Money account = opened.allocated().values().stream().reduce(opened.idleCash(), Money::plus);
    return new RehearsalPlan(
        strategies, opened.from(), opened.to(), account, costs.orElseThrow(), policy.orElseThrow());
  }

  /// Whether its files are still those that were frozen is for the gate to say.
  private static ActiveStrategy active(Wiring wiring, Configuration configuration, Stages stages) {
    StrategyId id = configuration.strategy().id();
    Optional<ManifestHash> frozen =
        wiring
            .ledgerIfAny()
            .flatMap(
                ledger -> {
                  try (ledger) {
                    return new Freezing(ledger).newest(id);
                  }
                })
            .map(Manifest::hash);
    return Plans.strategy(configuration)
        .standing(
            new Circumstances.Standing(
                stages.stage(id).word(),
                frozen,
                Optional.of(configuration.manifest().hash()),
                List.of()));
  }

  private static AccountStand standing(Account account, RecordedDays.Ready days, Instant now) {
    HistoricalFeed feed =
        new HistoricalFeed(days.history(), days.firstSession(), days.lastSession());
    HistoricalFeed ahead =
        new HistoricalFeed(days.history(), days.firstSession(), days.lastSession());
    Optional<Moment> next = ahead.next();
    while (next.isPresent() && !next.get().at().isAfter(now)) {
      feed.next();
      next = ahead.next();
    }
    LocalDate session = feed.market().session().date();
    return new Clear(days.plan(), feed.market(), now, hasBegun(account, session));
  }

  private static boolean hasBegun(Account account, LocalDate session) {
    AtomicReference<LocalDate> begun = new AtomicReference<>(LocalDate.MIN);
    try (Ledger moments = account.factsToRead(Set.of(FactType.MOMENT_PASSED))) {
      moments.replay(
          event -> {
            if (event.fact() instanceof MomentPassed passed && passed.strategies().isEmpty()) {
              begun.set(passed.session());
            }
          });
    }
    return !begun.get().isBefore(session);
  }
}
