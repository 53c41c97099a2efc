package milodex.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.TypeConversionException;

/// The list of all commands.
@Command(
    subcommands = {
      InitCommand.class,
      StatusCommand.class,
      PositionsCommand.class,
      OrdersCommand.class,
      ReconcileCommand.class,
      BacktestCommand.class,
      AnalyticsCommand.class,
      ReportCommand.class,
      DataCommand.class,
      LedgerCommand.class,
      ExplainCommand.class,
      ConfigCommand.class,
      PromotionCommand.class,
      ResearchCommand.class,
      ExperimentCommand.class,
      RunCommand.class,
      StrategyCommand.class,
      RiskCommand.class,
      TradeCommand.class,
      HaltCommand.class,
      IncidentsCommand.class,
      SimulateCommand.class,
      DemoCommand.class,
      CompletionCommand.class
    })
final class Milodex extends Root {

  /// The parser of a new root command; errors are collected, so that `--json` is known by then.
  static CommandLine parser(Root root) {
    return prepared(new CommandLine(root));
  }

  /// The parser of a new root command that knows no other commands than these.
  ///
  /// @param names what no command is called is left out
  static CommandLine parser(Root root, Set<String> names) {
    CommandLine line = new CommandLine(root);
    for (Class<?> command : Milodex.class.getAnnotation(Command.class).subcommands()) {
      String name = command.getAnnotation(Command.class).name();
      if (names.contains(name)) {
        line.addSubcommand(name, command);
      }
    }
    return prepared(line);
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
