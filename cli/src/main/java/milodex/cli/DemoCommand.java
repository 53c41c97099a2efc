package milodex.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import milodex.sample.SampleCsv;
import milodex.sample.SampleMarket;
import milodex.terminal.Block;
import milodex.terminal.Style;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/// The whole way on a market that never was: import, backtest, freeze, refuse, verify.
///
/// It runs the very commands it names, in a workspace of its own that is made anew each time.
@Command(
    name = "demo",
    description = "Run the main commands on the bundled sample market, in a workspace of its own.")
final class DemoCommand implements Action {

  private static final String MARK = ".milodex-demo";
  private static final String ROTATION = "regime.daily.sma200_rotation.sim_idx_bnd.v1";
  private static final String PULLBACK = "meanrev.daily.pullback_rsi2.sim_stocks.v1";

  @Option(names = "--seed", paramLabel = "N", description = "Which sample market; default: 1.")
  private long seed = 1;

  @Override
  public Reply run(Invocation invocation) throws Exception {
    Path root = Workspace.root(invocation.environment(), invocation.options().home);
    Path demo = new Workspace(root).demo();
    recreate(demo);
    Tour tour = new Tour(invocation, demo);
    tour.title("Sample market of seed " + seed + ": made up, no SIM- symbol exists anywhere.");
    SampleCsv.write(SampleMarket.generate(seed), demo.resolve("data/sample"));

    tour.title(tour.quietly("init", demo.toString()).summary());
    tour.step("data", "import", demo.resolve("data/sample").toString(), "--source", "sample");
    tour.step("backtest", ROTATION, "--walk-forward");
    Reply tested = tour.step("backtest", PULLBACK, "--walk-forward");
    String run = tested.refs().getOrDefault("run", "").substring(0, 12);
    tour.step("promotion", "freeze", PULLBACK);
    boolean refused = tour.quietly("analytics", "refusals", run).data().items("refusals") > 0;
    if (refused) {
      tour.step("analytics", "refusals", run, "--show", "1");
    } else {
      tour.title("The gate refused nothing in this run; here is that it can:");
      tour.step("risk", "selftest");
    }
    tour.step("ledger", "verify");
    return tour.end();
  }

  /// Empties the demo's own directory; throws [Failure] if it is somebody else's.
  private static void recreate(Path demo) throws IOException {
    if (Files.exists(demo) && !Files.exists(demo.resolve(MARK))) {
      throw Failure.usage(
          "not_a_demo",
          "The demo would replace " + demo + ".",
          "That directory was not made by a demo: it has no " + MARK + " in it.",
          "Move it away, or name another workspace with --home.");
    }
    if (Files.exists(demo)) {
      Files.walkFileTree(demo, new Deletion());
    }
    Files.createDirectories(demo);
    Files.writeString(demo.resolve(MARK), "Made by `milodex demo`, which replaces it each time.\n");
  }

  /// Deletes a tree, never following a link out of it.
  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(
        Path directory, @org.jspecify.annotations.Nullable IOException failed) throws IOException {
      if (failed != null) {
        throw failed;
      }
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }

  /// The commands run so far and what they answered.
  private static final class Tour {
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

    /// Runs a command and shows it with its answer.
    Reply step(String... words) throws Exception {
      outer.console().note("milodex " + String.join(" ", words));
      Reply answer = quietly(words);
      reply.block(Block.paragraph("$ milodex " + String.join(" ", words), Style.STRONG));
      answer.blocks().forEach(reply::block);
      steps.add(
          Data.of()
              .text("command", String.join(" ", words))
              .text("summary", answer.summary())
              .object("data", answer.data()));
      return answer;
    }

    /// Runs a command in the demo's workspace and shows nothing.
    Reply quietly(String... words) throws Exception {
      Milodex root = new Milodex();
      List<String> arguments = new ArrayList<>(List.of(words));
      arguments.addAll(List.of("--home", demo.toString(), "--quiet"));
      ParseResult parsed = Milodex.parser(root).parseArgs(arguments.toArray(String[]::new));
      CommandLine line = parsed.asCommandLineList().getLast();
      Invocation inner =
          new Invocation(
              outer.environment(),
              root.options,
              new Console(outer.environment(), root.options),
              line);
      return ((Action) line.getCommand()).run(inner);
    }

    Reply end() {
      title("What to try next, each with --home " + demo);
      reply.block(
          Block.verbatim(
              """
                milodex analytics list
                milodex data status
                milodex ledger tail
                milodex backtest %s --windows 8 --walk-forward
              Your own bars: milodex init DIR, then milodex data import PATH --home DIR"""
                  .formatted(PULLBACK)));
      reply.summary("The demo ran " + steps.size() + " commands in " + demo + ".");
      reply.data().text("workspace", demo.toString()).objects("steps", steps);
      return reply;
    }
  }
}
