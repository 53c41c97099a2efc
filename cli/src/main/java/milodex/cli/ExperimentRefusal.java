package milodex.cli;

import java.util.stream.Collectors;
import milodex.market.NewYork;
import milodex.research.Experiment;
import milodex.research.Experiments;

/// Why a hypothesis was not put down or added to, in words.
final class ExperimentRefusal {

  private ExperimentRefusal() {}

  static Failure failure(Experiments.Refusal refusal) {
    return switch (refusal) {
      case Experiments.Refusal.BadName(String name) ->
          Failure.usage(
              "invalid_name",
              "The experiment was not created.",
              "`" + name + "` is no name: a letter, then up to 39 of a-z, 0-9 and -.",
              "Choose a short name such as dips-in-uptrends.");
      case Experiments.Refusal.Taken(Experiment there) ->
          refused(
              "experiment_exists",
              "There is an experiment %s already, of %s."
                  .formatted(there.name(), NewYork.day(there.createdAt())),
              "See it with `milodex experiment show %s`, or choose another name."
                  .formatted(there.name()));
      case Experiments.Refusal.TooManyOpen(var open) ->
          refused(
              "too_many_open",
              "%d hypotheses are open, and more would be a search: %s."
                  .formatted(
                      open.size(),
                      open.stream().map(Experiment::name).collect(Collectors.joining(", "))),
              "End one with `milodex experiment update NAME --status rejected --lessons TEXT`.");
      case Experiments.Refusal.Ended(Experiment ended) ->
          refused(
              "experiment_ended",
              ended.name() + " has ended, and what has ended stays so.",
              "Put down a new hypothesis with `milodex experiment create`.");
    };
  }

  private static Failure refused(String code, String why, String next) {
    return new Failure(
        ExitCode.REFUSED, code, "Nothing was put down.", why, "Nothing was written.", next);
  }
}
