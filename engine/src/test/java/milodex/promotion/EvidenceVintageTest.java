package milodex.promotion;

import static milodex.promotion.Applicants.vintage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import milodex.ledger.CanonicalJson;
import milodex.ledger.ManifestHash;
import milodex.money.Costs;
import milodex.money.Fraction;
import org.junit.jupiter.api.Test;

/// Evidence says what it rests on, and in what that has changed.
class EvidenceVintageTest {

  private static final String INPUTS =
      """
      {"bars":{"SPY":"aa"},"costs":{"commission_per_trade":"0","commission_rate":"0",\
      "min_commission":"0","slippage":"0.0005"},"semantics":1}""";

  @Test
  void whatAPackageKeepsReadsBackAsItself() {
    Object kept = CanonicalJson.parse(CanonicalJson.write(vintage().tree()));

    assertThat(EvidenceVintage.read(kept)).contains(vintage());
    assertThat(EvidenceVintage.read(Map.of("manifest", "aa"))).isEmpty();
    assertThat(EvidenceVintage.read("vintage")).isEmpty();
  }

  @Test
  void aRunRestsOnWhatItsInputsName() {
    ManifestHash manifest = vintage().manifest();

    assertThat(EvidenceVintage.ofRun(manifest, "1", INPUTS))
        .isEqualTo(
            new EvidenceVintage(
                manifest,
                "1",
                1,
                EvidenceVintage.costs(Costs.slippage(Fraction.parse("0.0005"))),
                EvidenceVintage.bars(Map.of("SPY", "aa"))));
    assertThatThrownBy(() -> EvidenceVintage.ofRun(manifest, "1", "{\"semantics\":1}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("inputs");
  }

  @Test
  void eachFieldIsComparedAndNamed() {
    EvidenceVintage then = vintage();
    EvidenceVintage now =
        new EvidenceVintage(new ManifestHash("9".repeat(64)), "2", 2, "{\"a\":1}", "other");

    assertThat(EvidenceVintage.differences(then, then)).isEmpty();
    assertThat(EvidenceVintage.differences(then, now))
        .extracting(Difference::key)
        .containsExactly("bars", "costs", "manifest", "policy", "semantics");
  }
}
