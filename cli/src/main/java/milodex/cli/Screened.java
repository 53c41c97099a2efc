package milodex.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.backtest.RunResult;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.config.ConfigException;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;
import milodex.ledger.RunId;
import milodex.promotion.Demands;
import milodex.research.Screen;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// What became of each strategy of a screen.
final class Screened {

  private final Map<RunId, String> runs = new LinkedHashMap<>();
  private final List<Screen.Candidate> ran = new ArrayList<>();
  private final List<Left> left = new ArrayList<>();

  /// A strategy that has no row, and why.
  ///
  /// @param code the machine's name of the reason
  record Left(String id, String code, String why) {

    static Table table(List<Left> all) {
      Table table = Table.of(Column.text("Strategy"), Column.wrapping("Why it is not ranked"));
      all.forEach(one -> table.row(one.id, one.why));
      return table;
    }

    Data data() {
      return Data.of().text("strategy", id).text("code", code).text("why", why);
    }
  }

  /// Does `work` for a strategy; what breaks there is kept as its reason and stops no other.
  ///
  /// A ledger that cannot be trusted or used ends everything.
  void attempt(String id, Runnable work) {
    try {
      work.run();
    } catch (LedgerCorruptException | LedgerUnavailableException e) {
      throw e;
    } catch (Failure failure) {
      left.add(new Left(id, failure.code(), "" + failure.getMessage()));
    } catch (ConfigException e) {
      left.add(new Left(id, "invalid_configuration", "" + e.getMessage()));
    } catch (RuntimeException e) {
      left.add(new Left(id, "run_failed", "The run broke: " + e));
    }
  }

  /// Whether another strategy of the screen is this very run; then it is left out, and says so.
  boolean isRun(String id, RunId run) {
    Optional<String> first = Optional.ofNullable(runs.putIfAbsent(run, id));
    first.ifPresent(
        same -> left.add(new Left(id, "same_run", "It is the same run as " + same + ".")));
    return first.isPresent();
  }

  /// Keeps what a run came to.
  void ran(Runs.Run run, RunResult result, Demands demands) {
    String id = run.strategy().toString();
    if (!result.proofs().hold()) {
      left.add(
          new Left(id, "proof_failed", "INVALID: a proof of run " + run.id().brief() + " failed."));
      return;
    }
    result
        .trackRecord()
        .ifPresentOrElse(
            record -> ran.add(new Screen.Candidate(run, RunSummary.of(result), record, demands)),
            () -> left.add(new Left(id, "no_windows", "Its file asks for no windows.")));
  }

  List<Screen.Candidate> ran() {
    return ran;
  }

  List<Left> left() {
    return left;
  }
}
