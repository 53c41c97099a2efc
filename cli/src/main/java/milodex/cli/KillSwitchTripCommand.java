package milodex.cli;

import java.io.IOException;

/// Trips the kill switch.
final class KillSwitchTripCommand implements Action {

  private final Tripping tripping = new Tripping();

  @Override
  public String name() {
    return "trip";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Stop orders, cancel what works at the broker, and verify that nothing is left.",
            "It is latched before the broker is asked, and stays until it is reset by name.")
        .with(tripping.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    return tripping.run(invocation);
  }
}
