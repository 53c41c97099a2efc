package milodex.promotion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a strategy that claims no edge has to show instead of statistics.
///
/// @param run when a run of its manifest was completed with every proof
/// @param explanations when every simulated decision of such a run was found explained
/// @param veto when the self-proof of the risk gate was recorded
public record LifecycleProof(
    Optional<LocalDate> run, Optional<LocalDate> explanations, Optional<LocalDate> veto) {

  /// The most days that a proof is good for.
  public static final int MOST_DAYS = 90;

  /// Nothing is shown.
  public static final LifecycleProof NONE =
      new LifecycleProof(Optional.empty(), Optional.empty(), Optional.empty());

  /// What of it is missing or too old on `today`.
  List<Lack> lacks(LocalDate today) {
    List<Lack> lacks = new ArrayList<>();
    ask(run, "lifecycle.run", "a completed run of this manifest with every proof", today, lacks);
    ask(
        explanations,
        "lifecycle.explanations",
        "an explanation of every simulated decision of that run",
        today,
        lacks);
    ask(veto, "lifecycle.veto", "a recorded self-proof of the risk gate", today, lacks);
    return lacks;
  }

  private static void ask(
      Optional<LocalDate> shown, String field, String what, LocalDate today, List<Lack> lacks) {
    if (shown.isEmpty()) {
      lacks.add(new Lack(Lack.Code.LIFECYCLE_INCOMPLETE, field, "there is no record of " + what));
    } else if (shown.get().isBefore(today.minusDays(MOST_DAYS))) {
      lacks.add(
          new Lack(
              Lack.Code.LIFECYCLE_INCOMPLETE,
              field,
              "%s is of %s, more than %d days ago".formatted(what, shown.get(), MOST_DAYS)));
    }
  }
}
