package milodex.risk;

/// Whose limit it is.
enum Scope {
  /// Of the policy, and so of the whole account.
  ACCOUNT,
  /// Of one strategy: its own file and its own cash.
  STRATEGY
}
