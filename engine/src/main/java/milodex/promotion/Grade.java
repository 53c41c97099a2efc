package milodex.promotion;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the evidence amounts to, worst first.
public enum Grade {
  /// An integrity check does not pass: no number downstream of it can be believed.
  INVALID,
  /// The sample is too short, or mandatory evidence is missing.
  INSUFFICIENT,
  /// Mandatory evidence was measured, and fails.
  REJECT,
  /// Only advisory evidence does not pass.
  CONDITIONAL,
  /// Everything that was asked for passes.
  PASS;

  /// The grade of all requirements together: the lowest that one of them allows.
  ///
  /// Every one must pass, so that the tests need no correction for their number (an
  /// intersection-union test; Berger, 1982). A further requirement never raises the grade.
  ///
  /// @throws IllegalArgumentException if none of them is mandatory, or two have one title
  public static Grade of(List<Requirement> requirements) {
    check(requirements);
    return Collections.min(
        requirements.stream().map(requirement -> requirement.allows(requirements)).toList());
  }

  private static void check(List<Requirement> requirements) {
    Set<String> titles = new HashSet<>();
    for (Requirement requirement : requirements) {
      if (!titles.add(requirement.title())) {
        throw new IllegalArgumentException(
            "requirements hold two with the title " + requirement.title());
      }
    }
    if (requirements.stream().noneMatch(r -> r.kind() == Requirement.Kind.MANDATORY)) {
      throw new IllegalArgumentException("requirements hold a mandatory one at least");
    }
  }
}
