package milodex.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  private static final String LETTERS = "aZ09 \"\\/\b\t\n\f\r\u0000\u001f\u007f\u20ac\ufb33é\ud83d";

  @Test
  void keysAreSortedAndNothingIsSpaced() {
    Map<String, Object> tree =
        Map.of("symbol", "SPY", "bars", 2, "closes", List.of("101.5", "99"), "final", true);

    assertThat(CanonicalJson.write(tree))
        .isEqualTo("{\"bars\":2,\"closes\":[\"101.5\",\"99\"],\"final\":true,\"symbol\":\"SPY\"}");
  }

  @Test
  void anyTreeIsWrittenAsTheReferenceImplementationWritesIt() throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(8785);
    for (int i = 0; i < 500; i++) {
      String json = CanonicalJson.write(object(random, 3));

      assertThat(json).isEqualTo(new JsonCanonicalizer(json).getEncodedString());
    }
  }

  @Test
  void whatWasWrittenReadsBackAsTheSameTree() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int i = 0; i < 500; i++) {
      Map<String, Object> tree = object(random, 3);

      assertThat(CanonicalJson.parse(CanonicalJson.write(tree))).isEqualTo(tree);
    }
  }

  @Test
  void theOrderInWhichKeysWerePutDoesNotShow() {
    Map<String, Object> forth =
        new TreeMap<>(Map.of("a", 1, "b", 2, "\ud83d\ude00", 3, "\ufb33", 4));
    Map<String, Object> back = new TreeMap<>(forth).descendingMap();

    assertThat(CanonicalJson.write(back))
        .isEqualTo(CanonicalJson.write(forth))
        .isEqualTo("{\"a\":1,\"b\":2,\"\ud83d\ude00\":3,\"\ufb33\":4}");
  }

  @Test
  void whatHasNoExactNumberIsRefused() {
    assertThatThrownBy(() -> CanonicalJson.write(List.of(0.5))).hasMessageContaining("Double");
    assertThatThrownBy(() -> CanonicalJson.write(List.of(1L << 53))).hasMessageContaining("2^53");
    assertThatThrownBy(() -> CanonicalJson.write("\ud83d!")).hasMessageContaining("surrogate");
    Map<String, Object> absent = new HashMap<>();
    absent.put("stop", null);
    assertThatThrownBy(() -> CanonicalJson.write(absent)).hasMessageContaining("left out");
  }

  @Test
  void textThatIsNoCanonicalTreeIsRefused() {
    for (String json : List.of("", "{", "[1.5]", "[null]", "{\"a\":1,\"a\":2}", "[] []", "[1e3]")) {
      assertThatThrownBy(() -> CanonicalJson.parse(json))
          .as(json)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aHashIsTheOneEveryToolComputes() {
    assertThat(Sha256.of("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private static Object value(RandomGenerator random, int depth) {
    return switch (random.nextInt(depth == 0 ? 3 : 5)) {
      case 0 -> text(random);
      case 1 -> random.nextBoolean();
      case 2 -> random.nextLong(-(1L << 53) + 1, 1L << 53);
      case 3 -> object(random, depth - 1);
      default -> list(random, depth - 1);
    };
  }

  private static Map<String, Object> object(RandomGenerator random, int depth) {
    Map<String, Object> map = new HashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      map.put(text(random), value(random, depth));
    }
    return map;
  }

  private static List<Object> list(RandomGenerator random, int depth) {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      list.add(value(random, depth));
    }
    return list;
  }

  private static String text(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
      text.append(letter).append(letter == '\ud83d' ? "\ude00" : "");
    }
    return text.toString();
  }
}
