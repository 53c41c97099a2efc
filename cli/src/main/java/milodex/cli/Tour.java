package milodex.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milodex.terminal.Block;
import milodex.terminal.Style;

/// The commands run so far and what they answered.
final class Tour {
  private final Invocation outer;
  private final Path demo;
  private final Reply reply = Reply.of().broker("SIMULATED");
  private final List<Data> steps = new ArrayList<>();

  Tour(Invocation outer, Path demo) {
    this.outer = outer;
    this.demo = demo;
  }

  void title(String text) {
    reply.block(Block.paragraph(text, Style.STRONG));
  }

  void show(Block block) {
    reply.block(block);
  }

  /// What the demo says to programs, to be filled.
  Data data() {
    return reply.data();
  }

  /// Runs a command and shows it with its answer.
  Reply step(String... words) throws Exception {
    Reply answer = shortened(words);
    answer.blocks().forEach(reply::block);
    return answer;
  }

  /// Runs a command and shows it without its answer, of which the caller shows a part.
  Reply shortened(String... words) throws Exception {
    outer.console().note("milodex " + String.join(" ", words));
    Reply answer = quietly(words);
    reply.block(Block.paragraph("$ milodex " + String.join(" ", words), Style.STRONG));
    steps.add(
        Data.of()
            .text("command", String.join(" ", words))
            .text("summary", answer.summary())
            .object("data", answer.data()));
    return answer;
  }

  /// Runs a command in the demo's workspace and shows nothing.
  Reply quietly(String... words) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--home", demo.toString(), "--quiet"));
    Parsed parsed = Parsed.of(arguments.toArray(String[]::new));
    GlobalOptions options = parsed.root().options;
    Invocation inner =
        new Invocation(
            outer.environment(), options, new Console(outer.environment(), options), parsed.line());
    return ((Action) parsed.line().getCommand()).run(inner);
  }

  /// The whole reply, with what can be done next.
  Reply end(String strategy) {
    title("What to try next, each with --home " + demo);
    reply.block(
        Block.verbatim(
            """
              milodex analytics list
              milodex data status
              milodex ledger tail
              milodex backtest %s --windows 8 --walk-forward
            Your own bars: milodex init DIR, then milodex data import PATH --home DIR"""
                .formatted(strategy)));
    reply.summary("The demo ran " + steps.size() + " commands in " + demo + ".");
    reply.data().text("workspace", demo.toString()).objects("steps", steps);
    return reply;
  }
}
