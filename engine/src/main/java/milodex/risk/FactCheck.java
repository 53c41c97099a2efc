package milodex.risk;

import java.util.List;

/// A check whose answer does not depend on making the order smaller.
///
/// @param isLimit whether it compares with a number of the operator, which an unlimited policy
///     lifts
record FactCheck(
    int row, String name, boolean bindsReductions, boolean isLimit, List<String> codes, Judge judge)
    implements Check {

  @Override
  public Answer judge(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    Answer answer = judge.judge(proposal, facts, policy);
    return isLimit ? Check.lifted(answer, policy) : answer;
  }

  /// The judgement itself.
  @FunctionalInterface
  interface Judge {
    Answer judge(Proposal proposal, Circumstances facts, RiskPolicy policy);
  }
}
