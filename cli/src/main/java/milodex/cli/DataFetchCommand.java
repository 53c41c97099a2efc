package milodex.cli;

import java.io.IOException;
import java.util.List;
import milodex.market.Symbol;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Fetches bars of some symbols from a provider.
@Command(
    name = "fetch",
    description = "Fetch bars from a provider; what was asked for before is not asked for again.")
final class DataFetchCommand implements Action {

  @Parameters(arity = "1..*", paramLabel = "SYMBOL", description = "Whose bars.")
  private List<Symbol> symbols = List.of();

  @Mixin private FetchOptions options = new FetchOptions();

  @Override
  public Reply run(Invocation invocation) throws IOException {
    return new Fetching(invocation, options).fetch(symbols.stream().distinct().toList());
  }
}
