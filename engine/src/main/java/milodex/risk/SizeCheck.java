package milodex.risk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A check that leaves room for some number of shares: an entry is trimmed to it before it refuses.
///
/// @param isLimit whether it compares with a number of the operator, which an unlimited policy
///     lifts
record SizeCheck(int row, String name, boolean isLimit, List<String> codes, Measure measure)
    implements Check {

  @Override
  public boolean bindsReductions() {
    return false;
  }

  @Override
  public Answer judge(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    Rooms rooms = measure.of(proposal, facts, policy);
    if (rooms.all().isEmpty()) {
      return new Answer.NotApplicable(rooms.whyNone());
    }
    String says =
        rooms.all().stream().map(room -> room.says().get()).collect(Collectors.joining("; "));
    Optional<Room> tooSmall =
        rooms.all().stream().filter(room -> !room.fits(proposal.quantity())).findFirst();
    Answer answer =
        tooSmall.isPresent()
            ? new Answer.Breach(tooSmall.get().code(), says)
            : new Answer.Clear(says);
    return isLimit ? Check.lifted(answer, policy) : answer;
  }

  /// The rooms that bind the proposal's size under this policy.
  List<Room> binding(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    return isLimit && policy.unlimited() ? List.of() : measure.of(proposal, facts, policy).all();
  }

  /// The arithmetic of the row, used by trimming and by the check.
  @FunctionalInterface
  interface Measure {
    Rooms of(Proposal proposal, Circumstances facts, RiskPolicy policy);
  }
}
