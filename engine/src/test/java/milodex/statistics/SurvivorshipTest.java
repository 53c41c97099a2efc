package milodex.statistics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import milodex.statistics.Survivorship.Delisting;
import org.junit.jupiter.api.Test;

class SurvivorshipTest {

  @Test
  void survivorsAloneLookBetterThanEveryone() {
    JsonNode inputs = Vectors.inputs("S-SURV-01");
    JsonNode expected = Vectors.expected("S-SURV-01");
    JsonNode gone = inputs.get("delisted").get("E");
    Delisting delisting =
        new Delisting(
            gone.get("return_to_last_trade").asDouble(), gone.get("delisting_return").asDouble());
    Survivorship survivorship =
        Survivorship.of(Vectors.doubles(inputs.get("year_returns")), List.of(delisting));
    Vectors.same(value(survivorship.survivors()), expected.get("survivor_mean"), 1e-9);
    Vectors.same(value(survivorship.everyone()), expected.get("full_mean"), 1e-9);
    Vectors.same(
        value(survivorship.withoutDelistingReturns()),
        expected.get("naive_drop_delisting_return_mean"),
        1e-9);
    assertClose(survivorship.bias(), 0.1335);
    assertClose(survivorship.delistedShare(), 0.2);
  }

  @Test
  void aUniverseWithoutSurvivorsOrSymbolsHasNoMean() {
    Survivorship dead = Survivorship.of(new double[0], List.of(new Delisting(0, -1)));
    assertUndefined(dead.survivors(), "no survivors");
    assertUndefined(dead.bias(), "no survivors");
    assertClose(dead.everyone(), -1);
    assertClose(dead.withoutDelistingReturns(), 0);
    Survivorship empty = Survivorship.of(new double[0], List.of());
    assertUndefined(empty.everyone(), "no symbols");
    assertUndefined(empty.bias(), "no symbols");
    assertUndefined(empty.delistedShare(), "no symbols");
  }

  @Test
  void withoutDelistingsNothingIsHidden() {
    Survivorship alive = Survivorship.of(new double[] {0.1, 0.3}, List.of());
    assertClose(alive.bias(), 0);
    assertThat(value(alive.delistedShare())).isZero();
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> Survivorship.of(new double[] {-1.1}, List.of()))
        .hasMessageContaining("survivors");
    assertThatThrownBy(() -> new Delisting(Double.NaN, 0)).hasMessageContaining("toLastTrade");
    assertThatThrownBy(() -> new Delisting(0, -1.5)).hasMessageContaining("delisting");
  }
}
