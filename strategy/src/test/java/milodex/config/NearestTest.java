package milodex.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  private static final List<String> KEYS = List.of("rsi_lookback", "rsi_entry_threshold", "id");

  @Test
  void aSlipOfTheFingerIsRecognised() {
    assertThat(Nearest.to("rsi_lokback", KEYS)).contains("rsi_lookback");
    assertThat(Nearest.to("rsi_lookbcak", KEYS)).contains("rsi_lookback");
    assertThat(Nearest.to("rsi_entry_treshhold", KEYS)).contains("rsi_entry_threshold");
  }

  @Test
  void nothingIsSuggestedForAWordThatIsFarFromAll() {
    assertThat(Nearest.to("sharpe", KEYS)).isEmpty();
    assertThat(Nearest.to("", KEYS)).isEmpty();
    assertThat(Nearest.to("xy", KEYS)).isEmpty();
  }

  @Test
  void swappedNeighboursAreOneSlip() {
    assertThat(Nearest.to("di", KEYS)).contains("id");
  }

  @Test
  void theHintNamesTheNearestOrElseAllThatIsKnown() {
    assertThat(Nearest.hint("idd", KEYS)).isEqualTo("; did you mean 'id'?");
    assertThat(Nearest.hint("sharpe", KEYS))
        .isEqualTo("; known: rsi_lookback, rsi_entry_threshold, id");
    assertThat(Nearest.hint("sharpe", List.of())).isEmpty();
  }
}
