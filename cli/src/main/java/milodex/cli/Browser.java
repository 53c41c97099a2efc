package milodex.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Locale;

/// The operator's browser: what `BROWSER` names, or else what the desktop opens pages with.
final class Browser {

  private final String program;

  private Browser(String program) {
    this.program = program;
  }

  static Browser of(Environment environment) {
    String named = environment.variable("BROWSER");
    return new Browser(named.isEmpty() ? ofDesktop() : named);
  }

  /// Shows `file`, without waiting for it to be closed.
  ///
  /// @throws IOException if there is no such browser
  void show(Path file) throws IOException {
    Process _ =
        new ProcessBuilder(program, file.toUri().toString())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
  }

  private static String ofDesktop() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return system.contains("mac") ? "open" : system.contains("windows") ? "explorer" : "xdg-open";
  }
}
