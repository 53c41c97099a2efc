package milodex.research;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import milodex.backtest.BacktestPlan;
import milodex.backtest.Proofs;
import milodex.backtest.RunResult;
import milodex.backtest.WindowResult;
import milodex.market.Universe;
import milodex.promotion.Gate;
import milodex.promotion.Policy;
import milodex.promotion.Requirement;
import milodex.promotion.Requirement.Kind;
import milodex.promotion.Requirement.Status;

/// What is asked of how the evidence of a candidate was made, and what caps it whatever it shows.
///
/// @param run the evidence run
/// @param hypothesis why it should work, as its file says; blank if it does not
/// @param sensitivity its neighbours
/// @param holdout what the sealed period said of it
public record EvidenceConditions(
    RunResult run, String hypothesis, Sensitivity sensitivity, HoldoutResult holdout) {

  /// The requirements, in the order of their weight.
  public List<Requirement> requirements(Policy policy) {
    List<Requirement> all = new ArrayList<>();
    Proofs proofs = run.proofs();
    all.add(Requirement.of(Kind.INTEGRITY, "proofs", proofs.hold(), "all hold", proofs(proofs)));
    all.add(
        Requirement.of(
            Kind.SUFFICIENCY,
            "proof depth",
            proofs.depth() == Proofs.Depth.FULL,
            "every decision made again",
            proofs.depth().name().toLowerCase(Locale.ROOT)));
    all.add(
        Requirement.of(
            Kind.SUFFICIENCY,
            "hypothesis",
            !hypothesis.isBlank(),
            "stated in its file",
            hypothesis.isBlank() ? "none" : "stated"));
    all.addAll(plan(policy));
    all.addAll(caps(policy));
    all.add(plateau(policy));
    all.add(holdout.requirement(policy));
    return all;
  }

  private List<Requirement> plan(Policy policy) {
    BacktestPlan plan = run.ready().plan();
    double slippage = plan.costs().slippageRate().toDouble();
    return List.of(
        Requirement.of(
            Kind.SUFFICIENCY,
            "windows",
            plan.windows() >= policy.windows(),
            "≥ " + policy.windows(),
            Integer.toString(plan.windows())),
        Requirement.of(
            Kind.SUFFICIENCY,
            "costs",
            slippage >= policy.slippageFloor(),
            "slippage ≥ " + bps(policy.slippageFloor()),
            bps(slippage)),
        Requirement.of(
            Kind.SUFFICIENCY,
            "limits",
            !plan.policy().unlimited(),
            "those of the risk policy",
            plan.policy().unlimited() ? "none" : "on"));
  }

  private List<Requirement> caps(Policy policy) {
    int entries = run.windows().stream().mapToInt(WindowResult::entries).sum();
    int trims = run.windows().stream().mapToInt(WindowResult::trims).sum();
    int wouldTrip = run.windows().stream().mapToInt(WindowResult::wouldTrip).sum();
    double trimmed = entries == 0 ? 0 : Math.min(1, (double) trims / entries);
    return List.of(
        Requirement.of(
            Kind.ADVISORY,
            "no hindsight",
            isChosenWithoutHindsight(),
            "universe chosen as of its time",
            hindsight()),
        Requirement.of(
            Kind.ADVISORY,
            "kill switch",
            wouldTrip == 0,
            "never tripped",
            wouldTrip + (wouldTrip == 1 ? " time" : " times")),
        Requirement.of(
            Kind.ADVISORY,
            "entries trimmed",
            trimmed <= policy.trimmedEntries(),
            "≤ " + percent(policy.trimmedEntries()),
            percent(trimmed)));
  }

  private boolean isChosenWithoutHindsight() {
    LocalDate first = run.curve().date(0);
    return universe().survivorshipCorrectedFrom().filter(from -> !from.isAfter(first)).isPresent();
  }

  private String hindsight() {
    return universe()
        .survivorshipCorrectedFrom()
        .map(from -> "without hindsight from " + from)
        .orElse("chosen with hindsight");
  }

  private Universe universe() {
    return run.ready().plan().strategy().universe();
  }

  /// A rule without numbers has no neighbours; luck, which counts every trial, stands in.
  private Requirement plateau(Policy policy) {
    String required = "neighbours keep ≥ " + percent(policy.plateau());
    if (sensitivity.cells().isEmpty()) {
      return new Requirement(
          Kind.ADVISORY,
          "plateau",
          new Status.NotApplicable(Gate.LUCK),
          required,
          "no parameter is a number");
    }
    return Requirement.of(
        Kind.ADVISORY,
        "plateau",
        sensitivity.plateau(),
        required,
        value -> value >= policy.plateau(),
        EvidenceConditions::percent);
  }

  private static String proofs(Proofs proofs) {
    Optional<String> failed = proofs.failed().map(proof -> proof.kind().name());
    return failed
        .map(kind -> kind.toLowerCase(Locale.ROOT) + " failed")
        .orElse("all " + proofs.all().size() + " hold");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static String bps(double share) {
    return String.format(Locale.ROOT, "%.1f bps", 10_000 * share);
  }
}
