package milodex.cli;

import java.io.IOException;
import java.util.Optional;
import milodex.ledger.Ledger;
import milodex.ledger.ResearchFact.ExperimentUpdated;
import milodex.research.Experiment;
import milodex.research.Experiments;

/// Adds what was learnt of a hypothesis, and ends it.
final class ExperimentUpdateCommand implements Action {

  private String name = "";
  private Optional<ExperimentUpdated.Status> status = Optional.empty();
  private String lessons = "";

  @Override
  public String name() {
    return "update";
  }

  @Override
  public Usage usage() {
    return Usage.of("Add what was learnt of a hypothesis, or end it.")
        .word("NAME", String.class, "The experiment.", it -> name = it)
        .option(
            "--status",
            "promoted|rejected|failed|inconclusive|abandoned",
            ExperimentUpdated.Status.class,
            "How it ended; it stays so.",
            it -> status = Optional.of(it))
        .required(
            "--lessons",
            "TEXT",
            String.class,
            "What was learnt, also from a failure.",
            it -> lessons = it);
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    if (lessons.isBlank()) {
      throw Failure.usage(
          "invalid_lessons",
          "The experiment was not updated.",
          "The lessons say nothing.",
          "Say with --lessons what was learnt.");
    }
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledger()) {
      Experiments experiments = new Experiments(ledger);
      Experiment found = ExperimentShowCommand.find(experiments, name);
      experiments
          .update(found, status, lessons, invocation.environment().clock().instant())
          .ifPresent(
              refusal -> {
                throw ExperimentRefusal.failure(refusal);
              });
      Experiment updated = experiments.find(name).orElseThrow();
      Reply reply =
          Reply.of()
              .say(
                  "Experiment %s is %s; %s kept with it."
                      .formatted(
                          updated.name(),
                          ExperimentData.status(updated),
                          FactLine.counted(updated.lessons().size(), "lesson is", "lessons are")));
      reply.data().object("experiment", ExperimentData.of(updated));
      return reply.ref("ledger_head", ledger.head().toString());
    }
  }
}
