package milodex.risk;

import java.time.LocalDate;
import java.util.Optional;
import milodex.ledger.ManifestHash;
import milodex.market.Session;
import milodex.risk.Circumstances.Halts;
import milodex.risk.Circumstances.Standing;
import milodex.risk.Circumstances.Venue;

/// Rows 1 to 7: whether this strategy may act at all, here and now.
final class StandingChecks {

  private StandingChecks() {}

  static Answer accountHalt(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    return halt("the account", "kill_switch_active", facts.halts().account(), proposal);
  }

  static Answer strategyHalt(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    Halts halts = facts.halts();
    if (halts.strategy().isPresent()) {
      return halt("the strategy", "strategy_halted", halts.strategy(), proposal);
    }
    if (halts.reduceOnly().isPresent()) {
      return entriesStopped("reduce-only: " + halts.reduceOnly().get(), proposal);
    }
    if (halts.paused().isPresent()) {
      return entriesStopped("paused by the operator: " + halts.paused().get(), proposal);
    }
    return new Answer.Clear("the strategy is neither halted nor paused");
  }

  static Answer environment(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    Venue venue = facts.venue();
    return switch (venue.kind()) {
      case OTHER ->
          new Answer.Breach(
              "paper_mode_required",
              "account " + venue.reportedAccount() + " is neither paper nor simulated");
      case SIMULATED, PAPER ->
          venue.expectedAccount().equals(venue.reportedAccount())
              ? new Answer.Clear(venue.kind() + " account " + venue.expectedAccount())
              : new Answer.Breach(
                  "account_mismatch",
                  "the books belong to account "
                      + venue.expectedAccount()
                      + ", the broker answers for "
                      + venue.reportedAccount());
    };
  }

  static Answer reconciled(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    Optional<LocalDate> today = facts.session().map(Session::date);
    if (facts.reconciledOn().isEmpty()) {
      return new Answer.Breach(
          "reconciliation_required", "books and broker have not been found equal");
    }
    Optional<String> differs = facts.instrument().quarantined();
    if (differs.isPresent()) {
      return new Answer.Breach(
          "reconciliation_required", "books and broker differ: " + differs.get());
    }
    String says = "books and broker were last found equal in " + facts.reconciledOn().get();
    return facts.reconciledOn().equals(today)
        ? new Answer.Clear(says)
        : new Answer.Breach(
            "reconciliation_required",
            says
                + today
                    .map(date -> ", not in this session of " + date)
                    .orElse(", and no session is open now"));
  }

  static Answer stage(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    String stage = facts.standing().stage();
    Venue.Kind destination = facts.venue().kind();
    String says = "stage " + stage + ", destination " + destination;
    return switch (stage) {
      case "disabled" -> new Answer.Breach("strategy_disabled", says);
      case "paper", "micro_live", "live" -> new Answer.Clear(says);
      case "backtest" ->
          destination == Venue.Kind.SIMULATED
              ? new Answer.Clear(says)
              : new Answer.Breach("strategy_stage_ineligible", says);
      default -> new Answer.Breach("strategy_stage_ineligible", says + ": no such stage");
    };
  }

  static Answer manifest(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    Standing standing = facts.standing();
    if (standing.running().isEmpty() && mayRunDraft(facts)) {
      return new Answer.NotApplicable("a draft in a simulation needs no manifest");
    }
    if (standing.running().isEmpty() || standing.frozen().isEmpty()) {
      return new Answer.Breach(
          "no_frozen_manifest",
          "frozen: " + brief(standing.frozen()) + ", running: " + brief(standing.running()));
    }
    ManifestHash frozen = standing.frozen().get();
    ManifestHash running = standing.running().get();
    return frozen.equals(running)
        ? new Answer.Clear("manifest " + frozen.brief())
        : new Answer.Breach(
            "manifest_drift", "frozen: " + frozen.brief() + ", running: " + running.brief());
  }

  static Answer conditions(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    return facts.standing().active().isEmpty()
        ? new Answer.Clear("no disable condition is active")
        : new Answer.Breach(
            "disable_condition_active", String.join("; ", facts.standing().active()));
  }

  private static boolean mayRunDraft(Circumstances facts) {
    return facts.venue().kind() == Venue.Kind.SIMULATED
        && facts.standing().stage().equals("backtest");
  }

  private static Answer halt(
      String scope, String code, Optional<String> reason, Proposal proposal) {
    if (reason.isEmpty()) {
      return new Answer.Clear(scope + " is not halted");
    }
    String says = scope + " is halted: " + reason.get();
    return proposal.isCoveredReduction() && proposal.origin() == Proposal.Origin.OPERATOR
        ? new Answer.Clear(says + "; the operator's own reduction may go on")
        : new Answer.Breach(code, says);
  }

  private static Answer entriesStopped(String says, Proposal proposal) {
    return proposal.isCoveredReduction()
        ? new Answer.Clear(says + "; exits go on")
        : new Answer.Breach("strategy_halted", says);
  }

  private static String brief(Optional<ManifestHash> manifest) {
    return manifest.map(ManifestHash::brief).orElse("none");
  }
}
