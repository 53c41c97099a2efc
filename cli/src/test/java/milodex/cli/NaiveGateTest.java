package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NaiveGateTest {

  @Test
  void whatMeetsTheThreeThresholdsExactlyIsPromoted() {
    NaiveGate gate = new NaiveGate(0.5, 0.15, 30);
    assertThat(gate.promotes()).isTrue();
    assertThat(gate.says())
        .isEqualTo(
            "A gate that forgets how many were tried would promote it: Sharpe 0.50, worst fall 15.0"
                + " %, 30 trades.");
  }

  @Test
  void everyThresholdMissedIsNamed() {
    NaiveGate gate = new NaiveGate(0.49, 0.151, 29);
    assertThat(gate.promotes()).isFalse();
    assertThat(gate.says())
        .contains("would refuse it", "Sharpe 0.49", "worst fall 15.1 %", "29 trades");
    assertThat(new NaiveGate(0.49, 0.1, 40).objections()).hasSize(1);
    assertThat(new NaiveGate(0.6, 0.16, 40).objections()).hasSize(1);
    assertThat(new NaiveGate(0.6, 0.1, 29).objections()).hasSize(1);
  }
}
