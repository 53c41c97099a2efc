package milodex.backtest;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import milodex.data.DataGrade;
import milodex.data.Eligibility;
import milodex.data.MarketHistory;
import milodex.data.QualityFinding;
import milodex.market.Symbol;

/// What became of reading and judging the bars a plan needs.
public sealed interface Preparation {

  /// Everything is there.
  ///
  /// @param firstSession index in `history` of the first session in which a symbol was eligible
  /// @param lastSession index of the period's last session
  /// @param absent symbols wanted without any bar in the period
  /// @param intraday where bars within the session are there; empty for daily bars
  /// @param eligibility of every symbol that has bars, session by session of `history`
  /// @param excluded stretches of the period in which a symbol could not be entered, by symbol
  record Ready(
      BacktestPlan plan,
      RunInputs inputs,
      MarketHistory history,
      int firstSession,
      int lastSession,
      DataGrade grade,
      List<QualityFinding> findings,
      SortedSet<Symbol> absent,
      Optional<IntradayCoverage> intraday,
      SortedMap<Symbol, Eligibility> eligibility,
      SortedMap<Symbol, List<Eligibility.Stretch>> excluded)
      implements Preparation {}

  /// It may not run.
  ///
  /// @param code why, as a reason code
  record Refused(String code, String says, String next) implements Preparation {}
}
