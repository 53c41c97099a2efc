package milodex.trading;

import static org.assertj.core.api.Assertions.assertThat;

import milodex.Floor;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.FillRule;
import org.junit.jupiter.api.Test;

/// What the loop does as time passes between opens and closes.
class PulseTest {

  private static final int AFTER_THE_CLOSE = 7 * 3_600;

  private static TinyMarket week() {
    return TinyMarket.of("2024-03-07", "2024-03-12")
        .bars("ACME", "50/50 50/50 50/50 50/50")
        .bars("OTHER", "20/20 20/20 20/20 20/20");
  }

  @Test
  void anEntryIsWorkedAsSoonAsTheExitItWaitsForIsFilled() {
    Script script =
        new Script()
            .buy("2024-03-07", "ACME", 1)
            .sell("2024-03-08", "ACME")
            .buy("2024-03-08", "OTHER", 0.5);
    Floor floor = new Floor(week(), FillRule.WHOLE.resting(), script).day();
    floor.open().pulse(1).close().open();
    int before = floor.story().size();

    floor.look(1).pulse(10).pulse(20);

    assertThat(floor.storyAfter(before))
        .containsExactly(
            "03-11 sold 200 ACME at 50", "03-11 ACCEPTED OTHER: ", "03-11 bought 250 OTHER at 20");
    assertThat(floor.differences()).isEmpty();
  }

  @Test
  void nothingIsWorkedWhileTheExchangeIsClosed() {
    Floor floor =
        new Floor(week(), FillRule.WHOLE, new Script().buy("2024-03-07", "ACME", 0.5)).day();

    floor.look(AFTER_THE_CLOSE);

    assertThat(floor.story()).containsExactly("03-07 wants BUY ACME");
    assertThat(floor.open().story()).last().isEqualTo("03-08 bought 100 ACME at 50");
  }

  @Test
  void ordersAreLookedAfterWhileTheExchangeIsClosed() {
    Floor floor =
        new Floor(week(), FillRule.WHOLE.resting(), new Script().buy("2024-03-07", "ACME", 0.5))
            .day()
            .open();
    floor.broker().meetMarket();

    floor.look(AFTER_THE_CLOSE);

    assertThat(floor.story()).last().isEqualTo("03-08 bought 100 ACME at 50");
  }

  @Test
  void aPulseInWhichNothingHappensWritesNothing() {
    Floor floor =
        new Floor(week(), FillRule.WHOLE, new Script().buy("2024-03-07", "ACME", 0.5)).day().open();
    int before = floor.events().size();

    floor.look(1).look(2).look(3);

    assertThat(floor.events()).hasSize(before);
  }
}
