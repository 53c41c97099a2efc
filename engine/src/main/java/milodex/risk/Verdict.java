package milodex.risk;

import java.util.List;
import milodex.ledger.Finding;

/// The sum of all findings about one proposal.
public sealed interface Verdict {

  /// What each check answered, in the order of the table.
  List<Finding> findings();

  /// No check refused.
  record Approved(ApprovedOrder order, List<Finding> findings) implements Verdict {
    public Approved {
      findings = List.copyOf(findings);
    }
  }

  /// At least one check refused.
  record Refused(List<Finding> findings) implements Verdict {
    public Refused {
      findings = List.copyOf(findings);
    }

    /// The reason codes of the checks that refused, in order.
    public List<String> codes() {
      return findings.stream()
          .filter(finding -> finding.outcome() == Finding.Outcome.BREACH)
          .map(Finding::code)
          .toList();
    }
  }
}
