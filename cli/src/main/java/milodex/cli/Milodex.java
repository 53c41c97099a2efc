package milodex.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import milodex.cli.ReconcileAdoptCommand.PriceOf;
import milodex.ledger.HaltMode;
import milodex.ledger.Head;
import milodex.ledger.RunId;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.strategy.StrategyId;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.TypeConversionException;

/// The parser of the command line.
final class Milodex {

  private Milodex() {}

  /// The parser of a new root command; errors are collected, so that `--json` is known by then.
  static CommandLine parser(Root root) {
    return parser(root, _ -> true);
  }

  /// The parser of a new root command that knows no other commands than these.
  ///
  /// @param isKnown whether a command of this name is learnt
  static CommandLine parser(Root root, Predicate<String> isKnown) {
    CommandLine line = learnt(root, isKnown);
    UsageMessageSpec page = line.getCommandSpec().usageMessage();
    page.header(page.description()).description(new String[0]);
    page.synopsisSubcommandLabel("COMMAND").commandListHeading("").sortOptions(false);
    page.optionListHeading("%nOptions of every command:%n");
    return prepared(line);
  }

  private static CommandLine learnt(Command command, Predicate<String> isKnown) {
    CommandLine line = new CommandLine(Words.of(command));
    if (command instanceof Parent parent) {
      for (Command below : parent.commands()) {
        if (isKnown.test(below.name())) {
          line.addSubcommand(below.name(), learnt(below, isKnown));
        }
      }
    }
    return line;
  }

  private static CommandLine prepared(CommandLine line) {
    line.getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroup::commandList);
    line.setHelpSectionKeys(commandsFirst(line.getHelpSectionKeys()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    takes(line, Symbol.class, ticker -> Symbol.of(ticker.toUpperCase(Locale.ROOT)));
    takes(line, Timeframe.class, Timeframe::parse);
    takes(line, LocalDate.class, Milodex::date);
    takes(line, Head.class, Head::parse);
    takes(line, StrategyId.class, StrategyId::parse);
    takes(line, RunId.class, RunId::new);
    takes(line, HaltMode.class, HaltMode::parse);
    takes(line, Money.class, Money::parse);
    takes(line, Price.class, Price::parse);
    takes(line, Fraction.class, Fraction::parse);
    takes(line, PriceOf.class, PriceOf::parse);
    collectErrors(line);
    return line;
  }

  /// The parts of a usage page with the commands ahead of the options.
  private static List<String> commandsFirst(List<String> parts) {
    List<String> commands =
        List.of(
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
    List<String> ordered = new ArrayList<>(parts);
    ordered.removeAll(commands);
    ordered.addAll(ordered.indexOf(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING), commands);
    return ordered;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is not a date YYYY-MM-DD", e);
    }
  }

  private static void collectErrors(CommandLine line) {
    line.getCommandSpec().parser().collectErrors(true);
    line.getSubcommands().values().forEach(Milodex::collectErrors);
  }

  /// Lets options have a type of ours; what its grammar refuses is a mistake of the operator.
  private static <T> void takes(CommandLine line, Class<T> type, Function<String, T> parse) {
    line.registerConverter(
        type,
        text -> {
          try {
            return parse.apply(text);
          } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
          }
        });
  }
}
