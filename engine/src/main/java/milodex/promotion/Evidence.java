package milodex.promotion;

import java.util.List;
import java.util.Optional;
import milodex.ledger.PromotionFact.EvidenceJudged;

/// Evidence that was judged, and whether it still speaks of what there is now.
///
/// @param then what its package says it rests on; empty if the package cannot be read
/// @param now what the same would rest on now
public record Evidence(EvidenceJudged judged, Optional<EvidenceVintage> then, EvidenceVintage now) {

  /// What the evidence amounted to.
  Grade grade() {
    return Grade.valueOf(judged.grade());
  }

  /// In what it is out of date; empty if in nothing, or if nobody can tell.
  List<Difference> stale() {
    return then.map(vintage -> EvidenceVintage.differences(vintage, now)).orElse(List.of());
  }
}
