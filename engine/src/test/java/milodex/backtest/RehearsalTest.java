package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.OrderReport;
import milodex.broker.Relay;
import milodex.ledger.Fact;
import milodex.ledger.Head;
import milodex.money.Price;
import milodex.risk.ApprovedOrder;
import org.junit.jupiter.api.Test;

/// Two purchases at one open, a dividend, a split, and two sales.
class RehearsalTest {

  private static TinyMarket market() {
    return TinyMarket.of("2024-03-07", "2024-03-14")
        .bars("ACME", "50/50 50/50 50/50 25/25 25/25 25/25")
        .bars("OTHER", "20/20 20/20 20/20 20/20 22/22 22/22")
        .dividend("OTHER", "2024-03-11", "0.5")
        .split("ACME", "2024-03-12", "2");
  }

  private static Script script() {
    return new Script()
        .buy("2024-03-07", "ACME", 0.4)
        .buy("2024-03-07", "OTHER", 0.4)
        .sell("2024-03-12", "ACME")
        .sell("2024-03-13", "OTHER");
  }

  private static TinyRehearsals fresh() {
    return TinyRehearsals.of(market(), script());
  }

  @Test
  void everyFactIsThatOfABacktest() {
    TinyRehearsals rehearsal = fresh();

    Parity parity = rehearsal.run();

    assertThat(parity.difference()).isEmpty();
    assertThat(parity.compared()).isGreaterThan(30);
    assertThat(Play.story(rehearsal.events())).hasSize(10);
  }

  @Test
  void aSecondRunFindsAllDoneAndAddsNothing() {
    TinyRehearsals rehearsal = fresh();
    Parity first = rehearsal.run();
    Head head = rehearsal.ledger().head();

    assertThat(rehearsal.run()).isEqualTo(first);
    assertThat(rehearsal.ledger().head()).isEqualTo(head);
  }

  @Test
  void itMayDieBeforeOrAfterEveryAppendAndGoesOnAsIfNothingHadBeen() {
    TinyRehearsals undisturbed = fresh();
    undisturbed.run();
    int deaths = 0;
    for (int at = 1; at <= undisturbed.events().size(); at++) {
      for (boolean kept : List.of(false, true)) {
        TinyRehearsals rehearsal = fresh();
        AtomicInteger appends = new AtomicInteger(at);
        rehearsal.ledger(real -> new MortalLedger(real, appends, kept));
        deaths += dies(rehearsal) ? 1 : 0;

        assertThat(rehearsal.ledger(real -> real).run().difference())
            .as("at append " + at + ", kept: " + kept)
            .isEmpty();
        assertThat(told(rehearsal))
            .as("at append " + at + ", kept: " + kept)
            .isEqualTo(told(undisturbed));
        assertThat(rehearsal.told()).isEqualTo(undisturbed.told());
      }
    }
    assertThat(deaths).isGreaterThan(50);
  }

  @Test
  void itMayDieWithEveryChangeOfTheBrokerToldOrNot() {
    TinyRehearsals undisturbed = fresh();
    undisturbed.run();
    for (int at = 1; at <= undisturbed.told().size(); at++) {
      for (boolean kept : List.of(false, true)) {
        TinyRehearsals rehearsal = fresh();
        AtomicInteger changes = new AtomicInteger(at);
        rehearsal.disk(
            change -> {
              boolean dies = changes.decrementAndGet() == 0;
              if (!dies || kept) {
                rehearsal.told().add(change);
              }
              if (dies) {
                throw new MortalLedger.Died();
              }
            });
        assertThat(dies(rehearsal)).isTrue();

        rehearsal.disk(rehearsal.told()::add);
        assertThat(rehearsal.run().difference()).as("at change " + at).isEmpty();
        assertThat(told(rehearsal)).isEqualTo(told(undisturbed));
      }
    }
  }

  /// Were another order judged after that, it would be by books that the disk never saw.
  @Test
  void aDiskThatFailsUnderTheBrokerEndsEverythingAtOnce() {
    TinyRehearsals undisturbed = fresh();
    undisturbed.run();
    TinyRehearsals rehearsal = fresh();
    rehearsal.disk(
        change -> {
          if (change.order().isPresent()) {
            throw new UncheckedIOException(new IOException("no room"));
          }
          rehearsal.told().add(change);
        });

    assertThatThrownBy(rehearsal::run).isInstanceOf(UncheckedIOException.class);

    assertThat(rehearsal.events())
        .filteredOn(event -> event.fact() instanceof Fact.OrderSubmitted)
        .hasSize(1);
    rehearsal.disk(rehearsal.told()::add);
    assertThat(rehearsal.run().difference()).isEmpty();
    assertThat(told(rehearsal)).isEqualTo(told(undisturbed));
  }

  @Test
  void aBrokerThatFillsAtAnotherPriceIsFoundOut() {
    Parity parity =
        fresh()
            .broker(
                real ->
                    new Relay(real) {
                      @Override
                      public OrderReport submit(ApprovedOrder order) {
                        return dearer(super.submit(order));
                      }
                    })
            .run();

    assertThat(parity.difference()).hasValueSatisfying(says -> assertThat(says).contains("50.06"));
    assertThat(parity.compared()).isPositive();
  }

  private static OrderReport dearer(OrderReport report) {
    List<OrderReport.Execution> executions = new ArrayList<>();
    report
        .executions()
        .forEach(
            one ->
                executions.add(
                    new OrderReport.Execution(
                        one.id(), one.quantity(), Price.parse("50.06"), one.fee())));
    return new OrderReport(
        report.order(),
        report.symbol(),
        report.side(),
        report.quantity(),
        report.status(),
        report.filled(),
        executions,
        report.says());
  }

  /// Its events, each by its seq, its key and its cause.
  private static List<String> told(TinyRehearsals rehearsal) {
    return rehearsal.events().stream()
        .map(event -> event.seq() + " " + event.key() + " < " + event.cause())
        .toList();
  }

  private static boolean dies(TinyRehearsals rehearsal) {
    return MortalLedger.dies(rehearsal::run);
  }
}
