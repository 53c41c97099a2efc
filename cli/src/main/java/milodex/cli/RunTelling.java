package milodex.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import milodex.execution.Difference;
import milodex.ledger.Ledger;
import milodex.market.NewYork;
import milodex.terminal.Progress;
import milodex.trading.Moment;
import milodex.trading.Pace;
import milodex.trading.RunListener;

/// Tells on the way how far a rehearsal has come: a line for each moment that was waited for, a bar
/// where nothing is.
final class RunTelling implements RunListener, AutoCloseable {

  private final Console console;
  private final Ledger ledger;
  private final List<Path> expected;
  private final boolean lines;
  private final boolean keeps;
  private final Progress progress;
  private final List<MomentReport> moments = new ArrayList<>();
  private List<String> differences = List.of();
  private long seq;

  /// @param expected where it leaves what is waited for
  /// @param sessions how many the whole rehearsal has
  /// @param keeps whether what was done at each moment is to be kept
  RunTelling(
      Console console, Ledger ledger, Path expected, Pace pace, int sessions, boolean keeps) {
    this.expected = List.of(expected);
    this.console = console;
    this.ledger = ledger;
    this.lines = pace instanceof Pace.Timed;
    this.keeps = keeps;
    this.progress = console.progress("Rehearsal", sessions);
    this.seq = ledger.head().seq();
  }

  /// That of a paper account: a line for each moment, and all of them kept.
  ///
  /// @param expected where it leaves what is waited for
  RunTelling(Console console, Ledger ledger, List<Path> expected) {
    this.expected = List.copyOf(expected);
    this.console = console;
    this.ledger = ledger;
    this.lines = true;
    this.keeps = true;
    this.progress = console.progress("Paper", 1);
    this.seq = ledger.head().seq();
  }

  @Override
  public void compared(List<Difference> found) {
    differences = found.stream().map(Difference::says).toList();
  }

  @Override
  public void over(Moment moment, boolean worked, Instant now) {
    if (worked && (lines || keeps)) {
      MomentReport report = MomentReport.of(moment, now, differences, ledger, seq);
      seq = ledger.head().seq();
      if (lines) {
        console.note(report.line());
      }
      if (keeps) {
        moments.add(report);
      }
    }
    if (!lines && moment instanceof Moment.SessionCloses) {
      progress.advance(1);
    }
  }

  @Override
  public void waits(Moment next, Instant due) {
    Expectation awaited = new Expectation(next.name(), next.at(), due);
    expected.forEach(awaited::write);
  }

  @Override
  public void jumped(String says, Instant now) {
    console.note(
        "%s New York: CLOCK JUMPED, %s; books and broker are compared again."
            .formatted(NewYork.minute(now), says));
  }

  /// What was done at each moment, as far as it was to be kept.
  List<MomentReport> moments() {
    return moments;
  }

  @Override
  public void close() {
    progress.close();
    expected.forEach(Expectation::clear);
  }
}
