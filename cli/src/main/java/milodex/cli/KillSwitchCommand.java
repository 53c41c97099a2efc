package milodex.cli;

import java.util.List;

/// Stops orders until a person lets them go on.
final class KillSwitchCommand implements Parent {

  @Override
  public String name() {
    return "kill-switch";
  }

  @Override
  public Usage usage() {
    return Usage.of("Stop orders until a person resets it by name and with a reason.");
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new KillSwitchStatusCommand(), new KillSwitchTripCommand(), new KillSwitchResetCommand());
  }
}
