package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import org.junit.jupiter.api.Test;

class WithdrawalRaceTest {

  private static final int RACES = 400;

  @Test
  void ofOrderAndWithdrawalExactlyOneHappensAndTheOperatorIsToldWhich() throws Exception {
    List<WithdrawAnswer> told = new ArrayList<>();
    for (int race = 0; race < RACES; race++) {
      Ledger ledger = new MemoryLedger();

      WithdrawalRace.Result result = new WithdrawalRace(8, () -> ledger).run();

      assertThat(WithdrawalRace.broken(result)).isEmpty();
      told.addAll(result.answers().values());
    }
    assertThat(told).hasAtLeastOneElementOfType(WithdrawAnswer.Withdrawn.class);
    assertThat(told).hasAtLeastOneElementOfType(WithdrawAnswer.Ordered.class);
  }
}
