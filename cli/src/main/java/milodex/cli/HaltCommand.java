package milodex.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The short form of `trade kill-switch trip`.
@Command(
    name = "halt",
    description = {
      "Stop all automated orders now. The same as `trade kill-switch trip`.",
      "It is latched before the broker is asked, and stays until it is reset by name."
    })
final class HaltCommand implements Action {

  @Mixin private final Tripping tripping = new Tripping();

  @Override
  public Reply run(Invocation invocation) throws IOException {
    return tripping.run(invocation);
  }
}
