package milodex.cli;

import java.io.IOException;
import java.util.Optional;
import milodex.ledger.Ledger;
import milodex.ledger.ResearchFact.ExperimentUpdated;
import milodex.research.Experiment;
import milodex.research.Experiments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Adds what was learnt of a hypothesis, and ends it.
@Command(name = "update", description = "Add what was learnt of a hypothesis, or end it.")
final class ExperimentUpdateCommand implements Action {

  @Parameters(paramLabel = "NAME", description = "The experiment.")
  private String name = "";

  @Option(
      names = "--status",
      paramLabel = "promoted|rejected|failed|inconclusive|abandoned",
      description = "How it ended; it stays so.")
  private Optional<ExperimentUpdated.Status> status = Optional.empty();

  @Option(
      names = "--lessons",
      required = true,
      paramLabel = "TEXT",
      description = "What was learnt, also from a failure.")
  private String lessons = "";

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
