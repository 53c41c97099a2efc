package milodex.cli;

import java.util.function.Consumer;

/// The end of a process that nobody hears of: no program catches it.
final class Killed extends Error {

  private static final long serialVersionUID = 1L;

  private Killed(String step) {
    super("killed after: " + step);
  }

  /// Lets so many steps be done, and ends.
  static final class After implements Consumer<String> {

    private int left;

    After(int steps) {
      this.left = steps;
    }

    @Override
    public void accept(String step) {
      left--;
      if (left == 0) {
        throw new Killed(step);
      }
    }
  }

  /// Ends when this step is done.
  record At(String step) implements Consumer<String> {

    @Override
    public void accept(String done) {
      if (done.equals(step)) {
        throw new Killed(step);
      }
    }
  }

  /// A command in the workspace of `bench` that is to be killed.
  static Invocation invocation(Bench bench, String... arguments) {
    Environment environment =
        new Shell(bench.directory())
            .at(bench.now())
            .with("MILODEX_HOME", "workspace")
            .environment(new Shell.Ears());
    Parsed parsed = Parsed.of(arguments);
    GlobalOptions options = parsed.root().options;
    return new Invocation(environment, options, new Console(environment, options), parsed.line());
  }
}
