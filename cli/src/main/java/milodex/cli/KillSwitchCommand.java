package milodex.cli;

import picocli.CommandLine.Command;

/// Stops orders until a person lets them go on.
@Command(
    name = "kill-switch",
    description = "Stop orders until a person resets it by name and with a reason.",
    subcommands = {
      KillSwitchStatusCommand.class,
      KillSwitchTripCommand.class,
      KillSwitchResetCommand.class
    })
final class KillSwitchCommand {}
