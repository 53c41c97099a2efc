package milodex.execution;

import java.util.List;

/// What asking for a reset led to.
public sealed interface ResetOutcome {

  /// The halt is over.
  record Done(Incident incident) implements ResetOutcome {}

  /// It was over before; nothing was written.
  record DoneBefore(Incident incident) implements ResetOutcome {}

  /// No incident has this name; nothing was written.
  ///
  /// @param open the names of those that are open
  record Unknown(String incident, List<String> open) implements ResetOutcome {
    public Unknown {
      open = List.copyOf(open);
    }
  }
}
