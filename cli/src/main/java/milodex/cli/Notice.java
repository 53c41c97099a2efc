package milodex.cli;

/// A warning or a blocker.
///
/// @param code the machine's name of it, in snake_case
/// @param says one sentence for the operator
record Notice(String code, String says) {}
