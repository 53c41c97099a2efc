package milodex.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import milodex.market.BarWindow;
import milodex.market.CorporateAction;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Price;

/// A market of which one symbol shows no price on some days, not even an old one.
///
/// @param dates those days
public record BlindMarket(Market real, Symbol symbol, Set<LocalDate> dates) implements Market {

  private boolean isBlind(Symbol asked) {
    return asked.equals(symbol) && dates.contains(real.session().date());
  }

  @Override
  public Session session() {
    return real.session();
  }

  @Override
  public Optional<Price> price(Symbol asked) {
    return isBlind(asked) ? Optional.empty() : real.price(asked);
  }

  @Override
  public Optional<Price> lastPrice(Symbol asked) {
    return isBlind(asked) ? Optional.empty() : real.lastPrice(asked);
  }

  @Override
  public Optional<Instant> lastClose(Symbol asked, Timeframe size) {
    return real.lastClose(asked, size);
  }

  @Override
  public Optional<BarWindow> window(Symbol asked, Timeframe size, int length) {
    return real.window(asked, size, length);
  }

  @Override
  public Optional<String> whyBarred(Symbol asked, Timeframe size, int lookback) {
    return real.whyBarred(asked, size, lookback);
  }

  @Override
  public OptionalDouble meanVolume(Symbol asked, int sessions) {
    return real.meanVolume(asked, sessions);
  }

  @Override
  public Optional<PriceRange> range(Symbol asked, Instant from, Instant until) {
    return real.range(asked, from, until);
  }

  @Override
  public OptionalDouble correlation(Symbol one, Symbol other, int sessions) {
    return real.correlation(one, other, sessions);
  }

  @Override
  public List<CorporateAction> actions() {
    return real.actions();
  }

  @Override
  public List<CorporateAction> due() {
    return real.due();
  }
}
