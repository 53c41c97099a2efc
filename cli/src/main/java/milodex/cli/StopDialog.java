package milodex.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import milodex.cli.Environment.Stream;
import milodex.cli.Signals.Sent;
import milodex.trading.StopRequests;

/// Turns Ctrl-C into a question, and other ends into a controlled stop.
///
/// Ctrl-C asks whether to stop, to pull the kill switch or to go on; Ctrl-C again, or a termination
/// while it asks, is the kill switch. A termination alone, or Ctrl-C where nobody can be asked, is
/// a controlled stop.
final class StopDialog implements StopRequests {

  static final String QUESTION = "[c]ontrolled stop / [k]ill switch / [n]evermind?";

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final BufferedReader in;
  private final PrintStream err;
  private final boolean askable;
  private volatile boolean asks;

  private sealed interface Heard {
    record Signal(Sent sent) implements Heard {}

    /// What was typed; empty if nothing more ever will be.
    record Line(Optional<String> text) implements Heard {}
  }

  StopDialog(Environment environment) {
    this.in = new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8));
    this.err = environment.err();
    this.askable =
        environment.terminals().contains(Stream.IN) && environment.terminals().contains(Stream.ERR);
  }

  /// Takes in a signal, from whatever thread.
  void sent(Sent signal) {
    heard.add(new Heard.Signal(signal));
  }

  @Override
  public Wanted wanted() {
    return switch (heard.poll()) {
      case Heard.Signal(Sent sent) -> sent == Sent.INTERRUPT && askable ? ask() : stop();
      case Heard.Line _ -> wanted();
      case null -> Wanted.GO_ON;
    };
  }

  /// Whether a person was asked and has not answered yet.
  boolean asks() {
    return asks;
  }

  private Wanted ask() {
    while (true) {
      say(QUESTION + " ");
      read();
      Optional<Wanted> answer = answer();
      if (answer.isPresent()) {
        return answer.get();
      }
    }
  }

  /// The answer; empty if it was none.
  private Optional<Wanted> answer() {
    try {
      return switch (answered()) {
        case Heard.Signal _ -> {
          say("\n");
          yield Optional.of(Wanted.KILL_SWITCH);
        }
        case Heard.Line(Optional<String> text) ->
            text.isEmpty() ? Optional.of(stop()) : meant(text.get());
      };
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.of(stop());
    }
  }

  private Heard answered() throws InterruptedException {
    asks = true;
    try {
      return heard.take();
    } finally {
      asks = false;
    }
  }

  private Optional<Wanted> meant(String typed) {
    return switch (typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")) {
      case "c", "controlled", "controlled stop" -> Optional.of(stop());
      case "k", "kill", "kill switch" -> Optional.of(Wanted.KILL_SWITCH);
      case "n", "nevermind", "never mind" -> Optional.of(Wanted.GO_ON);
      default -> {
        say(
            "`%s` is no answer. Type c, k or n, or the words; Ctrl-C pulls the kill switch.\n"
                .formatted(typed.strip()));
        yield Optional.empty();
      }
    };
  }

  private Wanted stop() {
    say("Stopping: the cycle is finished, orders and positions are left as they are.\n");
    return Wanted.CONTROLLED_STOP;
  }

  /// Reads a line in a thread of its own, so that a signal need not wait for it.
  private void read() {
    Thread.ofPlatform().daemon().name("stop dialog").start(this::readLine);
  }

  private void readLine() {
    Optional<String> line;
    try {
      line = Optional.ofNullable(in.readLine());
    } catch (IOException _) {
      line = Optional.empty();
    }
    heard.add(new Heard.Line(line));
  }

  private void say(String text) {
    err.print(text);
    err.flush();
  }
}
