package milodex.cli;

import java.util.List;

/// The trips of the kill switch.
final class IncidentsCommand implements Parent {

  @Override
  public String name() {
    return "incidents";
  }

  @Override
  public Usage usage() {
    return Usage.of("List every trip of the kill switch, and tell the story of one.");
  }

  @Override
  public List<Command> commands() {
    return List.of(new IncidentsListCommand(), new IncidentsShowCommand());
  }
}
