package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// What the program answers before any command does its work.
class MainTest {

  @TempDir private Path directory;

  @Test
  void namesItsVersion() {
    assertThat(run("--version").out()).matches("milodex \\d+\\.\\d+\\.\\d+\\R");
  }

  @Test
  void helpListsTheCommandsInTheirGroupsAndExitsWell() {
    Said help = run("--help");
    assertThat(help.exit()).isZero();
    assertThat(help.out()).contains("Setting up:\n  init          Make a workspace");
    assertThat(help.err()).isEmpty();
    assertThat(run().out()).isEqualTo(help.out());
  }

  @Test
  void helpFitsTheTerminal() {
    Said help = new Shell(directory).with("COLUMNS", "80").run("--help");
    assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(help.out().replaceAll("\\s+", " "))
        .contains("simulate Put the trading loop through made-up markets while everything around");
  }

  @Test
  void everyCommandHasItsGroupAndItsDescription() {
    var commands = Milodex.parser(new Root()).getSubcommands();
    assertThat(CommandGroup.ungrouped(commands.keySet())).isEmpty();
    assertThat(commands.values())
        .allSatisfy(
            command ->
                assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty());
  }

  /// A per cent sign is one, though the descriptions of the library are formats.
  @Test
  void everyPageOfHelpCanBePrinted() {
    List<String> pages = pages(Milodex.parser(new Root()));
    assertThat(pages).hasSizeGreaterThan(80);
    assertThat(pages)
        .allSatisfy(page -> assertThat(page).contains("Usage: ").doesNotContain("%%", "%n"));
    assertThat(pages).anySatisfy(page -> assertThat(page).contains("%"));
  }

  /// That of a command and of all below it.
  private static List<String> pages(CommandLine line) {
    List<String> pages = new ArrayList<>(List.of(line.getUsageMessage()));
    line.getSubcommands().values().forEach(below -> pages.addAll(pages(below)));
    return pages;
  }

  @Test
  void theDailyFiveComeFirstWhateverTheOrderTheyWereAddedIn() {
    CommandLine line = new CommandLine(CommandSpec.create().name("milodex"));
    for (String name : List.of("backtest", "orders", "status", "trade")) {
      CommandSpec command = CommandSpec.create().name(name);
      command.usageMessage().description("About " + name + ". And more about it.");
      line.addSubcommand(new CommandLine(command));
    }
    assertThat(CommandGroup.commandList(line.getHelp()).replaceAll("\u001b\\[[0-9]*m", ""))
        .isEqualTo(
            """

            Every day:
              status        About status.
              orders        About orders.

            Trading:
              trade         About trade.

            Research:
              backtest      About backtest.
            """);
    assertThat(CommandGroup.ungrouped(List.of("status", "dance"))).containsExactly("dance");
  }

  @Test
  void helpOfACommandIsAskedOnEitherSideOfItsName() {
    assertThat(run("init", "--help").out()).startsWith("Usage: milodex init");
    assertThat(run("--help", "init").out()).isEqualTo(run("init", "-h").out());
  }

  @Test
  void anUnknownCommandSuggestsTheNearest() {
    Said said = run("inti");
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .isEqualTo(
            """
            Unknown command 'inti'.

              Why:   `milodex` has no command of that name.
              Done:  Nothing was done.
              Next:  Did you mean `milodex init`? `milodex --help` lists what there is.
            """);
  }

  @Test
  void aWrongValueOfAnArgumentIsNamedWhereverItStands() {
    for (Said said : List.of(run("data", "bars", "!!"), run("data", "bars", "ACME", "!!"))) {
      assertThat(said.exit()).isEqualTo(3);
      assertThat(said.err())
          .contains("cannot use one of its arguments", "Invalid value for SYMBOL: '!!' is not a");
    }
    assertThat(run("config", "validate", "x", "y").err())
        .contains("does not take the argument 'y'", "It has all the arguments it takes.");
  }

  @Test
  void anUnknownOptionSuggestsTheNearest() {
    Said said = run("init", "--hom=x");
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err()).contains("Unknown option '--hom'.", "Did you mean `--home`?");
  }

  @Test
  void aWordTooManyIsRefused() {
    Said said = run("init", "a", "b");
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err()).contains("does not take the argument 'b'");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void anOptionWithoutItsValueIsRefused() {
    Said said = run("--home");
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err()).contains("Missing required parameter for option '--home' (DIR).");
  }

  @Test
  void globalOptionsWorkOnEitherSideOfTheCommand() {
    String before = run("--json", "completion").out();
    assertThat(before).startsWith("{\"schema_version\":1,\"command\":\"completion\"");
    assertThat(run("completion", "--json").out()).isEqualTo(before);
    assertThat(run("--home", "b", "init", "--json").out()).contains("/b\"");
    assertThat(run("init", "--json", "--home", "c").out()).contains("/c\"");
  }

  @Test
  void programsFindTheFailureOnStandardOutputAndNothingElse() {
    Said said = run("inti", "--json");
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .hasLineCount(1)
        .contains("\"exit_code\":3,\"error_code\":\"unknown_command\"");
  }

  @Test
  void completionPrintsAScriptAsItIs() {
    assertThat(run("completion").out()).startsWith("#!/usr/bin/env bash\n").contains("\"init");
  }

  @Test
  void anOperatorWhoAsksForMoreHearsHowLongItTook() {
    assertThat(run("-v", "--version").err()).isEqualTo("Took 0 ms.\n");
    assertThat(run("-v", "--quiet", "--version").err()).isEmpty();
  }

  private Said run(String... arguments) {
    return new Shell(directory).run(arguments);
  }
}
