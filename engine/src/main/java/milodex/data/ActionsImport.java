package milodex.data;

import java.util.Optional;
import milodex.market.Symbol;

/// The corporate actions of one symbol that a store took in.
///
/// @param rows actions offered
/// @param stored actions stored now
/// @param fingerprint of the actions stored now
/// @param replaced the actions as they were stored before; empty if there were none
public record ActionsImport(
    Symbol symbol,
    Intake.Outcome outcome,
    int rows,
    int stored,
    BarFingerprint fingerprint,
    Optional<BarFingerprint> replaced) {}
