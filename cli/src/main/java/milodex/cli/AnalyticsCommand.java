package milodex.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// Looks again at runs that are done; looking again counts nothing.
@Command(
    name = "analytics",
    description = "List the runs of this workspace, and look into their numbers and trades.")
final class AnalyticsCommand implements Parent {

  @Override
  public List<Class<?>> commands() {
    return List.of(
        AnalyticsListCommand.class,
        AnalyticsMetricsCommand.class,
        AnalyticsTradesCommand.class,
        AnalyticsRefusalsCommand.class,
        AnalyticsCompareCommand.class,
        AnalyticsAttributionCommand.class,
        AnalyticsExportCommand.class);
  }
}
