package milodex.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Trips the kill switch.
@Command(
    name = "trip",
    description = {
      "Stop orders, cancel what works at the broker, and verify that nothing is left.",
      "It is latched before the broker is asked, and stays until it is reset by name."
    })
final class KillSwitchTripCommand implements Action {

  @Mixin private final Tripping tripping = new Tripping();

  @Override
  public Reply run(Invocation invocation) throws IOException {
    return tripping.run(invocation);
  }
}
