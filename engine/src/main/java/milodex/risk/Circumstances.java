package milodex.risk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import milodex.ledger.ClientOrderId;
import milodex.ledger.ManifestHash;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;

/// Every fact the gate judges one proposal upon, gathered at one instant.
///
/// What could not be learned is empty, and the check that needs it says so.
///
/// @param session the exchange session `now` lies in; empty when the exchange is closed
/// @param brokerSaysOpen the broker's own clock; empty where it has none of its own
/// @param reconciledOn the session in which nothing was found different between books and broker
///     that concerns the whole account
/// @param working orders of the whole account that are not final, UNKNOWN ones included
/// @param recent orders of the account sent within the duplicate window, and every order of the
///     proposal's own intent, final or not
/// @param ordersInLastMinute orders of the account sent in the last 60 seconds
/// @param entriesToday entries of the account sent in this session
public record Circumstances(
    Instant now,
    Optional<Session> session,
    Optional<Boolean> brokerSaysOpen,
    Halts halts,
    Venue venue,
    Optional<LocalDate> reconciledOn,
    Standing standing,
    Account account,
    Strategy strategy,
    Instrument instrument,
    List<SentOrder> working,
    List<SentOrder> recent,
    int ordersInLastMinute,
    int entriesToday) {

  public Circumstances {
    working = List.copyOf(working);
    recent = List.copyOf(recent);
  }

  /// What is tripped or paused.
  ///
  /// @param account why the account is halted for all automated orders; empty: it is not
  /// @param strategy why the strategy is halted for all automated orders
  /// @param reduceOnly why only exits may go on
  /// @param paused why the operator paused the strategy's entries
  public record Halts(
      Optional<String> account,
      Optional<String> strategy,
      Optional<String> reduceOnly,
      Optional<String> paused) {

    public static final Halts NONE =
        new Halts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Where the order would go.
  ///
  /// @param kind what kind of account answers there
  /// @param expectedAccount the account the operator's books belong to
  /// @param reportedAccount the account the broker says it is
  public record Venue(Kind kind, String expectedAccount, String reportedAccount) {

    /// Kinds of account that may answer; an order goes to the first two only.
    public enum Kind {
      SIMULATED,
      PAPER,
      /// Real money, or not known.
      OTHER
    }
  }

  /// What governance says of the strategy.
  ///
  /// @param stage the stage it acts in: of the promotion log (`backtest`, `paper`, `micro_live`,
  ///     `live`, `disabled`); in a backtest always `backtest`
  /// @param frozen the manifest frozen for it; empty if none is
  /// @param running the manifest of what runs; empty for a draft
  /// @param active disable conditions found active, in plain words
  public record Standing(
      String stage,
      Optional<ManifestHash> frozen,
      Optional<ManifestHash> running,
      List<String> active) {
    public Standing {
      active = List.copyOf(active);
    }
  }

  /// The account at this instant, marked at observable prices.
  ///
  /// @param previousEquity equity at the previous session's close, flows adjusted; empty on the
  ///     first session
  /// @param peakEquity highest closing equity so far
  /// @param buyingPower cash less what working and UNKNOWN purchases will need
  /// @param exposure value of positions, working and UNKNOWN purchases by symbol
  /// @param heldSymbols symbols with an open position or a working purchase
  public record Account(
      Money equity,
      Optional<Money> previousEquity,
      Money peakEquity,
      Money buyingPower,
      SortedMap<Symbol, Money> exposure,
      SortedSet<Symbol> heldSymbols) {}

  /// The strategy's own book at this instant.
  ///
  /// @param equity allocated cash, its own results, and its open lots at the mark
  /// @param previousEquity the same at the previous session's close; empty on the first session
  /// @param cash its own cash, less what its working and UNKNOWN purchases will need
  /// @param exposure value of its positions, working and UNKNOWN purchases by symbol
  public record Strategy(
      StrategyId id,
      StrategyLimits limits,
      Money equity,
      Optional<Money> previousEquity,
      Money cash,
      SortedMap<Symbol, Money> exposure) {}

  /// What is known of the proposal's symbol.
  ///
  /// @param tradable empty if it can be traded, otherwise why not
  /// @param forbiddenKind empty, or the kind of instrument that is never traded
  /// @param sector its sector; empty for broad funds and where unknown
  /// @param broadFund whether it is a fund without a sector
  /// @param sectorExposure value the account holds in that sector, this symbol included
  /// @param price the price observable now, in raw dollars; empty if there is none yet
  /// @param secondPrice another source's price at the same instant
  /// @param decisionPrice the close the decision saw, in the shares of now
  /// @param lastClosedBar session of its newest closed bar
  /// @param expectedBar session of the newest bar that should be there
  /// @param barAge how long ago that bar closed, for a rule that decides within the session; empty
  ///     for one that decides on closes of sessions
  /// @param meanVolume mean volume of the 20 sessions that end with the decision, in shares
  /// @param correlations correlation of daily returns with each held symbol; one left out is
  ///     unknown, and judged as if it were the same bet
  /// @param quarantined in what books and broker differ in this symbol; empty: in nothing
  public record Instrument(
      Symbol symbol,
      Optional<String> tradable,
      Optional<String> forbiddenKind,
      Optional<String> sector,
      boolean broadFund,
      Money sectorExposure,
      Optional<Price> price,
      Optional<Price> secondPrice,
      Price decisionPrice,
      Optional<LocalDate> lastClosedBar,
      LocalDate expectedBar,
      Optional<Duration> barAge,
      OptionalDouble meanVolume,
      SortedMap<Symbol, Double> correlations,
      Optional<String> quarantined) {}

  /// An order of the account, as the ledger knows it.
  ///
  /// @param filled cumulative shares filled so far
  public record SentOrder(
      ClientOrderId id,
      String intent,
      StrategyId strategy,
      Symbol symbol,
      Side side,
      Quantity quantity,
      Quantity filled,
      OrderStatus status,
      Instant sentAt) {

    /// Shares that may still be filled.
    public Quantity remaining() {
      return status.isFinal() ? Quantity.ZERO : quantity.minus(filled.min(quantity));
    }
  }
}
