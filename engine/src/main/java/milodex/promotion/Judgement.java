package milodex.promotion;

import java.util.List;
import java.util.Optional;

/// What the gate found: every requirement with what was there, and what that amounts to.
///
/// @param policy version of the policy that was asked
public record Judgement(String policy, List<Requirement> requirements) {

  public Judgement {
    requirements = List.copyOf(requirements);
  }

  /// What all of it amounts to.
  public Grade grade() {
    return Grade.of(requirements);
  }

  /// The requirements that hold the grade down, in the order of the policy.
  public List<Requirement> reasons() {
    Grade grade = grade();
    return requirements.stream()
        .filter(one -> one.allows(requirements) == grade && grade != Grade.PASS)
        .toList();
  }

  /// The requirement called `title`.
  public Optional<Requirement> find(String title) {
    return requirements.stream().filter(one -> one.title().equals(title)).findFirst();
  }
}
