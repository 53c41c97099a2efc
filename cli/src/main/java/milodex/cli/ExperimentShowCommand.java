package milodex.cli;

import milodex.ledger.Ledger;
import milodex.market.NewYork;
import milodex.research.Experiment;
import milodex.research.Experiments;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;

/// One hypothesis and what was learnt of it.
final class ExperimentShowCommand implements Action {

  private String name = "";

  @Override
  public String name() {
    return "show";
  }

  @Override
  public Usage usage() {
    return Usage.of("Show a hypothesis and what was learnt of it.")
        .word("NAME", String.class, "The experiment.", it -> name = it);
  }

  @Override
  public Reply run(Invocation invocation) {
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledgerToRead()) {
      Experiment found = find(new Experiments(ledger), name);
      KeyValues facts =
          KeyValues.of()
              .with("Experiment", found.name())
              .with("Created", NewYork.day(found.createdAt()))
              .with("Status", ExperimentData.status(found))
              .with("Template", found.template().orElse("none in particular"));
      Reply reply =
          Reply.of()
              .summary("Experiment %s is %s.".formatted(found.name(), ExperimentData.status(found)))
              .block(facts)
              .block(Block.section("Hypothesis", Block.paragraph(found.hypothesis())));
      found
          .lessons()
          .forEach(
              lesson ->
                  reply.block(
                      Block.section(
                          "Learnt " + NewYork.day(lesson.at()), Block.paragraph(lesson.says()))));
      reply.data().object("experiment", ExperimentData.of(found));
      return reply.ref("ledger_head", ledger.head().toString());
    }
  }

  /// The experiment of this name; throws [Failure] if there is none.
  static Experiment find(Experiments experiments, String name) {
    return experiments
        .find(name)
        .orElseThrow(
            () ->
                Failure.usage(
                    "unknown_experiment",
                    "There is no experiment `" + name + "`.",
                    "The ledger holds "
                        + (experiments.all().isEmpty()
                            ? "none"
                            : String.join(
                                ", ", experiments.all().stream().map(Experiment::name).toList()))
                        + ".",
                    "See `milodex experiment list`."));
  }
}
