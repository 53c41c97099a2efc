package milodex.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import milodex.terminal.Block;
import milodex.terminal.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The program: arguments in, one answer and one exit code out.
public final class Main {

  private Main() {}

  /// Runs the process we are and ends it with the exit code.
  ///
  /// Numbers and dates are written the same in every country; none of its ways is even looked up,
  /// which the driver of SQLite does at every start otherwise.
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    System.exit(run(Environment.ofProcess(), arguments));
  }

  /// Runs one command in the given surroundings; returns its exit code and throws nothing.
  static int run(Environment environment, String... arguments) {
    Parsed parsed = Parsed.of(arguments);
    Root root = parsed.root();
    CommandLine line = parsed.line();
    String command = commandName(parsed.result());
    Console console = new Console(environment, root.options);
    Instant began = environment.clock().instant();
    ExitCode exit;
    try {
      Reply reply =
          reply(parsed.result(), root, new Invocation(environment, root.options, console, line));
      console.answer(command, reply);
      exit = reply.exit();
    } catch (Throwable thrown) {
      Failure failure = reporter(environment, root, arguments).explain(thrown);
      console.fail(command, failure);
      exit = failure.exit();
    }
    Duration took = Duration.between(began, environment.clock().instant());
    console.detail("Took " + took.toMillis() + " ms.");
    boolean answerLost = exit == ExitCode.DONE && environment.out().checkError();
    return (answerLost ? ExitCode.UNAVAILABLE : exit).number();
  }

  private static Reply reply(ParseResult parsed, Root root, Invocation invocation)
      throws Exception {
    CommandLine line = invocation.line();
    for (CommandLine part : parsed.asCommandLineList()) {
      refuse(part.getParseResult().errors());
    }
    if (root.version) {
      return version();
    }
    if (root.options.help || line.getCommand() == root) {
      return help(invocation);
    }
    if (line.getCommand() instanceof Action action) {
      return action.run(invocation);
    }
    throw UsageErrors.noCommand(line);
  }

  private static void refuse(List<Exception> errors) throws Exception {
    if (!errors.isEmpty()) {
      throw errors.getFirst() instanceof ParameterException e
          ? UsageErrors.of(e)
          : errors.getFirst();
    }
  }

  private static Reply version() {
    String version = Version.text();
    Reply reply = Reply.of().say("milodex " + version);
    reply.data().text("version", version).text("java", Runtime.version().toString());
    return reply;
  }

  private static Reply help(Invocation invocation) {
    CommandLine line = invocation.line();
    Screen screen = invocation.console().screen();
    line.setUsageHelpWidth(screen.width());
    String usage = line.getUsageMessage(screen.colour() ? Ansi.ON : Ansi.OFF);
    Reply reply = Reply.of().block(Block.verbatim(usage)).summary("How to use it.");
    reply.data().text("usage", usage);
    return reply;
  }

  /// The words of the command as the JSON contract names it; `milodex` alone has none.
  private static String commandName(ParseResult parsed) {
    List<CommandLine> words = parsed.asCommandLineList();
    return words.size() == 1
        ? "milodex"
        : words.stream().skip(1).map(CommandLine::getCommandName).collect(Collectors.joining(" "));
  }

  /// Crash files go to the workspace, or to the temporary directory where there is none.
  private static ErrorReporter reporter(Environment environment, Root root, String... arguments) {
    Workspace workspace = new Workspace(Workspace.root(environment, root.options.home));
    Path crashes =
        Files.isDirectory(workspace.configs())
            ? workspace.crashes()
            : Path.of(System.getProperty("java.io.tmpdir"), "milodex-crash");
    return new ErrorReporter(environment, crashes, List.of(arguments));
  }
}
