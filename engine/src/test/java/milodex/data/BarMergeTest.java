package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import milodex.market.BarSeries;
import org.junit.jupiter.api.Test;

class BarMergeTest {

  private final BarSeries stored =
      new Bars().bar("2024-01-02", 100).bar("2024-01-03", 101).bar("2024-01-05", 103).raw();

  @Test
  void theFirstBarsAreAllNew() {
    BarMerge merge = BarMerge.of(Optional.empty(), stored);
    assertThat(merge.added()).isEqualTo(3);
    assertThat(merge.objection()).isEmpty();
    assertThat(merge.replaces()).isEmpty();
    assertThat(merge.bars()).isSameAs(stored);
  }

  @Test
  void theSameBarsAgainAreNothingNew() {
    BarSeries again =
        new Bars().bar("2024-01-02", 100).bar("2024-01-03", 101).bar("2024-01-05", 103).raw();
    BarMerge merge = BarMerge.of(Optional.of(stored), again);
    assertThat(merge.isNothingNew()).isTrue();
    assertThat(merge.unchanged()).isEqualTo(3);
    assertThat(BarFingerprint.of(merge.bars())).isEqualTo(BarFingerprint.of(stored));
  }

  @Test
  void laterEarlierAndMissingSessionsAreAddedInOrder() {
    BarSeries offered =
        new Bars()
            .bar("2023-12-29", 99)
            .bar("2024-01-04", 102)
            .bar("2024-01-05", 103)
            .bar("2024-01-08", 104)
            .raw();
    BarMerge merge = BarMerge.of(Optional.of(stored), offered);
    assertThat(merge.bars().columns().close()).containsExactly(99, 100, 101, 102, 103, 104);
    assertThat(merge.added()).isEqualTo(3);
    assertThat(merge.unchanged()).isEqualTo(1);
    assertThat(merge.objection()).isEmpty();
    assertThat(merge.replaces()).contains(BarFingerprint.of(stored));
  }

  @Test
  void aStoredBarThatWouldChangeIsAnObjectionThatNamesTheSession() {
    BarSeries offered = new Bars().bar("2024-01-03", 101.25).bar("2024-01-05", 103).raw();
    BarMerge merge = BarMerge.of(Optional.of(stored), offered);
    assertThat(merge.changed()).containsExactly(LocalDate.parse("2024-01-03"));
    assertThat(merge.objection().orElseThrow())
        .contains("on 1 sessions (2024-01-03)", "open stored 101.0, offered 101.25");
    assertThat(merge.bars().columns().close()).containsExactly(100, 101.25, 103);
  }

  @Test
  void manyChangedSessionsAreCountedAndTheFirstAreNamed() {
    SessionDays sessions = Bars.weekdays("2024-01-01", 20);
    Bars offered = new Bars();
    for (int i = 0; i < 20; i++) {
      offered.bar(sessions.date(i).toString(), 55);
    }
    BarMerge merge = BarMerge.of(Optional.of(Bars.on(sessions, i -> true)), offered.raw());
    assertThat(merge.objection().orElseThrow())
        .contains("on 20 sessions (2024-01-01, 2024-01-02", "2024-01-05 and 15 more)");
  }

  @Test
  void adjustedBarsThatShareNoBarProveNoCommonBasis() {
    BarSeries adjusted = new Bars().bar("2024-01-02", 100).splitAdjusted();
    BarMerge apart =
        BarMerge.of(Optional.of(adjusted), new Bars().bar("2024-01-03", 101).splitAdjusted());
    assertThat(apart.objection().orElseThrow()).contains("share no bar");
    BarMerge overlapping =
        BarMerge.of(
            Optional.of(adjusted),
            new Bars().bar("2024-01-02", 100).bar("2024-01-03", 101).splitAdjusted());
    assertThat(overlapping.objection()).isEmpty();
  }

  @Test
  void twoVendorsShowInTheSource() {
    BarSeries vendor =
        new BarSeries(
            stored.symbol(),
            stored.timeframe(),
            stored.adjustment(),
            "alpaca",
            stored.day(),
            stored.openedAt(),
            stored.columns());
    BarMerge merge = BarMerge.of(Optional.of(vendor), new Bars().bar("2024-01-08", 104).raw());
    assertThat(merge.bars().source()).isEqualTo("alpaca+csv");
  }

  @Test
  void differentSeriesCannotBeJoined() {
    BarSeries adjusted = new Bars().bar("2024-01-02", 100).splitAdjusted();
    assertThatThrownBy(() -> BarMerge.of(Optional.of(stored), adjusted))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SPY 1Day raw cannot be joined with SPY 1Day split-adjusted");
  }
}
