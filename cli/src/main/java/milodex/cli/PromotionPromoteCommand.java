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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes a strategy to the next stage, or says everything that is missing.
@Command(
    name = "promote",
    description = {
      "Take a strategy to the next stage, or say everything that is missing.",
      "It needs a frozen manifest that the files still say, a hypothesis, fresh evidence of exactly"
          + " that manifest, a recommendation and a named risk. Real capital is locked."
    })
final class PromotionPromoteCommand implements Action {

  @Parameters(paramLabel = "ID", description = "The strategy.")
  private String id = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "paper|micro_live|live",
      description = "The next stage.")
  private Stage to = Stage.PAPER;

  @Option(names = "--recommendation", paramLabel = "TEXT", description = "What you say for it.")
  private String recommendation = "";

  @Option(
      names = "--risk",
      paramLabel = "TEXT",
      description = "What you say against it; may be given more than once.")
  private List<String> risks = new ArrayList<>();

  @Option(
      names = "--run-id",
      paramLabel = "RUN",
      description = "The run its evidence rests on; default: the newest evidence.")
  private Optional<String> run = Optional.empty();

  @Option(
      names = "--lifecycle-exempt",
      description =
          "Ask for a lifecycle proof instead of statistics, where the template allows it.")
  private boolean exempt;

  @Option(
      names = "--override-by",
      paramLabel = "WHO",
      description = "Who answers for a grade that does not carry it; paper only.")
  private Optional<String> overrideBy = Optional.empty();

  @Option(names = "--override-why", paramLabel = "TEXT", description = "Why.")
  private Optional<String> overrideWhy = Optional.empty();

  @Option(
      names = "--override-until",
      paramLabel = "DATE",
      description = "Until when, 90 days at most.")
  private Optional<LocalDate> overrideUntil = Optional.empty();

  @Option(names = "--preview", description = "Say what would be done and write nothing.")
  private boolean preview;

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
