package milodex.promotion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a strategy that claims no edge has to show instead of statistics.
///
/// @param run when a run of its manifest was completed with every proof
/// @param explanations when every simulated decision of such a run was found explained
/// @param veto the self-proof of the risk gate that was recorded
public record LifecycleProof(
    Optional<LocalDate> run, Optional<LocalDate> explanations, Optional<Veto> veto) {

  /// A self-proof of the risk gate.
  ///
  /// @param day when it was recorded
  /// @param doubt why it does not show that the gate can veto as it is now; empty if it does
  public record Veto(LocalDate day, Optional<String> doubt) {}

  /// The most days that a proof is good for.
  public static final int MOST_DAYS = 90;

  private static final String VETO = "lifecycle.veto";

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
    ask(veto.map(Veto::day), VETO, "a recorded self-proof of the risk gate", today, lacks);
    veto.flatMap(LifecycleProof::doubtful).ifPresent(lacks::add);
    return lacks;
  }

  private static Optional<Lack> doubtful(Veto veto) {
    return veto.doubt()
        .map(
            doubt ->
                new Lack(
                    Lack.Code.LIFECYCLE_INCOMPLETE,
                    VETO,
                    "the self-proof of the risk gate of %s does not count: %s"
                        .formatted(veto.day(), doubt)));
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
