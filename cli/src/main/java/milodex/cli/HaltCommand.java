package milodex.cli;

import java.io.IOException;

/// The short form of `trade kill-switch trip`.
final class HaltCommand implements Action {

  private final Tripping tripping = new Tripping();

  @Override
  public String name() {
    return "halt";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Stop all automated orders now. The same as `trade kill-switch trip`.",
            "It is latched before the broker is asked, and stays until it is reset by name.")
        .with(tripping.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    return tripping.run(invocation);
  }
}
