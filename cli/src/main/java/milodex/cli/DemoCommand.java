package milodex.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import milodex.sample.SampleCsv;
import milodex.sample.SampleMarket;

/// The whole way on a market that never was: import, backtest, freeze, refuse, tell luck from
/// skill, verify.
///
/// It runs the very commands it names, in a workspace of its own that is made anew each time.
final class DemoCommand implements Action {

  private static final String MARK = ".milodex-demo";
  private static final String ROTATION = "regime.daily.sma200_rotation.sim_idx_bnd.v1";
  private static final String PULLBACK = "meanrev.daily.pullback_rsi2.sim_stocks.v1";

  private long seed = 1;

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Run the main commands on the bundled sample market, in a workspace of its own.")
        .option("--seed", "N", Long.class, "Which sample market; default: 1.", it -> seed = it);
  }

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
    new LuckAndSkill(tour, demo).show(seed);
    tour.step("ledger", "verify");
    return tour.end(PULLBACK);
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
}
