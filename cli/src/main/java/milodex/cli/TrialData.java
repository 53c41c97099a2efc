package milodex.cli;

import milodex.backtest.Runs;

/// A trial as data; every list of runs shares it.
final class TrialData {

  private TrialData() {}

  /// @param kind which kind of result it is, as [RunNumbers#kind] says
  static Data of(Runs.Run run, String kind) {
    return Data.of()
        .count("trial", run.trial())
        .text("run", run.id().hash())
        .text("strategy", run.strategy().toString())
        .text("from", run.registration().from().toString())
        .text("to", run.registration().to().toString())
        .text("kind", kind)
        .count("looks", run.looks())
        .text("note", run.registration().note());
  }
}
