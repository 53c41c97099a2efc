package milodex.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactTypeTest {

  @Test
  void everyKindOfFactHasOneTypeAndEveryTypeOneKind() {
    assertThat(Stream.of(FactType.values()).<Class<?>>map(FactType::record))
        .containsExactlyInAnyOrderElementsOf(kinds(Fact.class).toList());
  }

  private static Stream<Class<?>> kinds(Class<?> group) {
    return group.isSealed()
        ? Stream.<Class<?>>of(group.getPermittedSubclasses())
            .flatMap(FactTypeTest::kinds)
            .distinct()
        : Stream.of(group);
  }

  @ParameterizedTest
  @EnumSource
  void aTypeIsFoundByItsFactAndByItsLabel(FactType type) {
    assertThat(FactType.of(new RandomFacts(1).next(type))).isEqualTo(type);
    assertThat(FactType.labelled(type.label())).isEqualTo(type);
  }

  @Test
  void restoresHaltsOrdersFillsBooksAndTheEndsOfWishesMoveTheRiskHeadAndNothingElseDoes() {
    assertThat(FactType.values())
        .filteredOn(FactType::movesRisk)
        .extracting(FactType::label)
        .containsExactly(
            "ledger.restored",
            "halt.tripped",
            "halt.verified",
            "halt.reset",
            "strategy.paused",
            "strategy.unpaused",
            "books.opened",
            "strategy.funded",
            "intent.closed",
            "order.submitted",
            "order.reported",
            "order.resolved",
            "fill.recorded",
            "split.applied",
            "dividend.credited",
            "ticker.changed",
            "delisting.settled",
            "external.booked");
  }

  @Test
  void aTypeFromTheFutureIsRefusedByName() {
    assertThatThrownBy(() -> FactType.labelled("option.exercised"))
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("option.exercised");
  }
}
