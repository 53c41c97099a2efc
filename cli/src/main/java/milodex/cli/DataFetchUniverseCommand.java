package milodex.cli;

import java.io.IOException;

/// Fetches bars of every member of a universe from a provider.
final class DataFetchUniverseCommand implements Action {

  private String universe = "";
  private FetchOptions options = new FetchOptions();

  @Override
  public String name() {
    return "fetch-universe";
  }

  @Override
  public Usage usage() {
    return Usage.of("Fetch bars of every member of a universe, past members included.")
        .word(
            "UNIVERSE", String.class, "The universe, as in configs/universes.", it -> universe = it)
        .with(options.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    var configs = new Wiring(invocation.workspace()).configs();
    return new Fetching(invocation, options)
        .fetch(configs.universe(universe).symbols().stream().distinct().toList());
  }
}
