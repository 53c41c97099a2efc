package milodex.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.FactType;
import milodex.ledger.Head;
import milodex.ledger.Ledger;
import milodex.ledger.LedgerContract;
import milodex.ledger.RandomFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest implements LedgerContract {

  @TempDir private Path folder;

  @Override
  public Ledger fresh() {
    return SqliteLedger.open(folder.resolve("ledger.db"));
  }

  @Test
  void aLedgerIsTheSameAfterItWasClosedAndOpenedAgain() {
    RandomFacts facts = new RandomFacts(3);
    List<Event> before;
    Head head;
    try (Ledger ledger = fresh()) {
      for (int i = 0; i < 300; i++) {
        ledger.append(OPEN, Draft.of("fact " + i, facts.next()));
      }
      before = LedgerContract.events(ledger);
      head = ledger.head();
    }
    try (Ledger again = fresh();
        Ledger reader = SqliteLedger.openReadOnly(folder.resolve("ledger.db"))) {
      assertThat(LedgerContract.events(again)).isEqualTo(before);
      assertThat(again.head()).isEqualTo(head);
      assertThat(LedgerContract.events(reader)).isEqualTo(before);
      assertThat(reader.event(250)).contains(before.get(249));
      assertThat(reader.event(301)).isEmpty();
    }
  }

  @Test
  void theFactsOfSomeKindsAreReadAlone() {
    RandomFacts facts = new RandomFacts(5);
    Set<FactType> kinds = Set.of(FactType.FILL_RECORDED, FactType.HALT_TRIPPED);
    try (SqliteLedger ledger = SqliteLedger.open(folder.resolve("ledger.db"))) {
      for (int i = 0; i < 500; i++) {
        ledger.append(OPEN, Draft.of("fact " + i, facts.next()));
      }
      List<Event> read = new ArrayList<>();
      ledger.glance(100, kinds, read::add);

      assertThat(read)
          .isNotEmpty()
          .isEqualTo(
              LedgerContract.events(ledger).stream()
                  .filter(event -> event.seq() > 100)
                  .filter(event -> kinds.contains(FactType.of(event.fact())))
                  .toList());
    }
  }

  @Test
  void twoProcessesSeeEachOthersFacts() {
    try (Ledger runner = fresh();
        Ledger operator = fresh()) {
      runner.append(OPEN, LedgerContract.draft("books", FactType.BOOKS_OPENED));
      assertThat(operator.riskHead()).isEqualTo(1);

      operator.append(OPEN, LedgerContract.draft("fill", FactType.FILL_RECORDED));

      assertThat(runner.appendIf(1, OPEN, List.of(LedgerContract.draft("o", FactType.RUN_FAILED))))
          .isEmpty();
      assertThat(runner.head()).isEqualTo(operator.head());
      assertThat(runner.head().seq()).isEqualTo(2);
    }
  }

  @Test
  void ofTwoConnectionsThatDecidedOnTheSameFactsExactlyOneWinsEachRound()
      throws InterruptedException, ExecutionException {
    try (Ledger runner = fresh();
        Ledger operator = fresh();
        ExecutorService both = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 20; round++) {
        long seen = runner.riskHead();
        List<Callable<OptionalLong>> orders = new ArrayList<>();
        for (Ledger ledger : List.of(runner, operator)) {
          String key = "order " + orders.size() + " of " + round;
          List<Draft> order = List.of(LedgerContract.draft(key, FactType.ORDER_SUBMITTED));
          orders.add(() -> ledger.appendIf(seen, OPEN, order));
        }

        int won = 0;
        for (Future<OptionalLong> answer : both.invokeAll(orders)) {
          won += answer.get().isPresent() ? 1 : 0;
        }
        assertThat(won).isEqualTo(1);
      }
      assertThat(runner.head().seq()).isEqualTo(20);
    }
  }
}
