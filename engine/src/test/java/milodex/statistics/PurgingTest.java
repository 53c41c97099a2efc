package milodex.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class PurgingTest {

  @Test
  void labelsThatMeetATestedLabelAreNotTrainedOn() {
    JsonNode inputs = Vectors.inputs("S-CPCV-03");
    Block test = new Block(inputs.get("test").get(0).asInt(), inputs.get("test").get(1).asInt());
    int[] train =
        Purging.train(
            inputs.get("T").asInt(),
            inputs.get("label_horizon").asInt(),
            List.of(test),
            inputs.get("embargo").asInt());
    assertThat(train)
        .containsExactly(0, 1, 2, 3, 4, 17, 18, 19)
        .containsExactly(
            Vectors.expected("S-CPCV-03")
                .get("train")
                .valueStream()
                .mapToInt(JsonNode::asInt)
                .toArray());
  }

  @Test
  void eachLabelMayHaveAnEndOfItsOwn() {
    int[] ends = {5, 1, 2, 3, 7, 5, 6, 7, 8, 9};
    assertThat(Purging.train(ends, List.of(new Block(3, 4)), 1)).containsExactly(1, 2, 9);
  }

  @Test
  void noTrainingLabelMeetsATestedOne() {
    Seeds.forEachSeed(
        50,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          int[] ends = new int[40];
          for (int i = 0; i < ends.length; i++) {
            ends[i] = i + random.nextInt(6);
          }
          int first = random.nextInt(35);
          Block test = new Block(first, first + random.nextInt(5));
          for (int trained : Purging.train(ends, List.of(test), 0)) {
            for (int tested = test.first(); tested <= test.last(); tested++) {
              assertThat(trained > ends[tested] || ends[trained] < tested).isTrue();
            }
          }
        });
  }

  @Test
  void withoutATestEverythingMayBeTrainedOn() {
    assertThat(Purging.train(3, 2, List.of(), 1)).containsExactly(0, 1, 2);
    assertThat(Purging.train(0, 2, List.of(), 1)).isEmpty();
  }

  @Test
  void mistakesAreNamed() {
    List<Block> test = List.of(new Block(1, 2));
    assertThatThrownBy(() -> Purging.train(2, 0, test, 0)).hasMessageContaining("test");
    assertThatThrownBy(() -> Purging.train(4, -1, test, 0)).hasMessageContaining("horizon");
    assertThatThrownBy(() -> Purging.train(4, 0, test, -1)).hasMessageContaining("embargo");
    assertThatThrownBy(() -> Purging.train(-1, 0, test, 0)).hasMessageContaining("observations");
    assertThatThrownBy(() -> Purging.train(new int[] {0, 0, 2}, test, 0))
        .hasMessageContaining("labelEnds");
    assertThatThrownBy(() -> new Block(2, 1)).hasMessageContaining("from 2 to 1");
    assertThatThrownBy(() -> new Block(-1, 1)).hasMessageContaining("from -1 to 1");
  }
}
