package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import milodex.execution.Alert;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

/// An operator acknowledges what went wrong while a runner finds more.
class AckReportTest {

  private static final StrategyId ONE = StrategyId.parse("null.daily.script.one.v1");

  @Test
  void whatIsOpenUnderANewNumberWasNotAcknowledged() {
    AckReport report =
        new AckReport(
            List.of(alert(7, "data_quality"), alert(8, "exit_missed")),
            List.of(alert(9, "data_quality"), alert(4, "moment_missed")));

    assertThat(report.ended()).extracting(Alert::id).containsExactly(8L);
    assertThat(report.again()).extracting(Alert::id).containsExactly(9L);
    assertThat(report.says())
        .isEqualTo(
            "Acknowledged: 8 exit_missed, "
                + ONE
                + ". The next session that opens does not wait for it. Found again meanwhile, and"
                + " not acknowledged: 9 data_quality: it failed. Look at it, then acknowledge it by"
                + " that number. Still open: 4 moment_missed: it failed.");
  }

  @Test
  void whatEndedIsNotWaitedFor() {
    assertThat(new AckReport(List.of(alert(7, "data_quality")), List.of()).says())
        .isEqualTo(
            "Acknowledged: 7 data_quality, "
                + ONE
                + ". The next session that opens does not wait for it. No alert is open.");
    assertThat(new AckReport(List.of(), List.of(alert(7, "data_quality"))).says())
        .isEqualTo(
            "Nothing is left to acknowledge. Nothing was written. Still open: 7 data_quality: it"
                + " failed.");
  }

  private static Alert alert(long id, String what) {
    return new Alert(id, Instant.EPOCH, 1, what, List.of(ONE), "it failed");
  }
}
