package milodex.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Fetches bars of every member of a universe from a provider.
@Command(
    name = "fetch-universe",
    description = "Fetch bars of every member of a universe, past members included.")
final class DataFetchUniverseCommand implements Action {

  @Parameters(paramLabel = "UNIVERSE", description = "The universe, as in configs/universes.")
  private String universe = "";

  @Mixin private FetchOptions options = new FetchOptions();

  @Override
  public Reply run(Invocation invocation) throws IOException {
    var configs = new Wiring(invocation.workspace()).configs();
    return new Fetching(invocation, options)
        .fetch(configs.universe(universe).symbols().stream().distinct().toList());
  }
}
