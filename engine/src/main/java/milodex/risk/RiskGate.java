package milodex.risk;

import java.util.ArrayList;
import java.util.List;
import milodex.ledger.Finding;

/// The veto: runs every check on every proposal, and alone makes approved orders.
public final class RiskGate {

  private final RiskPolicy policy;
  private final List<Check> checks;

  public RiskGate(RiskPolicy policy) {
    this(policy, Checks.all());
  }

  RiskGate(RiskPolicy policy, List<Check> checks) {
    this.policy = policy;
    this.checks = List.copyOf(checks);
  }

  /// The limits in force.
  public RiskPolicy policy() {
    return policy;
  }

  /// What all checks say together: one binding breach refuses.
  ///
  /// A covered reduction is bound only by the rows that say so; what the others hold against it is
  /// advisory. A sale of more than is covered is judged like an entry, and row 24 refuses it. A
  /// check that throws is a breach.
  ///
  /// @throws IllegalArgumentException if the facts are about another strategy or symbol
  public Verdict judge(Proposal proposal, Circumstances facts) {
    requireItsOwn(proposal, facts);
    List<Finding> findings = new ArrayList<>(checks.size());
    boolean refused = false;
    for (Check check : checks) {
      Finding finding = find(check, proposal, facts);
      findings.add(finding);
      refused |= finding.outcome() == Finding.Outcome.BREACH;
    }
    return refused
        ? new Verdict.Refused(findings)
        : new Verdict.Approved(
            new ApprovedOrder(
                ClientOrderIds.of(proposal.intent().id(), proposal.attempt()), proposal),
            findings);
  }

  /// The proposal with the most whole shares that rows 18 to 20, 24 and 25 leave room for, and a
  /// note for each limit that cut it.
  ///
  /// It comes back as it was if nothing cuts it, if it is a sale, and if not one share is left: the
  /// gate then refuses it and names the row.
  ///
  /// @throws IllegalArgumentException if the facts are about another strategy or symbol
  public Proposal trim(Proposal proposal, Circumstances facts) {
    requireItsOwn(proposal, facts);
    return Trimming.of(checks, proposal, facts, policy);
  }

  private Finding find(Check check, Proposal proposal, Circumstances facts) {
    return switch (answer(check, proposal, facts)) {
      case Answer.Clear(String says) ->
          new Finding(check.row(), check.name(), Finding.Outcome.CLEAR, "", says);
      case Answer.NotApplicable(String says) ->
          new Finding(check.row(), check.name(), Finding.Outcome.NOT_APPLICABLE, "", says);
      case Answer.Breach(String code, String says) ->
          new Finding(check.row(), check.name(), weight(check, proposal), code, says);
    };
  }

  private Answer answer(Check check, Proposal proposal, Circumstances facts) {
    try {
      return check.judge(proposal, facts, policy);
    } catch (RuntimeException e) {
      return new Answer.Breach("check_failed", e.toString());
    }
  }

  private static Finding.Outcome weight(Check check, Proposal proposal) {
    return proposal.isCoveredReduction() && !check.bindsReductions()
        ? Finding.Outcome.ADVISORY
        : Finding.Outcome.BREACH;
  }

  private static void requireItsOwn(Proposal proposal, Circumstances facts) {
    if (!proposal.intent().strategy().equals(facts.strategy().id())
        || !proposal.intent().symbol().equals(facts.instrument().symbol())) {
      throw new IllegalArgumentException(
          "facts of %s in %s cannot judge a proposal of %s in %s"
              .formatted(
                  facts.strategy().id(),
                  facts.instrument().symbol(),
                  proposal.intent().strategy(),
                  proposal.intent().symbol()));
    }
  }
}
