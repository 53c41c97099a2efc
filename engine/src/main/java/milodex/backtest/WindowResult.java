package milodex.backtest;

import java.util.List;
import java.util.SortedMap;
import milodex.analytics.EquityCurve;
import milodex.analytics.TradeResult;
import milodex.ledger.Fact;
import milodex.money.Money;
import milodex.portfolio.Trade;

/// What one window of a run came to: a fold of its facts.
///
/// @param closed the round trips closed in it
/// @param results the same trades as numbers, for statistics
/// @param refusals how often each reason code refused a proposal
/// @param entries how many purchases the gate let pass
/// @param trims how many purchases a limit made smaller
/// @param expired wishes given up, by how they ended
/// @param missedExits exits that should have been worked within a session and were not
public record WindowResult(
    Fact.BooksOpened opened,
    EquityCurve curve,
    Parts parts,
    List<Trade> closed,
    List<TradeResult> results,
    SortedMap<String, Integer> refusals,
    int entries,
    int trims,
    SortedMap<String, Integer> expired,
    int wouldTrip,
    List<Fact.ExitMissed> missedExits) {

  public WindowResult {
    closed = List.copyOf(closed);
    results = List.copyOf(results);
    missedExits = List.copyOf(missedExits);
  }

  /// The equity of a whole run: its windows end to end, or the one window it has.
  public static EquityCurve endToEnd(List<WindowResult> windows) {
    return EquityCurve.endToEnd(windows.stream().map(WindowResult::curve).toList());
  }

  /// Where the money went, exactly: `start + realised + dividends + open − fees − exitCosts = end`.
  ///
  /// @param realised profit of shares sold or paid out, before fees and dividends
  /// @param open profit of shares still held, at the last close
  /// @param exitCosts what selling them would have cost
  public record Parts(
      Money start,
      Money realised,
      Money dividends,
      Money open,
      Money fees,
      Money exitCosts,
      Money end) {

    /// What the parts add up to; equal to `end`, or the books are wrong.
    public Money sum() {
      return start.plus(realised).plus(dividends).plus(open).minus(fees).minus(exitCosts);
    }
  }
}
