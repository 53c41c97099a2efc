package milodex.cli;

import java.util.List;
import java.util.Optional;
import milodex.execution.Incident;
import milodex.execution.TripOutcome;
import milodex.trading.RunEnd;

/// How far a command took a rehearsal.
sealed interface Rehearsed {

  /// What was done at each moment this command went through.
  List<MomentReport> moments();

  /// The incidents that stop its orders.
  List<Incident> halted();

  /// Warns in `reply` of what stops its orders.
  default Reply warnIn(Reply reply, String rehearsal) {
    halted().forEach(one -> reply.warn("halted", says(one, rehearsal)));
    return reply;
  }

  /// That an incident stops orders, and how it ends.
  static String says(Incident one, String rehearsal) {
    return "HALTED by incident %s, %s: %s. It stays until you reset it: `%s`."
        .formatted(
            one.id(),
            HaltLine.scope(one.tripped().scope()),
            one.tripped().mode().meaning(),
            "milodex trade kill-switch reset --incident %s --reason TEXT --confirm --rehearsal %s"
                .formatted(one.id(), rehearsal));
  }

  /// To its end.
  record Whole(Rehearsing rehearsing, List<Incident> halted, List<MomentReport> moments)
      implements Rehearsed {
    public Whole {
      halted = List.copyOf(halted);
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
      List<Incident> halted,
      List<MomentReport> moments)
      implements Rehearsed {
    public Left {
      halted = List.copyOf(halted);
      moments = List.copyOf(moments);
    }
  }
}
