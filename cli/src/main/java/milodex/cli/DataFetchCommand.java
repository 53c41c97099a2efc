package milodex.cli;

import java.io.IOException;
import java.util.List;
import milodex.market.Symbol;

/// Fetches bars of some symbols from a provider.
final class DataFetchCommand implements Action {

  private List<Symbol> symbols = List.of();
  private FetchOptions options = new FetchOptions();

  @Override
  public String name() {
    return "fetch";
  }

  @Override
  public Usage usage() {
    return Usage.of("Fetch bars from a provider; what was asked for before is not asked for again.")
        .words(1, "SYMBOL", Symbol.class, "Whose bars.", it -> symbols = it)
        .with(options.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    return new Fetching(invocation, options).fetch(symbols.stream().distinct().toList());
  }
}
