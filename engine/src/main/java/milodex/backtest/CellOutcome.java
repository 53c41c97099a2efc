package milodex.backtest;

/// What became of computing a cell of a sweep.
public sealed interface CellOutcome {

  /// It came to its end.
  ///
  /// @param summary canonical JSON
  /// @param streams its returns, to be kept beside it
  record Computed(String summary, StreamsText streams) implements CellOutcome {}

  /// It broke.
  record Broken(String why) implements CellOutcome {}
}
