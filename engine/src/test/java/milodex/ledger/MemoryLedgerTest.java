package milodex.ledger;

import static milodex.ledger.LedgerContract.draft;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryLedgerTest implements LedgerContract {

  @Override
  public Ledger fresh() {
    return new MemoryLedger();
  }

  @Test
  void theHeadIsTheSameHoweverOftenItWasAskedFor() {
    try (Ledger asked = fresh();
        Ledger silent = fresh()) {
      for (FactType type : FactType.values()) {
        asked.append(OPEN, draft(type.label(), type));
        silent.append(OPEN, draft(type.label(), type));
        assertThat(asked.head().seq())
            .isEqualTo(asked.event(asked.head().seq()).orElseThrow().seq());
      }

      assertThat(asked.head()).isEqualTo(silent.head());
    }
  }
}
