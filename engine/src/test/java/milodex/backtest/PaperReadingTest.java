package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import milodex.LedgerRelay;
import milodex.Script;
import milodex.TinyMarket;
import milodex.ledger.Event;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.trading.PaperLog;
import org.junit.jupiter.api.Test;

/// What a program on a paper account reads of its ledger: all of it once, for its books, and
/// otherwise the kinds of facts that it needs.
class PaperReadingTest {

  private static final List<String> DAYS =
      List.of("2024-03-06", "2024-03-07", "2024-03-08", "2024-03-11");

  /// A ledger that counts what it hands out.
  ///
  /// @param whole how often it was asked for an event as one of all
  /// @param some how often it was asked for an event as one of these kinds
  private record Counting(
      Ledger real, Map<Long, Integer> whole, Map<Set<FactType>, List<Long>> some)
      implements LedgerRelay {

    @Override
    public void replay(long after, Consumer<Event> reader) {
      real.replay(
          after,
          event -> {
            whole.merge(event.seq(), 1, Integer::sum);
            reader.accept(event);
          });
    }

    @Override
    public void replay(long after, Set<FactType> kinds, Consumer<Event> reader) {
      List<Long> read = some.computeIfAbsent(kinds, _ -> new ArrayList<>());
      real.replay(
          after,
          kinds,
          event -> {
            read.add(event.seq());
            reader.accept(event);
          });
    }
  }

  @Test
  void aProgramReadsAllOfItOnceAndOtherwiseOnlyTheKindsItNeeds() {
    TinyPaper paper = paper();
    for (String day : DAYS.subList(0, 2)) {
      paper.imports(day).at(day + "T17:00");
    }
    long before = paper.ledger().head().seq();
    Counting read = new Counting(paper.ledger(), new HashMap<>(), new HashMap<>());

    paper.ledger(_ -> read).imports("2024-03-08").at("2024-03-08T17:30");

    assertThat(paper.ledger().head().seq()).isGreaterThan(before);
    assertThat(read.whole).containsKeys(1L, before);
    assertThat(read.whole.values()).allMatch(times -> times == 1);
    assertThat(read.some.keySet())
        .contains(PaperLog.KINDS)
        .allSatisfy(
            kinds ->
                assertThat(kinds)
                    .doesNotContain(FactType.STRATEGY_EVALUATED, FactType.PROPOSAL_JUDGED));
    assertThat(read.some.get(PaperLog.KINDS)).doesNotHaveDuplicates().isNotEmpty();
  }

  @Test
  void howFarItHasComeIsReadOnFromWhereItWas() {
    TinyPaper paper = paper();
    Counting read = new Counting(paper.ledger(), new HashMap<>(), new HashMap<>());
    PaperLog log = new PaperLog(read);
    for (String day : DAYS) {
      paper.imports(day).at(day + "T17:00");
      log.catchUp();

      PaperLog anew = new PaperLog(paper.ledger());
      assertThat(log.due()).isEqualTo(anew.due());
      assertThat(log.begun()).isEqualTo(anew.begun());
      assertThat(log.cash()).isEqualTo(anew.cash());
    }

    assertThat(log.begun()).isEqualTo("2024-03-11");
    assertThat(read.whole).isEmpty();
    assertThat(read.some.get(PaperLog.KINDS)).doesNotHaveDuplicates();
  }

  private static TinyPaper paper() {
    TinyMarket market = TinyMarket.of("2024-03-07", "2024-03-11").bars("ACME", "50/50 50/50 52/54");
    return new TinyPaper(market, new Script().buy("2024-03-07", "ACME", 0.4));
  }
}
