package milodex.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import milodex.cli.Environment.Stream;
import milodex.terminal.Block;
import milodex.terminal.Progress;
import milodex.terminal.Screen;

/// Where a command speaks: answers on standard output, everything else on standard error.
final class Console {

  private final Environment environment;
  private final GlobalOptions options;

  Console(Environment environment, GlobalOptions options) {
    this.environment = environment;
    this.options = options;
  }

  /// Prints the answer of a command, whole or not at all.
  void answer(String command, Reply reply) {
    print(environment.out(), Stream.OUT, command, reply);
  }

  /// Prints why there is no answer; programs find it where they look for answers.
  void fail(String command, Failure failure) {
    if (options.json) {
      answer(command, failure.reply());
    } else {
      print(environment.err(), Stream.ERR, command, failure.reply());
    }
  }

  /// Tells the operator something on the way.
  void note(String text) {
    if (!options.quiet) {
      Block.paragraph(text).lines(screen(Stream.ERR)).forEach(environment.err()::println);
      environment.err().flush();
    }
  }

  /// Tells it only if the operator asked for more.
  void detail(String text) {
    if (options.verbose) {
      note(text);
    }
  }

  /// Begins a progress bar; close it before the next message.
  ///
  /// @param total how many steps make the whole, at least 1
  Progress progress(String label, long total) {
    PrintStream out =
        options.quiet
            ? new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8)
            : environment.err();
    boolean terminal = environment.terminals().contains(Stream.ERR);
    return new Progress(out, screen(Stream.ERR), terminal, environment.clock(), label, total);
  }

  /// Whether there is a person to ask.
  boolean canAsk() {
    return environment.terminals().contains(Stream.IN) && !options.json;
  }

  /// Shows what is asked about, beside the answer that follows.
  void show(Reply reply) {
    lines(reply.blocks(), screen(Stream.ERR)).forEach(environment.err()::println);
    environment.err().flush();
  }

  /// Asks before something that has consequences; only a typed `yes` or `--yes` confirms.
  ///
  /// Without a terminal to ask on, and without `--yes`, throws [Failure].
  boolean confirm(String question) {
    if (options.yes) {
      return true;
    }
    if (!canAsk()) {
      throw Failure.usage(
          "confirmation_required",
          "This needs to be confirmed.",
          "There is nobody to ask: " + question,
          "Add --yes if that is what you want.");
    }
    environment.err().print(question + " Type yes to go on: ");
    environment.err().flush();
    try {
      String typed =
          new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8))
              .readLine();
      return typed != null && typed.strip().toLowerCase(Locale.ROOT).equals("yes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What standard output can show.
  Screen screen() {
    return screen(Stream.OUT);
  }

  private Screen screen(Stream stream) {
    boolean terminal = environment.terminals().contains(stream);
    return Screen.of(environment.variables(), terminal, !options.noColor);
  }

  private void print(PrintStream out, Stream stream, String command, Reply reply) {
    List<String> lines =
        options.json
            ? List.of(JsonReply.of(command, environment.clock().instant(), reply))
            : lines(reply.blocks(), screen(stream));
    lines.forEach(out::println);
    out.flush();
  }

  private static List<String> lines(List<Block> blocks, Screen screen) {
    List<String> lines = new ArrayList<>();
    for (Block block : blocks) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(block.lines(screen));
    }
    return lines;
  }
}
