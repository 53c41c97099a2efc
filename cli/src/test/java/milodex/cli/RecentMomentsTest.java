package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import milodex.market.ExchangeCalendar;
import milodex.trading.Moment;
import org.junit.jupiter.api.Test;

/// A runner that goes on for years remembers what is new, and how much is not.
class RecentMomentsTest {

  private final RecentMoments moments = new RecentMoments();

  @Test
  void allIsToldAsLongAsItIsLittle() {
    moments.add(reports(0, 2));
    moments.add(reports(2, 3));

    assertThat(moments.newest()).isEqualTo(reports(0, 3));
    assertThat(moments.earlier()).isZero();
  }

  @Test
  void ofMoreTheNewestAreKeptAndTheOthersCounted() {
    moments.add(reports(0, 2));
    moments.add(reports(2, RecentMoments.KEPT + 1));
    moments.add(reports(RecentMoments.KEPT + 1, RecentMoments.KEPT + 3));

    assertThat(moments.newest()).isEqualTo(reports(3, RecentMoments.KEPT + 3));
    assertThat(moments.earlier()).isEqualTo(3);
  }

  @Test
  void ofOneLongCatchingUpTooTheNewestAreKept() {
    moments.add(reports(0, 2 * RecentMoments.KEPT));

    assertThat(moments.newest()).isEqualTo(reports(RecentMoments.KEPT, 2 * RecentMoments.KEPT));
    assertThat(moments.earlier()).isEqualTo(RecentMoments.KEPT);
  }

  private static List<MomentReport> reports(int from, int to) {
    Moment opens =
        new Moment.SessionOpens(
            ExchangeCalendar.nyse().session(LocalDate.parse("2024-03-08")).orElseThrow());
    return IntStream.range(from, to)
        .mapToObj(
            refused ->
                new MomentReport(
                    opens,
                    Instant.EPOCH,
                    Map.of(),
                    refused,
                    List.of(),
                    Optional.empty(),
                    List.of()))
        .toList();
  }
}
