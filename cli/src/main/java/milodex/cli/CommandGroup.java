package milodex.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;

/// How `--help` groups the commands: the daily five first.
record CommandGroup(String title, List<String> commands) {

  /// Where what a command does begins.
  private static final int INDENT = 16;

  private static final List<CommandGroup> ALL =
      List.of(
          group("Every day", "status", "report", "positions", "orders", "reconcile"),
          group("Trading", "run", "strategy", "trade", "halt", "incidents", "alerts", "explain"),
          group(
              "Research",
              "backtest",
              "analytics",
              "promotion",
              "research",
              "experiment",
              "data",
              "demo"),
          group(
              "Setting up",
              "init",
              "doctor",
              "simulate",
              "config",
              "risk",
              "broker",
              "ledger",
              "backup",
              "restore",
              "notify",
              "serve",
              "completion"));

  /// The commands that belong to no group; there must be none.
  static List<String> ungrouped(Collection<String> names) {
    return names.stream()
        .filter(name -> ALL.stream().noneMatch(group -> group.commands.contains(name)))
        .toList();
  }

  /// The section of the usage page that lists the commands there are.
  static String commandList(Help help) {
    List<String> lines = new ArrayList<>();
    for (CommandGroup group : ALL) {
      List<String> known = group.listed(help);
      if (!known.isEmpty()) {
        lines.add("");
        lines.add(group.title + ":");
        lines.addAll(known);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private List<String> listed(Help help) {
    Map<String, Help> known = help.subcommands();
    List<String> lines = new ArrayList<>();
    for (String name : commands) {
      Help command = known.get(name);
      if (command != null) {
        lines.add(line(help, name, command));
      }
    }
    return lines;
  }

  private static String line(Help root, String name, Help command) {
    String description =
        String.join(" ", command.commandSpec().usageMessage().description()).strip();
    int sentence = description.indexOf(". ");
    String said = sentence < 0 ? description : description.substring(0, sentence + 1);
    int room = root.commandSpec().usageMessage().width() - INDENT;
    return "  "
        + root.colorScheme().commandText(name)
        + " ".repeat(Math.max(1, INDENT - 2 - name.length()))
        + String.join("\n" + " ".repeat(INDENT), wrapped(said, room));
  }

  /// Lines of at most `room` characters, if no word is longer.
  private static List<String> wrapped(String text, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static CommandGroup group(String title, String... commands) {
    return new CommandGroup(title, List.of(commands));
  }
}
