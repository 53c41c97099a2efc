package milodex.promotion;

import java.util.Optional;
import milodex.strategy.StrategyId;

/// A strategy that is to be promoted, with everything that is known of it.
///
/// @param files what would be frozen now
/// @param frozen its newest frozen manifest
/// @param hypothesis why it should earn anything, from its file
/// @param evidence the evidence of the frozen manifest that is asked for
/// @param lifecycle what it shows instead of statistics; empty unless its template only proves the
///     life cycle
public record Candidate(
    StrategyId strategy,
    Manifest files,
    Optional<Manifest> frozen,
    Optional<String> hypothesis,
    Optional<Evidence> evidence,
    Optional<LifecycleProof> lifecycle) {}
