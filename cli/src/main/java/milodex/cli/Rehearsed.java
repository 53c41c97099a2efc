package milodex.cli;

import java.util.List;
import java.util.Optional;
import milodex.execution.TripOutcome;
import milodex.trading.RunEnd;

/// How far a command took a rehearsal.
sealed interface Rehearsed {

  /// What was done at each moment this command went through.
  List<MomentReport> moments();

  /// To its end.
  record Whole(Rehearsing rehearsing, List<MomentReport> moments) implements Rehearsed {
    public Whole {
      moments = List.copyOf(moments);
    }
  }

  /// Not to its end.
  ///
  /// @param end why it was left
  /// @param halt what the kill switch did, if the operator pulled it
  /// @param openOrders how many orders work on
  /// @param positions how many positions are held
  record Left(
      RehearsalFolder folder,
      RunEnd end,
      Optional<TripOutcome> halt,
      int openOrders,
      int positions,
      String head,
      List<MomentReport> moments)
      implements Rehearsed {
    public Left {
      moments = List.copyOf(moments);
    }
  }
}
