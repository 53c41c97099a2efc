package milodex.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import milodex.ledger.ManifestHash;
import milodex.ledger.MemoryLedger;
import milodex.market.ExchangeCalendar;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class HoldoutTest {

  private static final Instant NOW = Instant.parse("2024-03-01T21:05:00Z");
  private static final LocalDate NEWEST = LocalDate.of(2024, 3, 1);
  private static final StrategyId ID = StrategyId.parse("momentum.daily.tsmom.play.v1");
  private static final StrategyId OTHER = StrategyId.parse("momentum.daily.tsmom.other.v1");
  private static final ManifestHash MANIFEST = new ManifestHash("ab".repeat(32));

  private final MemoryLedger ledger = new MemoryLedger();
  private final Holdout holdout = new Holdout(ledger);

  @Test
  void withoutASealResearchMayReadAll() {
    assertThat(holdout.seal()).isEmpty();
    assertThat(holdout.researchEnds()).isEmpty();
  }

  @Test
  void theNewestYearOfSessionsIsPutAway() {
    holdout.seal(NEWEST, "the first hypothesis", NOW);

    Holdout reopened = new Holdout(ledger);
    Holdout.Seal seal = reopened.seal().orElseThrow();
    assertThat(seal.to()).isEqualTo(NEWEST);
    assertThat(ExchangeCalendar.nyse().sessions(seal.from(), seal.to())).hasSize(252);
    assertThat(reopened.researchEnds())
        .contains(ExchangeCalendar.nyse().previous(seal.from()).date());
  }

  @Test
  void theSealDoesNotMove() {
    holdout.seal(NEWEST, "the first hypothesis", NOW);

    assertThat(holdout.seal(NEWEST.plusYears(1), "newer bars", NOW).to()).isEqualTo(NEWEST);
    assertThat(holdout.seal().orElseThrow().to()).isEqualTo(NEWEST);
    assertThat(ledger.head().seq()).isEqualTo(1);
  }

  @Test
  void ofTwoThatSealAtOnceTheFirstSealStandsForBoth() {
    Holdout late =
        new Holdout(new Overtaken(ledger, () -> holdout.seal(NEWEST, "the first one", NOW)));

    assertThat(late.seal(NEWEST.plusYears(1), "the other one", NOW))
        .isEqualTo(holdout.seal().orElseThrow());
    assertThat(ledger.head().seq()).isEqualTo(1);
  }

  @Test
  void ofTwoThatOpenAtOnceTheFirstOneSpendsIt() {
    holdout.seal(NEWEST, "the first hypothesis", NOW);
    Holdout late =
        new Holdout(new Overtaken(ledger, () -> holdout.open(ID, MANIFEST, "first", NOW)));

    assertThat(late.open(OTHER, MANIFEST, "second", NOW))
        .isEqualTo(holdout.opening().orElseThrow())
        .returns(ID, Holdout.Opening::strategy);
    assertThat(ledger.head().seq()).isEqualTo(2);
  }

  @Test
  void openingItSpendsItForEverybody() {
    holdout.seal(NEWEST, "the first hypothesis", NOW);
    Holdout other = new Holdout(ledger);

    holdout.open(ID, MANIFEST, "the last step", NOW);

    assertThat(holdout.researchEnds()).isEmpty();
    assertThat(holdout.opening().orElseThrow().strategy()).isEqualTo(ID);
    assertThat(other.open(OTHER, MANIFEST, "me too", NOW).strategy()).isEqualTo(ID);
    assertThat(ledger.head().seq()).isEqualTo(2);
  }

  @Test
  void whatIsNotSealedCannotBeOpened() {
    assertThatThrownBy(() -> holdout.open(ID, MANIFEST, "to see", NOW))
        .isInstanceOf(IllegalStateException.class);
  }
}
