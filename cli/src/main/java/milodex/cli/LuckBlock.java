package milodex.cli;

import milodex.backtest.RunSummary;
import milodex.research.Deflation;
import milodex.statistics.Figure;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;

/// How much of a Sharpe ratio luck could have made.
///
/// @param evidence of the run alone
/// @param deflation over all trials of its sessions
record LuckBlock(RunSummary evidence, Deflation deflation) {

  Block block() {
    return KeyValues.of()
        .with("Sharpe, 95 %", interval(evidence))
        .with(
            "Above zero",
            said(evidence.figure("above_zero"), "%s likely, were this the only trial"))
        .with("Deflated", said(deflation.deflated().probability(), "%s likely after " + trials()))
        .with(
            "Best by luck",
            Figures.withReason(
                deflation.bestByLuck(),
                "Sharpe %s from the best of so many trials without skill"
                    .formatted(Figures.plain(deflation.bestByLuck()))))
        .with("Track record", trackRecord());
  }

  Data data() {
    return Data.of()
        .count("trials", deflation.trials())
        .count("trials_with_sharpe", deflation.known())
        .figure("deflated_sharpe", deflation.deflated().probability())
        .figure("best_by_luck", deflation.bestByLuck());
  }

  /// `0.11 to 1.19`.
  static String interval(RunSummary evidence) {
    return Figures.withReason(
        evidence.figure("low"),
        "%s to %s"
            .formatted(
                Figures.plain(evidence.figure("low")), Figures.plain(evidence.figure("high"))));
  }

  private String trials() {
    return FactLine.counted(deflation.trials(), "trial", "trials") + " over these sessions";
  }

  private String trackRecord() {
    Figure needed = evidence.figure("track_record");
    return Figures.withReason(
        needed,
        "%s sessions for 95 %% were this the only trial; there are %,d"
            .formatted(Figures.whole(needed), evidence.whole("sessions")));
  }

  private static String said(Figure share, String sentence) {
    return Figures.withReason(share, sentence.formatted(Figures.percent(share)));
  }
}
