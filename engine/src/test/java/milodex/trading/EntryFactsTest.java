package milodex.trading;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import milodex.Play;
import milodex.TinyMarket;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.strategy.ParameterValues;
import milodex.strategy.Reading;
import milodex.strategy.Signal;
import milodex.strategy.Template;
import milodex.strategy.templates.DonchianChannel;
import org.junit.jupiter.api.Test;

/// What an entry decision attaches stays with the position, through every split, until its exit.
class EntryFactsTest {

  /// Two Mondays to Fridays; ACME breaks out on the first day and sags from the third.
  private static final String STORY =
      "100/110 110/110 110/106 104/102 102/101 101/99 99/98 98/98 98/98 98/98";

  private static final String SPLIT_ON_THE_FOURTH =
      "100/110 110/110 110/106 52/51 51/50.5 50.5/49.5 49.5/49 49/49 49/49 49/49";

  @Test
  void anAtrStopSellsAtTheSameMomentWhetherOrNotTheSharesWereSplit() {
    TinyMarket plain = market(STORY);
    TinyMarket split = market(SPLIT_ON_THE_FOURTH).split("ACME", "2024-03-07", "2");

    assertThat(new Play(plain, rule()).story())
        .containsExactly(
            "03-04 wants BUY ACME",
            "03-05 bought 27 ACME at 110",
            "03-11 wants SELL ACME",
            "03-12 sold 27 ACME at 99");
    assertThat(new Play(split, rule()).story())
        .containsExactly(
            "03-04 wants BUY ACME",
            "03-05 bought 27 ACME at 110",
            "03-07 split ACME 2, in lieu 52",
            "03-11 wants SELL ACME",
            "03-12 sold 54 ACME at 49.5");
  }

  @Test
  void theDistanceOfTheStopIsTheAtrOfTheDecisionInSharesOfToday() {
    List<Event> events =
        new Play(market(SPLIT_ON_THE_FOURTH).split("ACME", "2024-03-07", "2"), rule()).events();
    List<Signal> signals =
        events.stream()
            .map(Event::fact)
            .filter(Fact.StrategyEvaluated.class::isInstance)
            .flatMap(fact -> ((Fact.StrategyEvaluated) fact).signals().stream())
            .toList();
    double atr = requireNonNull(((Signal.Enter) signals.getFirst()).entryFacts().get("atr"));
    Reading stop = signals.getLast().readings().getFirst();

    assertThat(signals.getLast().rule()).isEqualTo("breakout.atr_stop");
    assertThat(atr).isBetween(6.5, 7.5);
    assertThat(stop.threshold()).isCloseTo((110 - 1.5 * atr) / 2, within(1e-9));
    assertThat(stop.value()).isEqualTo(49.5);
  }

  private static TinyMarket market(String words) {
    return TinyMarket.of("2024-03-04", "2024-03-15").bars("ACME", words);
  }

  /// Nothing but the ATR stop can sell within the story.
  private static Template rule() {
    DonchianChannel shipped = new DonchianChannel();
    ParameterValues values =
        ParameterValues.standard(shipped)
            .with("ma_filter_length", "3")
            .with("entry_channel_length", "5")
            .with("exit_channel_length", "250")
            .with("atr_lookback", "2")
            .with("atr_stop_multiplier", "1.5")
            .with("stop_loss_pct", "0.9")
            .with("max_hold_days", "99")
            .with("market_filter_symbol", "");
    return shipped.with(values);
  }
}
