package milodex.risk;

/// What one check says of one proposal.
sealed interface Answer {

  /// The numbers compared, or why there is nothing to compare.
  String says();

  /// Nothing stands against the proposal.
  record Clear(String says) implements Answer {}

  /// A limit or condition is broken.
  ///
  /// @param code the reason code of the broken limit
  record Breach(String code, String says) implements Answer {}

  /// The check has nothing to judge here.
  record NotApplicable(String says) implements Answer {}
}
