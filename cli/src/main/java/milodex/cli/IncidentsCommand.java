package milodex.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// The trips of the kill switch.
@Command(
    name = "incidents",
    description = "List every trip of the kill switch, and tell the story of one.")
final class IncidentsCommand implements Parent {

  @Override
  public List<Class<?>> commands() {
    return List.of(IncidentsListCommand.class, IncidentsShowCommand.class);
  }
}
