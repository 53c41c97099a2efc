package milodex.cli;

import milodex.market.NewYork;
import milodex.research.Holdout;
import milodex.research.Trials;
import milodex.terminal.Block;

/// What is sealed, in a sentence and as data.
final class HoldoutBlock {

  private HoldoutBlock() {}

  /// Says what is sealed, and warns of trials that had looked at it before.
  static void tell(Reply reply, Holdout holdout, Trials trials) {
    reply.block(Block.paragraph(says(holdout)));
    Data data = data(holdout);
    reply.data().object("holdout", data);
    holdout
        .seal()
        .ifPresent(
            seal -> {
              int before = trials.within(seal.from(), seal.to()).size();
              data.count("trials_that_saw_it", before);
              if (before > 0) {
                reply.warn(
                    "holdout_seen",
                    "%s looked at sessions of the holdout, so it is no fresh evidence against them"
                        .formatted(FactLine.counted(before, "trial has", "trials have")));
              }
            });
  }

  static String says(Holdout holdout) {
    return holdout
        .seal()
        .map(
            seal ->
                holdout
                    .opening()
                    .map(
                        opening ->
                            "The holdout %s to %s was opened on %s for %s, and is one no more: %s"
                                .formatted(
                                    seal.from(),
                                    seal.to(),
                                    NewYork.day(opening.at()),
                                    opening.strategy(),
                                    opening.reason()))
                    .orElseGet(
                        () ->
                            "%s to %s is sealed as holdout, %d sessions: research ends on %s."
                                .formatted(
                                    seal.from(),
                                    seal.to(),
                                    seal.sessions(),
                                    holdout.researchEnds().orElseThrow())))
        .orElse("No holdout is sealed; the first `milodex experiment create` seals one.");
  }

  static Data data(Holdout holdout) {
    Data data = Data.of().flag("sealed", holdout.researchEnds().isPresent());
    holdout
        .seal()
        .ifPresent(
            seal ->
                data.text("from", seal.from().toString())
                    .text("to", seal.to().toString())
                    .count("sessions", seal.sessions()));
    holdout
        .opening()
        .ifPresent(
            opening ->
                data.object(
                    "opened",
                    Data.of()
                        .text("at", opening.at().toString())
                        .text("strategy", opening.strategy().toString())
                        .text("manifest", opening.manifest().hash())
                        .text("reason", opening.reason())));
    return data;
  }
}
