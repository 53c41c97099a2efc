package milodex.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import milodex.backtest.Runs;
import milodex.data.Settlement;
import milodex.data.StoredSeries;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.market.Timeframe;
import milodex.research.Experiment;
import milodex.research.Experiments;
import milodex.research.Holdout;
import milodex.research.Trials;
import milodex.strategy.Templates;
import milodex.terminal.Block;

/// Puts a hypothesis down; the first one seals the holdout.
final class ExperimentCreateCommand implements Action {

  private static final String WHY_SEALED = "the first hypothesis was put down";

  private String name = "";
  private String hypothesis = "";
  private Optional<String> template = Optional.empty();
  private boolean preview;

  @Override
  public String name() {
    return "create";
  }

  @Override
  public Usage usage() {
    return Usage.of("Put a hypothesis down, before it is tried.")
        .word("NAME", String.class, "A short name of your own: dips-in-uptrends.", it -> name = it)
        .required(
            "--hypothesis",
            "TEXT",
            String.class,
            "What you suppose, so that it can turn out wrong.",
            it -> hypothesis = it)
        .option(
            "--template",
            "TEMPLATE",
            String.class,
            "The template it is about, if it is about one.",
            it -> template = Optional.of(it))
        .flag("--preview", "Say what would be done and write nothing.", () -> preview = true);
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    requireSaid();
    Wiring wiring = new Wiring(invocation.workspace());
    template.ifPresent(one -> requireTemplate(one, wiring.templates()));
    Instant now = invocation.environment().clock().instant();
    Optional<LocalDate> newest = newest(wiring, now);
    if (preview) {
      try (Ledger ledger =
          wiring.ledgerIfAny().<Ledger>map(one -> one).orElseGet(MemoryLedger::new)) {
        require(new Experiments(ledger).mayCreate(name));
        return preview(new Holdout(ledger).seal().isEmpty(), newest);
      }
    }
    try (Ledger ledger = wiring.ledger()) {
      Experiments experiments = new Experiments(ledger);
      require(experiments.mayCreate(name));
      Holdout holdout = new Holdout(ledger);
      if (holdout.seal().isEmpty()) {
        holdout.seal(newest.orElseThrow(ExperimentCreateCommand::noBars), WHY_SEALED, now);
      }
      require(experiments.create(name, hypothesis, template, now));
      Experiment created = experiments.find(name).orElseThrow();
      Reply reply = Reply.of().say("Put down " + created.name() + ".");
      reply.data().object("experiment", ExperimentData.of(created));
      HoldoutBlock.tell(reply, holdout, Trials.of(new Runs(ledger, wiring.artifacts())));
      return reply.ref("ledger_head", ledger.head().toString());
    }
  }

  private static void require(Optional<Experiments.Refusal> refusal) {
    refusal.ifPresent(
        why -> {
          throw ExperimentRefusal.failure(why);
        });
  }

  private Reply preview(boolean seals, Optional<LocalDate> newest) {
    String first =
        seals
            ? " and seal the last %d sessions up to %s"
                .formatted(Holdout.SESSIONS, newest.orElseThrow(ExperimentCreateCommand::noBars))
            : "";
    Reply reply =
        Reply.of()
            .say("Would put down %s%s; nothing was written.".formatted(name, first))
            .block(Block.paragraph(hypothesis.strip()));
    reply.data().flag("created", false).flag("seals", seals);
    return reply;
  }

  /// The newest final session of which daily bars are stored.
  private static Optional<LocalDate> newest(Wiring wiring, Instant now) {
    return wiring.bars().until(Settlement.newestFinal(now)).series().stream()
        .filter(series -> series.timeframe() == Timeframe.DAY_1)
        .map(StoredSeries::last)
        .max(Comparator.naturalOrder());
  }

  private void requireSaid() {
    if (hypothesis.isBlank()) {
      throw Failure.usage(
          "invalid_hypothesis",
          "The experiment was not created.",
          "The hypothesis says nothing.",
          "Say with --hypothesis what you suppose and how it could turn out wrong.");
    }
  }

  private static void requireTemplate(String name, Templates templates) {
    if (templates.find(name).isEmpty()) {
      throw Failure.usage(
          "unknown_template",
          "The experiment was not created.",
          "There is no template `" + name + "`.",
          "See `milodex strategy templates` for their names.");
    }
  }

  private static Failure noBars() {
    return new Failure(
        ExitCode.UNAVAILABLE,
        "no_bars",
        "The experiment was not created.",
        "No daily bar is stored, so there is no period that could be sealed as holdout.",
        "Nothing was written.",
        "Import bars with `milodex data import PATH` first.");
  }
}
