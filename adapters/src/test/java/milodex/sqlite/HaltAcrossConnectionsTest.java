package milodex.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import milodex.execution.HaltRace;
import milodex.execution.TripOutcome;
import milodex.files.FileSendLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HaltAcrossConnectionsTest {

  @TempDir private Path data = Path.of("");

  @Test
  void afterTheHaltHasReturnedNoConnectionSubmitsOrIsSubmitting()
      throws InterruptedException, ExecutionException {
    HaltRace.Result result =
        new HaltRace(
                2,
                8,
                () -> SqliteLedger.open(data.resolve("ledger.db"), Duration.ofMinutes(1)),
                () -> new FileSendLock(data.resolve("send.lock"), Duration.ofMinutes(1)))
            .run();

    assertThat(result.outcome()).isInstanceOf(TripOutcome.Verified.class);
    assertThat(result.late()).isEmpty();
    assertThat(result.working()).isEmpty();
    assertThat(result.submittedAfter()).isEmpty();
    assertThat(result.submittedBefore()).hasSizeBetween(5, 15);
  }
}
