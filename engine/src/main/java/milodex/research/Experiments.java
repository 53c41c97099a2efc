package milodex.research;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import milodex.ledger.Draft;
import milodex.ledger.DuplicateKeyException;
import milodex.ledger.Event;
import milodex.ledger.Ledger;
import milodex.ledger.ResearchFact;
import milodex.ledger.ResearchFact.ExperimentCreated;
import milodex.ledger.ResearchFact.ExperimentUpdated;

/// The hypotheses of a workspace. One that has ended stays ended; none is ever taken back.
public final class Experiments {

  /// More open hypotheses than this are a search, and not a question.
  public static final int MOST_OPEN = 5;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  private final Ledger ledger;
  private final Map<String, Experiment> experiments = new LinkedHashMap<>();
  private long seen;

  /// Reads all experiments `ledger` holds.
  public Experiments(Ledger ledger) {
    this.ledger = ledger;
    catchUp();
  }

  /// Why a step was not taken.
  public sealed interface Refusal {

    /// The name breaks the grammar: a letter, then up to 39 of `a-z 0-9 -`.
    record BadName(String name) implements Refusal {}

    /// There is one of this name, open or ended.
    record Taken(Experiment experiment) implements Refusal {}

    /// As many as may be are open.
    record TooManyOpen(List<Experiment> open) implements Refusal {}

    /// It has ended, and nothing is added to it.
    record Ended(Experiment experiment) implements Refusal {}
  }

  /// All of them, in the order they were created.
  public List<Experiment> all() {
    return List.copyOf(experiments.values());
  }

  /// Those that have not ended.
  public List<Experiment> open() {
    return experiments.values().stream().filter(Experiment::isOpen).toList();
  }

  /// The one of this name.
  public Optional<Experiment> find(String name) {
    return Optional.ofNullable(experiments.get(name));
  }

  /// Why none may be created under this name now; empty if one may.
  public Optional<Refusal> mayCreate(String name) {
    catchUp();
    if (!NAME.matcher(name).matches()) {
      return Optional.of(new Refusal.BadName(name));
    }
    return find(name)
        .<Refusal>map(Refusal.Taken::new)
        .or(
            () ->
                open().size() >= MOST_OPEN
                    ? Optional.of(new Refusal.TooManyOpen(open()))
                    : Optional.empty());
  }

  /// Puts a hypothesis down.
  ///
  /// @return why it was not; empty if it was
  public Optional<Refusal> create(
      String name, String hypothesis, Optional<String> template, Instant at) {
    ExperimentCreated fact = new ExperimentCreated(name, hypothesis.strip(), template);
    Optional<Refusal> refusal = mayCreate(name);
    while (refusal.isEmpty() && !append(at, "experiment/" + name, fact)) {
      refusal = mayCreate(name);
    }
    return refusal;
  }

  /// Why nothing may be added to `experiment`; empty if something may.
  public Optional<Refusal> mayUpdate(Experiment experiment) {
    catchUp();
    return find(experiment.name()).filter(now -> !now.isOpen()).map(Refusal.Ended::new);
  }

  /// Adds what was learnt, and ends it if a status is given.
  ///
  /// @return why it was not added; empty if it was
  public Optional<Refusal> update(
      Experiment experiment,
      Optional<ExperimentUpdated.Status> status,
      String lessons,
      Instant at) {
    ExperimentUpdated fact = new ExperimentUpdated(experiment.name(), status, lessons.strip());
    Optional<Refusal> refusal = mayUpdate(experiment);
    while (refusal.isEmpty() && !append(at, lessonKey(experiment.name()), fact)) {
      refusal = mayUpdate(experiment);
    }
    return refusal;
  }

  private String lessonKey(String name) {
    int lessons = find(name).map(now -> now.lessons().size()).orElse(0);
    return "experiment/" + name + "/" + (lessons + 1);
  }

  /// Whether it was appended; it is not if somebody was faster, and what they did is read then.
  private boolean append(Instant at, String key, ResearchFact fact) {
    boolean appended = true;
    try {
      ledger.append(at, Draft.of(key, fact));
    } catch (DuplicateKeyException e) {
      appended = false;
    }
    catchUp();
    return appended;
  }

  /// Others may write to the same ledger.
  private void catchUp() {
    ledger.replay(seen, this::fold);
  }

  private void fold(Event event) {
    seen = event.seq();
    if (event.fact() instanceof ExperimentCreated created) {
      experiments.put(
          created.experiment(),
          new Experiment(
              created.experiment(),
              created.hypothesis(),
              created.template(),
              event.at(),
              List.of(),
              Optional.empty()));
    }
    if (event.fact() instanceof ExperimentUpdated updated) {
      experiments.computeIfPresent(
          updated.experiment(), (_, before) -> after(before, updated, event.at()));
    }
  }

  private static Experiment after(Experiment before, ExperimentUpdated updated, Instant at) {
    List<Experiment.Lesson> lessons = new ArrayList<>(before.lessons());
    lessons.add(new Experiment.Lesson(at, updated.lessons()));
    return new Experiment(
        before.name(),
        before.hypothesis(),
        before.template(),
        before.createdAt(),
        lessons,
        updated.status());
  }
}
