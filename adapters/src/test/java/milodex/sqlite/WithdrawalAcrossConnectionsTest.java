package milodex.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import milodex.execution.WithdrawAnswer;
import milodex.execution.WithdrawalRace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithdrawalAcrossConnectionsTest {

  private static final int RACES = 30;

  @TempDir private Path data = Path.of("");

  @Test
  void ofOrderAndWithdrawalExactlyOneHappensOverTwoConnections()
      throws InterruptedException, ExecutionException {
    List<WithdrawAnswer> told = new ArrayList<>();
    for (int race = 0; race < RACES; race++) {
      Path ledger = data.resolve("ledger" + race + ".db");

      WithdrawalRace.Result result =
          new WithdrawalRace(8, () -> SqliteLedger.open(ledger, Duration.ofMinutes(1))).run();

      assertThat(WithdrawalRace.broken(result)).isEmpty();
      told.addAll(result.answers().values());
    }
    assertThat(told).hasAtLeastOneElementOfType(WithdrawAnswer.Withdrawn.class);
    assertThat(told).hasAtLeastOneElementOfType(WithdrawAnswer.Ordered.class);
  }
}
