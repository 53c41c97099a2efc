package milodex.cli;

import java.util.List;

/// `milodex` itself: what every command takes, and the list of all commands.
final class Root implements Parent {

  final GlobalOptions options = new GlobalOptions();
  boolean version;

  @Override
  public String name() {
    return "milodex";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "A local trading system: from idea to backtest to paper, without mistaking noise.")
        .with(options.usage())
        .flag("-V, --version", "Name the version.", () -> version = true);
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new InitCommand(),
        new StatusCommand(),
        new PositionsCommand(),
        new OrdersCommand(),
        new ReconcileCommand(),
        new BacktestCommand(),
        new AnalyticsCommand(),
        new ReportCommand(),
        new DataCommand(),
        new LedgerCommand(),
        new ExplainCommand(),
        new ConfigCommand(),
        new PromotionCommand(),
        new ResearchCommand(),
        new ExperimentCommand(),
        new RunCommand(),
        new StrategyCommand(),
        new RiskCommand(),
        new TradeCommand(),
        new HaltCommand(),
        new IncidentsCommand(),
        new AlertsCommand(),
        new SimulateCommand(),
        new BackupCommand(),
        new RestoreCommand(),
        new DemoCommand(),
        new CompletionCommand());
  }
}
