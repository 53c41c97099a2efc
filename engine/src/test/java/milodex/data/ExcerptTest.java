package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import milodex.RandomMarket;
import milodex.Seeds;
import milodex.TinyMarket;
import milodex.data.Excerpt.Beyond;
import milodex.market.BarWindow;
import milodex.market.Symbol;
import org.junit.jupiter.api.Test;

/// What a rule is shown at a close is all there in an excerpt, and what lies beyond is not.
class ExcerptTest {

  private static final int LOOKBACK = 7;
  private static final Symbol ACME = Symbol.of("ACME");

  @Test
  void whatARuleIsShownIsTheSameWhateverBecomesOfTheRest() {
    Seeds.forEachSeed(
        6,
        seed -> {
          TinyMarket market = RandomMarket.of(Seeds.random(seed));
          MarketHistory whole = market.history();
          for (int lookback : List.of(1, 20, 290)) {
            Excerpt excerpt = new Excerpt(whole, new TreeSet<>(market.symbols()), lookback);
            for (int session = market.begin(); session < whole.sessions().size(); session += 9) {
              List<String> shown = shown(whole, session, lookback);
              for (Beyond past : Beyond.values()) {
                for (Beyond future : Beyond.values()) {
                  MarketHistory part = excerpt.around(session, past, future);
                  int there = part.days().firstFrom(whole.days().day(session));

                  assertThat(shown(part, there, lookback))
                      .as("session %s, past %s, future %s", session, past, future)
                      .isEqualTo(shown);
                }
              }
            }
          }
        });
  }

  @Test
  void aFutureThatIsCutOffIsNotThere() {
    Excerpt excerpt = story();
    MarketHistory cut = excerpt.around(TinyMarket.CALM, Beyond.KEPT, Beyond.CUT);

    assertThat(cut.sessions()).hasSize(TinyMarket.CALM + 1);
    assertThat(cut.track(ACME).orElseThrow().series().last()).isEqualTo("2024-03-07");
    assertThat(cut.track(Bars.SPY))
        .hasValueSatisfying(gone -> assertThat(gone.series().isEmpty()).isTrue());
    assertThat(cut.actionsAt(TinyMarket.CALM)).isEmpty();
  }

  @Test
  void aPoisonedFutureHasNoTruePriceAndNoTrueSplit() {
    Excerpt excerpt = story();
    MarketHistory poisoned = excerpt.around(TinyMarket.CALM, Beyond.KEPT, Beyond.POISONED);
    double[] close = poisoned.track(ACME).orElseThrow().series().columns().close();
    double[] open = poisoned.track(ACME).orElseThrow().series().columns().open();

    assertThat(close[TinyMarket.CALM]).isEqualTo(51);
    assertThat(close[TinyMarket.CALM + 1]).isNotEqualTo(26).isPositive();
    assertThat(open[TinyMarket.CALM + 1]).isNotEqualTo(25).isPositive();
    assertThat(poisoned.actionsAt(TinyMarket.CALM + 1)).isEmpty();
  }

  @Test
  void aPastThatIsCutOffBeginsWithWhatEligibilityRemembers() {
    Excerpt excerpt = story();
    MarketHistory cut = excerpt.around(TinyMarket.CALM, Beyond.CUT, Beyond.CUT);

    assertThat(cut.sessions()).hasSize(Eligibility.memory(LOOKBACK));
    assertThat(excerpt.firstNeeded(TinyMarket.CALM))
        .isEqualTo(TinyMarket.CALM + 1 - Eligibility.memory(LOOKBACK));
  }

  @Test
  void aPoisonedPastIsTrueWithinTheWindowAndNowhereElse() {
    Excerpt excerpt = story();
    MarketHistory whole = excerpt.history();
    MarketHistory poisoned = excerpt.around(TinyMarket.CALM, Beyond.POISONED, Beyond.CUT);
    double[] close = poisoned.track(ACME).orElseThrow().series().columns().close();
    double[] told = whole.track(ACME).orElseThrow().series().columns().close();

    for (int ago = 0; ago < 20; ago++) {
      boolean isTrue = close[close.length - 1 - ago] == told[TinyMarket.CALM - ago];
      assertThat(isTrue).as("%d bars ago", ago).isEqualTo(ago < LOOKBACK);
    }
  }

  @Test
  void aWindowAcrossManyHolesIsNeededWhole() {
    TinyMarket market =
        TinyMarket.of("2023-01-03", "2024-03-08")
            .bars("ACME", "50/50 " + "- ".repeat(290) + "51/51");
    int last = market.begin() + 291;
    Excerpt excerpt = new Excerpt(market.history(), new TreeSet<>(market.symbols()), LOOKBACK);

    assertThat(excerpt.firstNeeded(last)).isEqualTo(market.begin() + 1 - LOOKBACK);
    assertThat(shown(excerpt.around(last, Beyond.CUT, Beyond.CUT), 291 + LOOKBACK - 1, LOOKBACK))
        .isEqualTo(shown(market.history(), last, LOOKBACK))
        .anySatisfy(line -> assertThat(line).contains("50.0"));
  }

  private static Excerpt story() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-12")
            .bars("ACME", "50/51 25/26 26/27 27/28")
            .split("ACME", "2024-03-08", "2")
            .with(new Bars().bar("2024-03-08", 10).bar("2024-03-11", 11).raw());
    return new Excerpt(market.history(), new TreeSet<>(market.symbols()), LOOKBACK);
  }

  /// All a rule could be shown of every symbol at the close of a session.
  private static List<String> shown(MarketHistory history, int session, int lookback) {
    Market market =
        HistoricalMarket.at(history, session, history.sessions().get(session).closesAt());
    List<String> shown = new ArrayList<>(List.of(market.session().toString()));
    for (String ticker : List.of("AA", "ACME", "BB", "CC", "DD", "EE", "FF", "NONE")) {
      Symbol symbol = Symbol.of(ticker);
      shown.add(ticker + " " + market.whyBarred(symbol, lookback));
      Optional<BarWindow> window = market.window(symbol, lookback);
      for (int ago = 0; ago < window.map(BarWindow::length).orElse(0); ago++) {
        BarWindow bars = window.orElseThrow();
        shown.add(
            "%s %s %s %s %s %s %s"
                .formatted(
                    bars.openedAt(ago),
                    bars.open(ago),
                    bars.high(ago),
                    bars.low(ago),
                    bars.close(ago),
                    bars.volume(ago),
                    bars.dividend(ago)));
      }
    }
    return shown;
  }
}
