package milodex.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import milodex.market.Adjustment;
import milodex.money.Money;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactCodecTest {

  @ParameterizedTest
  @EnumSource
  void anyFactReadsBackAsItself(FactType type) {
    RandomFacts facts = new RandomFacts(8785);
    for (int i = 0; i < 50; i++) {
      Fact fact = facts.next(type);

      assertThat(FactCodec.read(type, type.version(), FactCodec.write(fact))).isEqualTo(fact);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsCanonical(FactType type) throws IOException {
    RandomFacts facts = new RandomFacts(8785);
    for (int i = 0; i < 50; i++) {
      String json = FactCodec.write(facts.next(type));

      assertThat(json).isEqualTo(new JsonCanonicalizer(json).getEncodedString());
    }
  }

  /// A fact written years ago still reads, and would be written the same today.
  @ParameterizedTest
  @EnumSource
  void everyTypeAndVersionHasAGoldenText(FactType type) throws IOException {
    String golden = golden(type.label() + ".v" + type.version() + ".json");

    Fact fact = FactCodec.read(type, type.version(), golden);

    assertThat(fact).isInstanceOf(type.record());
    assertThat(FactCodec.write(fact)).isEqualTo(golden);
  }

  @Test
  void aRevisionNamesItsSeriesUnlessItWasToldBeforeThatWasKept() throws IOException {
    String old = golden("bars.revised.v1.json");
    DataFact.BarsRevised read =
        (DataFact.BarsRevised) FactCodec.read(FactType.BARS_REVISED, 1, old);
    assertThat(read.adjustment()).isEmpty();

    String now = old.replace("{", "{\"adjustment\":\"raw\",");
    DataFact.BarsRevised told =
        (DataFact.BarsRevised) FactCodec.read(FactType.BARS_REVISED, 1, now);
    assertThat(told.adjustment()).contains(Adjustment.RAW);
    assertThat(FactCodec.write(told)).isEqualTo(now);
  }

  @Test
  void aFixedAmountIsWrittenBesideAWeightOfZeroAndLeftOutWhereThereIsNone() throws IOException {
    Fact.IntentRecorded weighed =
        (Fact.IntentRecorded)
            FactCodec.read(FactType.INTENT_RECORDED, 1, golden("intent.recorded.v1.json"));
    String fixed =
        FactCodec.write(weighed)
            .replace("\"intent\":{", "\"intent\":{\"amount\":\"2500.5\",")
            .replace("\"weight\":\"0.1\"", "\"weight\":\"0\"");

    Fact.IntentRecorded read =
        (Fact.IntentRecorded) FactCodec.read(FactType.INTENT_RECORDED, 1, fixed);

    assertThat(weighed.intent().amount()).isEmpty();
    assertThat(read.intent().amount()).contains(Money.parse("2500.5"));
    assertThat(FactCodec.write(read)).isEqualTo(fixed);
  }

  @Test
  void aVersionFromTheFutureIsRefusedByName() {
    assertThatThrownBy(() -> FactCodec.read(FactType.RUN_FAILED, 2, "{}"))
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("version 2 of 'run.failed'")
        .hasMessageContaining("Nothing was changed")
        .hasMessageContaining("Use the newer Milodex");
  }

  @Test
  void aTextThatIsNoFactOfItsTypeIsRefused() {
    assertThatThrownBy(() -> FactCodec.read(FactType.RUN_FAILED, 1, "{\"why\":\"no bars\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("run.failed");
    assertThatThrownBy(() -> FactCodec.read(FactType.BARS_IMPORTED, 1, "{\"symbol\":\"spy\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'spy' is not a ticker");
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = FactCodecTest.class.getResourceAsStream("golden/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8).strip();
    }
  }
}
