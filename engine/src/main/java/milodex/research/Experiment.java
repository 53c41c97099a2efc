package milodex.research;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milodex.ledger.ResearchFact.ExperimentUpdated;

/// A hypothesis, put down before it was tried, and what was learnt of it.
///
/// @param name the name the operator gave it
/// @param template the template it is about, if it is about one
/// @param lessons in the order they were learnt
/// @param status how it ended; empty while it is open
public record Experiment(
    String name,
    String hypothesis,
    Optional<String> template,
    Instant createdAt,
    List<Lesson> lessons,
    Optional<ExperimentUpdated.Status> status) {

  /// Something learnt, and when.
  public record Lesson(Instant at, String says) {}

  public Experiment {
    lessons = List.copyOf(lessons);
  }

  /// Whether it has not ended.
  public boolean isOpen() {
    return status.isEmpty();
  }
}
