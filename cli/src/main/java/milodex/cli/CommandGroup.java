package milodex.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;

/// How `--help` groups the commands: the daily five first.
enum CommandGroup {
  DAILY("Every day", "status", "report", "positions", "orders", "reconcile"),
  TRADING("Trading", "run", "strategy", "trade", "halt", "incidents", "explain"),
  RESEARCH("Research", "backtest", "analytics", "promotion", "research", "experiment", "data"),
  SETUP(
      "Setting up",
      "demo",
      "init",
      "doctor",
      "config",
      "risk",
      "broker",
      "ledger",
      "backup",
      "restore",
      "notify",
      "serve",
      "completion");

  private final String title;
  private final List<String> commands;

  CommandGroup(String title, String... commands) {
    this.title = title;
    this.commands = List.of(commands);
  }

  /// The commands that belong to no group; there must be none.
  static List<String> ungrouped(Collection<String> names) {
    return names.stream()
        .filter(name -> Arrays.stream(values()).noneMatch(g -> g.commands.contains(name)))
        .toList();
  }

  /// The section of the usage page that lists the commands there are.
  static String commandList(Help help) {
    Map<String, Help> known = help.subcommands();
    List<String> lines = new ArrayList<>();
    for (CommandGroup group : values()) {
      List<String> names = group.commands.stream().filter(known::containsKey).toList();
      if (!names.isEmpty()) {
        lines.add("");
        lines.add(group.title + ":");
        names.forEach(name -> lines.add(line(help, name, known.get(name))));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(Help root, String name, Help command) {
    String description =
        String.join(" ", command.commandSpec().usageMessage().description()).strip();
    return "  "
        + root.colorScheme().commandText(name)
        + " ".repeat(Math.max(1, 14 - name.length()))
        + description;
  }
}
