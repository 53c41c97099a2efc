package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import milodex.RandomMarket;
import milodex.Seeds;
import milodex.TinyMarket;
import milodex.market.BarColumns;
import milodex.market.BarHistory;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.Dividend;
import milodex.market.CorporateAction.Split;
import org.junit.jupiter.api.Test;

/// What a rule sees is made anew from raw bars and actions, to the last bit, whatever their order.
class AdjustedViewTest {

  @Test
  void theOrderInWhichActionsAreToldChangesNoBit() {
    Seeds.forEachSeed(
        10,
        seed -> {
          TinyMarket market = RandomMarket.of(Seeds.random(seed));
          List<CorporateAction> shuffled = new ArrayList<>(market.actions());
          Collections.shuffle(shuffled, new Random(seed));
          MarketHistory told = market.history();
          MarketHistory again =
              MarketHistory.of(market.sessions(), market.series().reversed(), shuffled);

          for (BarSeries series : market.series()) {
            for (int day : series.day()) {
              assertSameBits(
                  again.track(series.symbol()).orElseThrow().barsAsOf(day),
                  told.track(series.symbol()).orElseThrow().barsAsOf(day));
            }
          }
        });
  }

  /// One division after the other, the oldest split first, for each bar by itself.
  @Test
  void itIsWhatDividingEachBarByTheSplitsAfterItComesTo() {
    Seeds.forEachSeed(
        10,
        seed -> {
          TinyMarket market = RandomMarket.of(Seeds.random(seed));
          MarketHistory history = market.history();
          for (BarSeries series : market.series()) {
            List<CorporateAction> own =
                market.actions().stream()
                    .filter(action -> action.symbol().equals(series.symbol()))
                    .toList();
            for (int i = 0; i < series.size(); i += 17) {
              LocalDate today = series.session(i);
              assertSameBits(
                  history.track(series.symbol()).orElseThrow().barsAsOf(series.day()[i]),
                  plainly(series, own, today));
            }
          }
        });
  }

  private static BarHistory plainly(BarSeries raw, List<CorporateAction> actions, LocalDate today) {
    int n = raw.size();
    BarColumns bars =
        new BarColumns(
            raw.columns().open().clone(),
            raw.columns().high().clone(),
            raw.columns().low().clone(),
            raw.columns().close().clone(),
            raw.columns().volume().clone());
    double[] dividend = new double[n];
    for (int i = 0; i < n; i++) {
      for (CorporateAction action : actions) {
        boolean onThisBar =
            i > 0
                && !action.exDate().isAfter(raw.session(i))
                && action.exDate().isAfter(raw.session(i - 1));
        if (action instanceof Dividend paid && onThisBar) {
          dividend[i] += paid.cashPerShare().doubleValue();
        }
      }
      for (CorporateAction action : actions) {
        boolean after = action.exDate().isAfter(raw.session(i)) && !action.exDate().isAfter(today);
        if (action instanceof Split split && after) {
          double ratio = split.ratio().doubleValue();
          bars.open()[i] /= ratio;
          bars.high()[i] /= ratio;
          bars.low()[i] /= ratio;
          bars.close()[i] /= ratio;
          bars.volume()[i] /= 1 / ratio;
          dividend[i] /= ratio;
        }
      }
    }
    return new BarHistory(raw.symbol(), raw.openedAt(), bars, dividend);
  }

  private static void assertSameBits(BarHistory one, BarHistory other) {
    assertThat(one.openedAt()).isEqualTo(other.openedAt());
    assertThat(one.columns().open()).isEqualTo(other.columns().open());
    assertThat(one.columns().high()).isEqualTo(other.columns().high());
    assertThat(one.columns().low()).isEqualTo(other.columns().low());
    assertThat(one.columns().close()).isEqualTo(other.columns().close());
    assertThat(one.columns().volume()).isEqualTo(other.columns().volume());
    assertThat(one.dividend()).isEqualTo(other.dividend());
  }
}
