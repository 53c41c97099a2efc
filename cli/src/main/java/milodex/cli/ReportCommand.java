package milodex.cli;

import java.util.List;

/// Says what is known, or writes it as pages for people.
final class ReportCommand implements Parent {

  @Override
  public String name() {
    return "report";
  }

  @Override
  public Usage usage() {
    return Usage.of("Say what is known of a strategy, or write a run as a page to keep or send.");
  }

  @Override
  public List<Command> commands() {
    return List.of(new ReportStrategyCommand(), new ReportHtmlCommand());
  }
}
