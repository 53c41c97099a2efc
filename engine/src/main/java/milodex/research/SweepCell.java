package milodex.research;

import java.util.SequencedMap;
import milodex.backtest.Preparation;

/// A cell of a grid, before anything was computed.
public sealed interface SweepCell {

  /// What it changes: canonical text by name, in the order of the axes.
  SequencedMap<String, String> values();

  /// A strategy that can be run: a trial.
  record Trial(SequencedMap<String, String> values, Preparation.Ready ready) implements SweepCell {}

  /// Values that contradict each other are no strategy, and no trial.
  record NotAStrategy(SequencedMap<String, String> values, String why) implements SweepCell {}

  /// The bars do not allow it to run, so it is no trial.
  record WithoutBars(SequencedMap<String, String> values, Preparation.Refused refused)
      implements SweepCell {}
}
