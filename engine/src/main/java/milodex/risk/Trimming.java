package milodex.risk;

import java.util.ArrayList;
import java.util.List;
import milodex.ledger.Side;
import milodex.money.Quantity;

/// Makes an entry as small as its size limits ask.
final class Trimming {

  private Trimming() {}

  static Proposal of(
      List<Check> checks, Proposal proposal, Circumstances facts, RiskPolicy policy) {
    if (proposal.intent().side() == Side.SELL) {
      return proposal;
    }
    List<String> notes = new ArrayList<>(proposal.trims());
    Quantity left = proposal.quantity();
    for (Room room : rooms(checks, proposal, facts, policy)) {
      if (!room.fits(left)) {
        Quantity cut = room.largest().whole();
        notes.add(room.limit().get() + ": " + left + " -> " + cut + " shares");
        left = cut;
      }
    }
    return left.isZero() ? proposal : proposal.resized(left, notes);
  }

  private static List<Room> rooms(
      List<Check> checks, Proposal proposal, Circumstances facts, RiskPolicy policy) {
    List<Room> rooms = new ArrayList<>();
    for (Check check : checks) {
      if (check instanceof SizeCheck size) {
        rooms.addAll(measured(size, proposal, facts, policy));
      }
    }
    return rooms;
  }

  /// A limit that cannot be measured cuts nothing: the gate meets the same failure and refuses.
  private static List<Room> measured(
      SizeCheck size, Proposal proposal, Circumstances facts, RiskPolicy policy) {
    try {
      return size.binding(proposal, facts, policy);
    } catch (RuntimeException _) {
      return List.of();
    }
  }
}
