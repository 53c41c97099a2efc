package milodex.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// Says what is known, or writes it as pages for people.
@Command(
    name = "report",
    description = "Say what is known of a strategy, or write a run as a page to keep or send.")
final class ReportCommand implements Parent {

  @Override
  public List<Class<?>> commands() {
    return List.of(ReportStrategyCommand.class, ReportHtmlCommand.class);
  }
}
