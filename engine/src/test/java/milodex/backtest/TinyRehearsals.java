package milodex.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import milodex.Play;
import milodex.Policies;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.BrokerChange;
import milodex.broker.BrokerState;
import milodex.broker.Brokerage;
import milodex.execution.ActiveStrategy;
import milodex.execution.SendLock;
import milodex.ledger.Event;
import milodex.ledger.Ledger;
import milodex.ledger.ManifestHash;
import milodex.ledger.MemoryLedger;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.Circumstances;

/// A rehearsal on a tiny market that may end anywhere and begin again: its ledger and what its
/// broker remembers stay.
final class TinyRehearsals {

  private static final Money ACCOUNT = Money.of(10_000);

  private final RecordedDays.Ready days;
  private final MemoryLedger ledger = new MemoryLedger();
  private final List<BrokerChange> told = new ArrayList<>();
  private UnaryOperator<Ledger> ledgers = real -> real;
  private UnaryOperator<Brokerage> brokers = real -> real;
  private Consumer<BrokerChange> disk = told::add;

  TinyRehearsals(RecordedDays.Ready days) {
    this.days = days;
  }

  /// One that ran nothing yet.
  static TinyRehearsals of(TinyMarket market, Script script) {
    return new TinyRehearsals(ready(plan(market, script), market));
  }

  static RecordedDays.Ready ready(RehearsalPlan plan, TinyMarket market) {
    return switch (RecordedDays.read(TinyRuns.store(market), plan)) {
      case RecordedDays.Ready ready -> ready;
      case RecordedDays.Refused refused -> throw new AssertionError(refused.refusal().says());
    };
  }

  /// The frozen strategy of a script, over the whole story of the market.
  static RehearsalPlan plan(TinyMarket market, Script script) {
    return new RehearsalPlan(
        List.of(frozen(new Play(market, script).strategy())),
        market.sessions().get(market.begin()).date(),
        market.sessions().getLast().date(),
        ACCOUNT,
        Costs.slippage(Fraction.parse("0.001")),
        Policies.roomy());
  }

  static ActiveStrategy frozen(ActiveStrategy strategy) {
    Optional<ManifestHash> manifest = Optional.of(new ManifestHash("a".repeat(64)));
    return strategy.standing(new Circumstances.Standing("paper", manifest, manifest, List.of()));
  }

  /// Puts something between the books and the ledger for the runs that follow.
  TinyRehearsals ledger(UnaryOperator<Ledger> decorator) {
    ledgers = decorator;
    return this;
  }

  /// Puts something between the desk and the broker.
  TinyRehearsals broker(UnaryOperator<Brokerage> decorator) {
    brokers = decorator;
    return this;
  }

  /// Lets `memory` stand before what the broker keeps.
  TinyRehearsals disk(Consumer<BrokerChange> memory) {
    disk = memory;
    return this;
  }

  /// Starts the program over what is left, and runs it to its end or its death.
  Parity run() {
    Rehearsal rehearsal = start();
    rehearsal.run(() -> {});
    return rehearsal.parity();
  }

  /// Starts the program over what is left.
  Rehearsal start() {
    BrokerState state = BrokerState.of(ACCOUNT);
    for (BrokerChange change : told) {
      state = state.after(change);
    }
    BrokerState left = state;
    return new Rehearsal(
        days,
        ledgers.apply(ledger),
        market -> brokers.apply(days.plan().broker(market, left, ledger, disk)),
        SendLock.alone());
  }

  MemoryLedger ledger() {
    return ledger;
  }

  List<BrokerChange> told() {
    return told;
  }

  List<Event> events() {
    List<Event> events = new ArrayList<>();
    ledger.replay(events::add);
    return events;
  }
}
