package milodex.broker;

import java.util.SortedMap;
import java.util.TreeMap;
import milodex.data.Market;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;

/// The cash and the shares that a simulated brokerage keeps for its account.
final class SimulatedHoldings {

  private final SortedMap<Symbol, Quantity> positions;
  private Money cash;

  /// @param positions shares held, symbols without shares left out
  SimulatedHoldings(Money cash, SortedMap<Symbol, Quantity> positions) {
    this.cash = cash;
    this.positions = new TreeMap<>(positions);
  }

  Money cash() {
    return cash;
  }

  /// Shares held, symbols without shares left out.
  SortedMap<Symbol, Quantity> positions() {
    return positions;
  }

  Quantity held(Symbol symbol) {
    return positions.getOrDefault(symbol, Quantity.ZERO);
  }

  /// Shares come in, and dollars go out for them; whether there are enough is for the caller to
  /// know.
  void buy(Symbol symbol, Quantity shares, Money dollars) {
    cash = cash.minus(dollars);
    hold(symbol, held(symbol).plus(shares));
  }

  /// Shares go out, and dollars come in for them.
  void sell(Symbol symbol, Quantity shares, Money dollars) {
    cash = cash.plus(dollars);
    hold(symbol, held(symbol).minus(shares));
  }

  /// Books what a company did, if shares of it are held; fractions of a share are paid out.
  ///
  /// @param market the last price of which they are paid at
  void book(CorporateAction action, Market market) {
    Quantity held = held(action.symbol());
    if (!held.isZero()) {
      book(action, held, market);
    }
  }

  private void book(CorporateAction action, Quantity held, Market market) {
    switch (action) {
      case CorporateAction.Split split -> {
        Quantity exact = held.times(split.ratio());
        Quantity whole = exact.whole();
        Price inLieu = market.lastPrice(split.symbol()).orElseThrow();
        cash = cash.plus(inLieu.times(exact.minus(whole)));
        hold(split.symbol(), whole);
      }
      case CorporateAction.Dividend dividend ->
          cash = cash.plus(new Money(dividend.cashPerShare()).times(held));
      case CorporateAction.Delisting delisting -> {
        cash = cash.plus(new Money(delisting.finalPrice()).times(held));
        hold(delisting.symbol(), Quantity.ZERO);
      }
      case CorporateAction.TickerChange change -> {
        hold(change.symbol(), Quantity.ZERO);
        hold(change.to(), held(change.to()).plus(held));
      }
      case CorporateAction.SpinOff _ -> {}
    }
  }

  private void hold(Symbol symbol, Quantity quantity) {
    if (quantity.isZero()) {
      positions.remove(symbol);
    } else {
      positions.put(symbol, quantity);
    }
  }
}
