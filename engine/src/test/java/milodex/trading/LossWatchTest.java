package milodex.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import milodex.Play;
import milodex.Policies;
import milodex.Script;
import milodex.TinyMarket;
import org.junit.jupiter.api.Test;

class LossWatchTest {

  @Test
  void aLossAtTheCloseIsToldThoughNobodyTrades() {
    assertThat(story("100/100 100/100 100/96 96/96 96/96"))
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 100 ACME at 100",
            "03-11 would trip daily_loss_cap_exceeded");
  }

  @Test
  void aLossAtTheOpenIsToldEvenIfTheCloseMakesItGood() {
    assertThat(story("100/100 100/100 96/100 100/100 100/100"))
        .endsWith("03-11 would trip daily_loss_cap_exceeded");
  }

  @Test
  void threePercentExactlyIsNotCrossed() {
    assertThat(story("100/100 100/100 100/97 97/97 97/97")).hasSize(2);
  }

  @Test
  void aFallFromThePeakIsToldOnceEachSession() {
    assertThat(story("100/100 100/100 98/97 95/94.5 92/89.5"))
        .endsWith(
            "03-13 would trip daily_loss_cap_exceeded", "03-13 would trip drawdown_limit_exceeded");
  }

  @Test
  void withoutLimitsNothingTrips() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-13").bars("ACME", "100/100 100/100 50/40 40/40 40/40");

    assertThat(new Play(market, buying()).story()).hasSize(2);
  }

  @Test
  void entriesAreRefusedInASessionThatWouldTripAndNotInTheNext() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-13")
            .bars("ACME", "100/100 100/100 96/96 96/96 96/96")
            .bars("OTHER", "20/20 20/20 20/20 20/20 20/20");
    Script script =
        new Script()
            .buy("2024-03-07", "ACME", 0.8)
            .buy("2024-03-08", "OTHER", 0.1)
            .buy("2024-03-11", "OTHER", 0.1);

    assertThat(new Play(market, script).limited(Policies.roomy()).story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 80 ACME at 100",
            "03-08 wants BUY OTHER",
            "03-11 would trip daily_loss_cap_exceeded",
            "03-11 refused BUY OTHER: daily_loss_cap_exceeded",
            "03-11 REFUSED BUY OTHER",
            "03-11 wants BUY OTHER",
            "03-12 bought 48 OTHER at 20");
  }

  private static List<String> story(String words) {
    TinyMarket market = TinyMarket.of("2024-03-07", "2024-03-13").bars("ACME", words);
    return new Play(market, buying()).limited(Policies.roomy()).story();
  }

  private static Script buying() {
    return new Script().buy("2024-03-07", "ACME", 1);
  }
}
