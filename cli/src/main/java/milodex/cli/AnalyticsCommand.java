package milodex.cli;

import picocli.CommandLine.Command;

/// Looks again at runs that are done; looking again counts nothing.
@Command(
    name = "analytics",
    description = "List the runs of this workspace, and look into their numbers and trades.",
    subcommands = {
      AnalyticsListCommand.class,
      AnalyticsMetricsCommand.class,
      AnalyticsTradesCommand.class,
      AnalyticsRefusalsCommand.class,
      AnalyticsCompareCommand.class,
      AnalyticsAttributionCommand.class,
      AnalyticsExportCommand.class
    })
final class AnalyticsCommand {}
