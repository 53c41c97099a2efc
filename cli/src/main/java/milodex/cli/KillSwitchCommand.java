package milodex.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// Stops orders until a person lets them go on.
@Command(
    name = "kill-switch",
    description = "Stop orders until a person resets it by name and with a reason.")
final class KillSwitchCommand implements Parent {

  @Override
  public List<Class<?>> commands() {
    return List.of(
        KillSwitchStatusCommand.class, KillSwitchTripCommand.class, KillSwitchResetCommand.class);
  }
}
