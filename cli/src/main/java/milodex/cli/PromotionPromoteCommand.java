package milodex.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.ledger.PromotionFact.StagePromoted.Waiver;
import milodex.promotion.Application;
import milodex.promotion.Promotion;
import milodex.promotion.Stage;
import milodex.strategy.StrategyId;
import milodex.yaml.Configuration;

/// Takes a strategy to the next stage, or says everything that is missing.
final class PromotionPromoteCommand implements Action {

  private String id = "";
  private Stage to = Stage.PAPER;
  private String recommendation = "";
  private List<String> risks = new ArrayList<>();
  private Optional<String> run = Optional.empty();
  private boolean exempt;
  private Optional<String> overrideBy = Optional.empty();
  private Optional<String> overrideWhy = Optional.empty();
  private Optional<LocalDate> overrideUntil = Optional.empty();
  private boolean preview;

  @Override
  public String name() {
    return "promote";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Take a strategy to the next stage, or say everything that is missing.",
            "It needs a frozen manifest that the files still say, a hypothesis, fresh evidence of exactly"
                + " that manifest, a recommendation and a named risk. Real capital is locked.")
        .word("ID", String.class, "The strategy.", it -> id = it)
        .required("--to", "paper|micro_live|live", Stage.class, "The next stage.", it -> to = it)
        .option(
            "--recommendation",
            "TEXT",
            String.class,
            "What you say for it.",
            it -> recommendation = it)
        .options(
            "--risk",
            "TEXT",
            String.class,
            "What you say against it; may be given more than once.",
            it -> risks = it)
        .option(
            "--run-id",
            "RUN",
            String.class,
            "The run its evidence rests on; default: the newest evidence.",
            it -> run = Optional.of(it))
        .flag(
            "--lifecycle-exempt",
            "Ask for a lifecycle proof instead of statistics, where the template allows it.",
            () -> exempt = true)
        .option(
            "--override-by",
            "WHO",
            String.class,
            "Who answers for a grade that does not carry it; paper only.",
            it -> overrideBy = Optional.of(it))
        .option("--override-why", "TEXT", String.class, "Why.", it -> overrideWhy = Optional.of(it))
        .option(
            "--override-until",
            "DATE",
            LocalDate.class,
            "Until when, 90 days at most.",
            it -> overrideUntil = Optional.of(it))
        .flag("--preview", "Say what would be done and write nothing.", () -> preview = true);
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    Wiring wiring = new Wiring(invocation.workspace());
    Application application = new Application(to, recommendation, risks, exempt, override());
    Configuration configuration = KnownStrategies.load(wiring, id);
    StrategyId strategy = configuration.strategy().id();
    Instant now = invocation.environment().clock().instant();
    LocalDate today = Stages.today(invocation);
    Candidates candidates = new Candidates(wiring, configuration, run);
    Stepping.Outcome outcome =
        new Stepping(wiring, strategy, now, preview)
            .take(
                (ledger, log) ->
                    new Promotion(candidates.of(ledger, log), log.standing(strategy), today)
                        .decide(application));
    return StandingText.warn(
        StepReply.of(strategy, "promoted to " + to, outcome), outcome.standing(), today);
  }

  /// All three, or none; throws [Failure] if only some are given.
  private Optional<Waiver> override() {
    if (overrideBy.isEmpty() && overrideWhy.isEmpty() && overrideUntil.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Waiver(
            said("--override-by", overrideBy),
            said("--override-why", overrideWhy),
            said("--override-until", overrideUntil)));
  }

  private static <T> T said(String option, Optional<T> value) {
    return value.orElseThrow(
        () ->
            Failure.usage(
                "override_invalid",
                "The override is not complete.",
                option + " is missing.",
                "Give --override-by, --override-why and --override-until, or none of them."));
  }
}
