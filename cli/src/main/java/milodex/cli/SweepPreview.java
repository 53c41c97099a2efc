package milodex.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import milodex.backtest.Runs;
import milodex.ledger.RunId;
import milodex.research.SweepCell;
import milodex.research.Trials;
import milodex.sqlite.SqliteLedger;
import milodex.statistics.ExpectedMaximum;
import milodex.statistics.Figure;
import milodex.strategy.GridFile;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;

/// What a sweep would cost, before anything of it is registered.
///
/// @param cells of the grid
/// @param trials of them that can be run
/// @param added trials that are not in the ledger yet
/// @param computed cells whose result is there already
/// @param before trials that looked at these sessions up to now
/// @param sessions of the period
record SweepPreview(
    List<SweepCell> cells, int trials, int added, int computed, int before, int sessions) {

  private static final double SESSIONS_A_YEAR = 252;

  static Reply of(
      Wiring wiring, GridFile grid, List<SweepCell> cells, List<SweepCell.Trial> trials) {
    List<Runs.Run> all = known(wiring);
    Set<RunId> ids =
        trials.stream().map(trial -> trial.ready().inputs().id()).collect(Collectors.toSet());
    List<Runs.Run> again = all.stream().filter(run -> ids.contains(run.id())).toList();
    var ready = trials.getFirst().ready();
    SweepPreview preview =
        new SweepPreview(
            cells,
            trials.size(),
            trials.size() - again.size(),
            (int) again.stream().filter(Runs.Run::isDone).count(),
            within(all, ready.inputs().from(), ready.inputs().to()),
            ready.lastSession() - ready.firstSession() + 1);
    return preview.reply(grid);
  }

  /// Every trial up to now; none if there is no ledger yet.
  static List<Runs.Run> known(Wiring wiring) {
    Optional<SqliteLedger> ledger = wiring.ledgerIfAny();
    return ledger
        .map(
            open -> {
              try (open) {
                return new Runs(open, wiring.artifacts()).all();
              }
            })
        .orElse(List.of());
  }

  private static int within(List<Runs.Run> all, LocalDate from, LocalDate to) {
    return Trials.of(all).within(from, to).size();
  }

  private Reply reply(GridFile grid) {
    Reply reply = Reply.of();
    reply
        .data()
        .flag("preview", true)
        .text("strategy", grid.strategy().id().toString())
        .count("cells", cells.size())
        .count("trials", trials)
        .count("trials_added", added)
        .count("computed_before", computed)
        .count("not_strategies", SweepReport.count(cells, SweepCell.NotAStrategy.class))
        .count("without_bars", SweepReport.count(cells, SweepCell.WithoutBars.class))
        .count("trials_before", before)
        .count("trials_after", before + added)
        .count("sessions", sessions)
        .figure("best_by_luck_before", luck(before))
        .figure("best_by_luck_after", luck(before + added));
    return reply
        .block(
            KeyValues.of()
                .with("Strategy", grid.strategy().id().toString())
                .with("Cells", "%,d, of which %,d can be run".formatted(cells.size(), trials))
                .with("Computed", "%,d of them before".formatted(computed))
                .with(
                    "Trials",
                    "%,d over these sessions now, %,d after it".formatted(before, before + added))
                .with(
                    "Best by luck",
                    "Sharpe %s now, %s after it, over %,d sessions"
                        .formatted(
                            Figures.plain(luck(before)),
                            Figures.plain(luck(before + added)),
                            sessions)))
        .say(
            "The sweep would add %s. Nothing was registered."
                .formatted(FactLine.counted(added, "trial", "trials")))
        .block(Block.paragraph("Run it without --preview to do so."));
  }

  /// The best annual Sharpe ratio of so many independent trials without skill: the expected maximum
  /// of N standard normals times the error of one ratio, the root of 252 over the sessions.
  private Figure luck(int among) {
    return among < 1
        ? Figure.undefined("there is no trial")
        : Figure.of(ExpectedMaximum.approximate(among) * Math.sqrt(SESSIONS_A_YEAR / sessions));
  }
}
