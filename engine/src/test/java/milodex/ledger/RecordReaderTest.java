package milodex.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import milodex.market.Symbol;
import milodex.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

  private static final String WHOLE =
      "{\"count\":3,\"day\":\"2024-03-08\",\"held\":{\"ACME\":\"1.5\"},\"open\":true,"
          + "\"seq\":9007199254740993,\"side\":\"BUY\",\"shape\":{\"round\":{\"radius\":2}},"
          + "\"words\":[\"a\",\"b\"],\"ids\":[\"x\"],\"says\":\"so\"}";

  sealed interface Shape {}

  record Round(int radius) implements Shape {}

  record Square(int side) implements Shape {}

  record All(
      int count,
      LocalDate day,
      SortedMap<Symbol, Money> held,
      boolean open,
      long seq,
      Side side,
      Shape shape,
      List<String> words,
      SortedSet<String> ids,
      Optional<String> says) {}

  record Part(long seq, Optional<String> says) {}

  record Positive(int number) {
    Positive {
      if (number <= 0) {
        throw new IllegalArgumentException("number is above zero: " + number);
      }
    }
  }

  @Test
  void everyKindOfValueIsRead() {
    assertThat(RecordReader.whole(WHOLE, All.class))
        .isEqualTo(
            new All(
                3,
                LocalDate.of(2024, 3, 8),
                new TreeMap<>(Map.of(Symbol.of("ACME"), Money.parse("1.5"))),
                true,
                9_007_199_254_740_993L,
                Side.BUY,
                new Round(2),
                List.of("a", "b"),
                new TreeSet<>(List.of("x")),
                Optional.of("so")));
  }

  @Test
  void whatIsOptionalMayBeAbsentAndNothingElse() {
    assertThat(RecordReader.whole("{\"seq\":1}", Part.class))
        .isEqualTo(new Part(1, Optional.empty()));
    assertThatThrownBy(() -> RecordReader.whole("{\"says\":\"so\"}", Part.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seq");
  }

  @Test
  void aPartLeavesOutTheOtherKeysAndAWholeRefusesThem() {
    assertThat(RecordReader.part(WHOLE, Part.class).seq()).isEqualTo(9_007_199_254_740_993L);
    assertThatThrownBy(() -> RecordReader.whole(WHOLE, Part.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("count");
  }

  @Test
  void whatTheRecordRefusesIsRefusedInItsWords() {
    assertThatThrownBy(() -> RecordReader.whole("{\"number\":0}", Positive.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("number is above zero: 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{",
        "{\"seq\":1",
        "{\"seq\":1}}",
        "{\"seq\":1} 2",
        "{\"seq\":1.5}",
        "{\"seq\":\"1\"}",
        "{\"seq\":null}",
        "{\"seq\":9223372036854775808}",
        "{\"seq\":1,\"seq\":2}",
        "{\"seq\":1,\"says\":null}",
        "{\"seq\":1,\"says\":5}",
        "{\"seq\":1,\"says\":[\"so\"]}"
      })
  void whatIsNoSuchRecordIsRefused(String json) {
    assertThatThrownBy(() -> RecordReader.whole(json, Part.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"side\":\"BUY\"->\"side\":\"buy\"",
        "\"day\":\"2024-03-08\"->\"day\":\"2024-02-30\"",
        "\"open\":true->\"open\":\"true\"",
        "\"round\":->\"oval\":",
        "\"round\":->\"Round\":",
        "{\"ACME\":\"1.5\"}->{\"ACME\":\"1.5\",\"ACME\":\"2\"}",
        "{\"radius\":2}->{\"radius\":2},\"square\":{\"side\":1}",
        "{\"round\":{\"radius\":2}}->{}",
        "\"ACME\":->\"acme\":",
        "\"1.5\"->1.5",
        "[\"a\",\"b\"]->{}",
        "[\"a\",\"b\"]->[\"a\",null]"
      })
  void oneWrongValueSpoilsTheWhole(String change) {
    String[] parts = change.split("->");
    assertThat(WHOLE).contains(parts[0]);
    assertThatThrownBy(() -> RecordReader.whole(WHOLE.replace(parts[0], parts[1]), All.class))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
