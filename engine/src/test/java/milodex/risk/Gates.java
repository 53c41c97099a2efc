package milodex.risk;

import java.util.List;
import java.util.function.BooleanSupplier;

/// Gates as no operator has them.
public final class Gates {

  private Gates() {}

  /// One whose check with the reason `code` looks away while `isInert` says so.
  public static RiskGate inert(RiskPolicy policy, String code, BooleanSupplier isInert) {
    return new RiskGate(
        policy,
        Checks.all().stream()
            .map(check -> check.codes().contains(code) ? blind(check, isInert) : check)
            .toList());
  }

  private static Check blind(Check check, BooleanSupplier isInert) {
    return new FactCheck(
        check.row(),
        check.name(),
        check.bindsReductions(),
        false,
        List.copyOf(check.codes()),
        (proposal, facts, policy) ->
            isInert.getAsBoolean()
                ? new Answer.Clear("looks away")
                : check.judge(proposal, facts, policy));
  }
}
