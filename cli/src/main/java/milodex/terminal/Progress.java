package milodex.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How far a long work has come: a bar on a terminal, now and then a line elsewhere.
///
/// Any thread may report; closing removes the bar.
public final class Progress implements AutoCloseable {

  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final Duration LINE = Duration.ofSeconds(10);
  private static final int BAR = 24;

  private final PrintStream out;
  private final Screen screen;
  private final boolean terminal;
  private final InstantSource clock;
  private final String label;
  private final long total;
  private final Instant began;
  private Instant shown;
  private long done;

  /// Begins at nothing done and shows nothing yet.
  ///
  /// @param terminal whether `out` is one, so that a line can be drawn again
  /// @param total how many steps make the whole, at least 1
  public Progress(
      PrintStream out,
      Screen screen,
      boolean terminal,
      InstantSource clock,
      String label,
      long total) {
    if (total < 1) {
      throw new IllegalArgumentException("total must be at least 1, not " + total);
    }
    this.out = out;
    this.screen = screen;
    this.terminal = terminal;
    this.clock = clock;
    this.label = Text.clean(label, screen);
    this.total = total;
    this.began = clock.instant();
    this.shown = began;
  }

  /// Reports further steps done.
  public synchronized void advance(long steps) {
    done = Math.min(total, done + steps);
    Instant now = clock.instant();
    if (Duration.between(shown, now).compareTo(terminal ? REDRAW : LINE) < 0) {
      return;
    }
    shown = now;
    Duration spent = Duration.between(began, now);
    if (terminal) {
      out.print("\r" + Text.cut(bar(spent), screen.width() - 1, screen) + "\u001b[K");
    } else {
      out.println(label + ": " + percent() + ", " + left(spent));
    }
    out.flush();
  }

  /// Reports that `steps` are done in all, unless more are already.
  public synchronized void reach(long steps) {
    advance(Math.max(0, steps - done));
  }

  @Override
  public synchronized void close() {
    if (terminal && shown.isAfter(began)) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  private String bar(Duration spent) {
    int full = (int) (BAR * done / total);
    String bar =
        (screen.unicode() ? "█" : "#").repeat(full)
            + (screen.unicode() ? "░" : ".").repeat(BAR - full);
    return label + "  " + bar + "  " + percent() + "  " + left(spent);
  }

  private String percent() {
    return 100 * done / total + " %";
  }

  private String left(Duration spent) {
    if (done == 0) {
      return spent.toSeconds() + " s so far";
    }
    return Math.round(spent.toMillis() * (double) (total - done) / done / 1000) + " s left";
  }
}
