package milodex.cli;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import milodex.config.Nearest;
import milodex.strategy.StrategyId;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What the parser objects to, as failures that name the nearest word.
final class UsageErrors {

  /// How the parser calls an argument that has no option: by its place, with its name behind it.
  private static final Pattern PLACE =
      Pattern.compile("positional parameter at index \\S+ \\(([^)]*)\\)");

  private UsageErrors() {}

  /// States the parser's objection.
  static Failure of(ParameterException e) {
    CommandLine line = e.getCommandLine();
    return switch (e) {
      case UnmatchedArgumentException unmatched ->
          unmatched(line, unmatched.getUnmatched().getFirst());
      case MissingParameterException missing ->
          Failure.usage(
              "missing_argument",
              "`" + name(line) + "` needs more to go on.",
              sentence(missing),
              help(line));
      default ->
          noStrategy(e)
              .orElseGet(
                  () ->
                      Failure.usage(
                          "invalid_argument",
                          "`" + name(line) + "` cannot use one of its arguments.",
                          sentence(e),
                          help(line)));
    };
  }

  /// What was given as the id of a strategy and is none.
  private static Optional<Failure> noStrategy(ParameterException e) {
    boolean isStrategy =
        e.getArgSpec() != null
            && List.of(e.getArgSpec().auxiliaryTypes()).contains(StrategyId.class);
    if (!isStrategy || e.getValue() == null) {
      return Optional.empty();
    }
    try {
      StrategyId _ = StrategyId.parse(e.getValue());
      return Optional.empty();
    } catch (IllegalArgumentException why) {
      return Optional.of(KnownStrategies.noId(e.getValue(), "" + why.getMessage()));
    }
  }

  /// A group of commands was named, but none of them.
  static Failure noCommand(CommandLine line) {
    return Failure.usage(
        "missing_command",
        "`" + name(line) + "` needs a command.",
        "It has " + String.join(", ", line.getSubcommands().keySet()) + ".",
        help(line));
  }

  private static Failure unmatched(CommandLine line, String word) {
    if (word.startsWith("-")) {
      String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      return unknown("unknown_option", "option", option, line, optionNames(line));
    }
    if (!line.getSubcommands().isEmpty()) {
      Set<String> commands = line.getSubcommands().keySet();
      return unknown("unknown_command", "command", word, line, commands);
    }
    return refused(line, word)
        .map(UsageErrors::of)
        .orElseGet(
            () ->
                Failure.usage(
                    "unexpected_argument",
                    "`" + name(line) + "` does not take the argument '" + word + "'.",
                    line.getCommandSpec().positionalParameters().isEmpty()
                        ? "It takes none."
                        : "It has all the arguments it takes.",
                    help(line)));
  }

  /// Why `word` cannot be one of the arguments of which a command takes any number. Behind one that
  /// can, the parser says only that it is left over; alone it says what is wrong.
  private static Optional<ParameterException> refused(CommandLine line, String word) {
    if (line.getCommandSpec().positionalParameters().stream()
        .noneMatch(one -> one.arity().isVariable())) {
      return Optional.empty();
    }
    return line.parseArgs(word).errors().stream()
        .filter(ParameterException.class::isInstance)
        .map(ParameterException.class::cast)
        .filter(e -> !(e instanceof MissingParameterException))
        .filter(e -> !(e instanceof UnmatchedArgumentException))
        .findFirst();
  }

  private static Failure unknown(
      String code, String kind, String word, CommandLine line, Collection<String> known) {
    String lead = kind.equals("command") ? name(line) + " " : "";
    return Failure.usage(
        code,
        "Unknown " + kind + " '" + word + "'.",
        "`" + name(line) + "` has no " + kind + " of that name.",
        Nearest.to(word, known)
            .map(near -> "Did you mean `" + lead + near + "`? " + help(line))
            .orElse(help(line)));
  }

  private static String sentence(ParameterException e) {
    String message = PLACE.matcher(String.valueOf(e.getMessage())).replaceAll("$1");
    return message.endsWith(".") ? message : message + ".";
  }

  private static List<String> optionNames(CommandLine line) {
    return line.getCommandSpec().options().stream()
        .flatMap(option -> List.of(option.names()).stream())
        .toList();
  }

  private static String name(CommandLine line) {
    return line.getCommandSpec().qualifiedName();
  }

  private static String help(CommandLine line) {
    return "`" + name(line) + " --help` lists what there is.";
  }
}
