package milodex.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ClientOrderIdsTest {

  @Test
  void theSameAttemptOfTheSameIntentHasTheSameId() {
    assertThat(ClientOrderIds.of("abc", 1).text())
        .isEqualTo("mdx-ba7816bf8f01cfea414140de5dae2223-1");
    assertThat(ClientOrderIds.of("abc", 1)).isEqualTo(ClientOrderIds.of("abc", 1));
  }

  @Test
  void anotherAttemptOrIntentHasAnother() {
    assertThat(ClientOrderIds.of("abc", 2)).isNotEqualTo(ClientOrderIds.of("abc", 1));
    assertThat(ClientOrderIds.of("abd", 1)).isNotEqualTo(ClientOrderIds.of("abc", 1));
  }

  @Test
  void theLongestIdFitsIntoFortyEightCharacters() {
    assertThat(ClientOrderIds.of("abc", Integer.MAX_VALUE).text()).hasSize(47);
  }

  @Test
  void attemptsAreCountedFromOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> ClientOrderIds.of("abc", 0));
  }
}
