package milodex.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `milodex` itself: what every command takes, and the list of all commands.
@Command(
    name = "milodex",
    header = "A local trading system: from idea to backtest to paper, without mistaking noise.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "",
    optionListHeading = "%nOptions of every command:%n",
    sortOptions = false)
final class Root implements Parent {

  @Mixin final GlobalOptions options = new GlobalOptions();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Name the version.")
  boolean version;

  @Override
  public List<Class<?>> commands() {
    return List.of(
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
        AlertsCommand.class,
        SimulateCommand.class,
        BackupCommand.class,
        RestoreCommand.class,
        DemoCommand.class,
        CompletionCommand.class);
  }
}
