package milodex.cli;

import java.util.List;

/// Looks again at runs that are done; looking again counts nothing.
final class AnalyticsCommand implements Parent {

  @Override
  public String name() {
    return "analytics";
  }

  @Override
  public Usage usage() {
    return Usage.of("List the runs of this workspace, and look into their numbers and trades.");
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new AnalyticsListCommand(),
        new AnalyticsMetricsCommand(),
        new AnalyticsTradesCommand(),
        new AnalyticsRefusalsCommand(),
        new AnalyticsCompareCommand(),
        new AnalyticsAttributionCommand(),
        new AnalyticsExportCommand());
  }
}
