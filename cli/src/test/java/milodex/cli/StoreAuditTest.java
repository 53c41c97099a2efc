package milodex.cli;

import static milodex.cli.Bench.ACTIONS;
import static milodex.cli.Bench.DAILY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import milodex.data.BarFault;
import milodex.data.StoredSeries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import beside an audit of the store is told neither as lost nor as other bars.
class StoreAuditTest {

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aStoreWithTwoBars() {
    bench = Bench.in(directory);
    bench.importSpy();
  }

  @Test
  void seriesAndActionsImportedBetweenTheLooksAreSound() {
    StoreAudit audit = begun();

    bench.offer("daily/QQQ.csv", DAILY, "2024-01-02,10,11,9,10,100,");
    bench.offer("corporate-actions/QQQ.csv", ACTIONS, "2024-01-02,dividend,1,reported");
    assertThat(bench.run("data", "import", "market").exit()).isZero();

    StoreAudit.Found found = audit.end();
    assertThat(found.series()).isEqualTo(2);
    assertThat(found.faults()).isEmpty();
    assertThat(found.untold()).isEmpty();
  }

  @Test
  void seriesImportedAfterTheStoreWasListedAreNotLost() {
    StoreAudit audit = begun();
    List<StoredSeries> listed = new Wiring(new Workspace(bench.workspace())).bars().series();

    bench.offer("daily/QQQ.csv", DAILY, "2024-01-02,10,11,9,10,100,");
    assertThat(bench.run("data", "import", "market").exit()).isZero();

    assertThat(audit.end(listed).faults()).isEmpty();
  }

  @Test
  void barsRevisedBetweenTheLooksAreSound() {
    StoreAudit audit = begun();

    bench.offer("daily/SPY.csv", DAILY, "2024-01-02,10,11,9,10.5,100,");
    assertThat(bench.run("data", "import", "market", "--revise", "a late correction").exit())
        .isZero();

    assertThat(audit.end().faults()).isEmpty();
  }

  @Test
  void whatTheLedgerToldOfBeforeTheStoreWasListedIsMissed() throws IOException {
    StoreAudit audit = begun();

    Files.delete(bench.bars().resolve("SPY_1Day_split-adjusted.parquet"));

    assertThat(audit.end().faults())
        .singleElement()
        .extracting(BarFault::where)
        .isEqualTo("SPY 1Day split-adjusted");
  }

  private StoreAudit begun() {
    return StoreAudit.begin(new Wiring(new Workspace(bench.workspace())));
  }
}
