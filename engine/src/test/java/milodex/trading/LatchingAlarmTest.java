package milodex.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.Play;
import milodex.Policies;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.OrderReport;
import milodex.broker.Relay;
import milodex.execution.Books;
import milodex.execution.KillSwitch;
import milodex.execution.SendLock;
import milodex.ledger.HaltMode;
import milodex.ledger.OrderStatus;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import milodex.risk.RiskPolicy;
import milodex.risk.Trigger;
import milodex.risk.Triggers;
import org.junit.jupiter.api.Test;

class LatchingAlarmTest {

  private static final String QUIET = ": The broker says that nothing works.";

  @Test
  void aLossStopsEntriesForGoodAndLetsExitsGoOn() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-13")
            .bars("ACME", "100/100 100/100 96/96 96/96 96/96")
            .bars("OTHER", "20/20 20/20 20/20 20/20 20/20");
    Script script =
        new Script()
            .buy("2024-03-07", "ACME", 0.8)
            .buy("2024-03-08", "OTHER", 0.1)
            .buy("2024-03-11", "OTHER", 0.1)
            .sell("2024-03-12", "ACME");

    assertThat(new Play(market, script).limited(Policies.roomy()).latching().story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 80 ACME at 100",
            "03-08 wants BUY OTHER",
            "03-11 HALTED 2024-03-11-1 account reduce-only: daily_loss_cap_exceeded",
            "03-11 verified 2024-03-11-1" + QUIET,
            "03-11 refused BUY OTHER: strategy_halted, daily_loss_cap_exceeded",
            "03-11 REFUSED BUY OTHER",
            "03-11 wants BUY OTHER",
            "03-12 refused BUY OTHER: strategy_halted",
            "03-12 REFUSED BUY OTHER",
            "03-12 wants SELL ACME",
            "03-13 sold 80 ACME at 96");
  }

  @Test
  void theModeOfATriggerIsThatOfThePolicy() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-13").bars("ACME", "100/100 100/100 96/96 96/96 96/96");
    Script script = new Script().buy("2024-03-07", "ACME", 1).sell("2024-03-11", "ACME");
    RiskPolicy strict = Policies.roomy(Triggers.standard().with(Trigger.DAILY_LOSS, HaltMode.HALT));

    assertThat(new Play(market, script).limited(strict).latching().story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 100 ACME at 100",
            "03-11 HALTED 2024-03-11-1 account halt: daily_loss_cap_exceeded",
            "03-11 verified 2024-03-11-1" + QUIET,
            "03-11 wants SELL ACME",
            "03-12 refused SELL ACME: kill_switch_active",
            "03-13 refused SELL ACME: kill_switch_active");
  }

  @Test
  void aDrawdownThatAnotherHaltCoversIsNoSecondIncident() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-13").bars("ACME", "100/100 100/100 85/85 85/85 85/85");

    assertThat(
            new Play(market, new Script().buy("2024-03-07", "ACME", 1))
                .limited(Policies.roomy())
                .latching()
                .story())
        .filteredOn(line -> line.contains("HALTED"))
        .containsExactly("03-11 HALTED 2024-03-11-1 account reduce-only: daily_loss_cap_exceeded");
  }

  @Test
  void aLossThatWasResetTripsAgainInTheNextSessionAndNotInTheSameWhoeverWatches() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-13").bars("ACME", "100/100 100/100 89/89 89/89 89/89");
    Play play =
        new Play(market, new Script().buy("2024-03-07", "ACME", 1))
            .limited(Policies.roomy())
            .alarm(
                (kept, broker) ->
                    new Patient(kept, new KillSwitch(kept, Optional.of(broker), SendLock.alone())));

    assertThat(play.story())
        .filteredOn(line -> line.contains("HALTED"))
        .containsExactly(
            "03-11 HALTED 2024-03-11-1 account reduce-only: daily_loss_cap_exceeded",
            "03-11 HALTED 2024-03-11-2 account reduce-only: drawdown_limit_exceeded",
            "03-12 HALTED 2024-03-12-1 account reduce-only: drawdown_limit_exceeded",
            "03-13 HALTED 2024-03-13-1 account reduce-only: drawdown_limit_exceeded");
  }

  @Test
  void threeRejectedOrdersOfASessionHaltTheAccount() {
    assertThat(rejecting(3).latching().story())
        .filteredOn(line -> line.contains("HALTED") || line.contains("REJECTED"))
        .containsExactly(
            "03-08 REJECTED S1: no",
            "03-08 REJECTED S2: no",
            "03-08 REJECTED S3: no",
            "03-08 HALTED 2024-03-08-1 account halt: submit_failures");
  }

  @Test
  void twoRejectedOrdersDoNotNorDoThreeWhereNothingLatches() {
    assertThat(rejecting(2).latching().story()).noneMatch(line -> line.contains("HALTED"));
    assertThat(rejecting(3).story()).noneMatch(line -> line.contains("trip"));
  }

  private static Play rejecting(int orders) {
    TinyMarket market = TinyMarket.of("2024-03-07", "2024-03-11");
    Script script = new Script();
    for (int i = 1; i <= orders; i++) {
      market.bars("S" + i, "50/50 50/50 50/50");
      script.buy("2024-03-07", "S" + i, 0.1);
    }
    return new Play(market, script)
        .broker(
            real ->
                new Relay(real) {
                  @Override
                  public OrderReport submit(ApprovedOrder order) {
                    return new OrderReport(
                        order.id(),
                        order.symbol(),
                        order.side(),
                        order.quantity(),
                        OrderStatus.REJECTED,
                        Quantity.ZERO,
                        List.of(),
                        "no");
                  }
                });
  }

  /// An operator who resets at once, and processes that come and go: each alarm is raised twice.
  private record Patient(Books books, KillSwitch killSwitch) implements Alarm {

    @Override
    public void lossLimit(LocalDate session, String code, String says, Instant now) {
      for (int process = 0; process < 2; process++) {
        new LatchingAlarm(books, killSwitch, Triggers.standard())
            .lossLimit(session, code, says, now);
        books.halts().open().forEach(one -> killSwitch.reset(one.id(), "seen", now));
      }
    }

    @Override
    public void submitFailures(LocalDate session, String says, Instant now) {}

    @Override
    public void pursue(Instant now) {}
  }
}
