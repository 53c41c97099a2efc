package milodex.strategy;

/// One named step of a template, as decisions, trades and reports call it.
///
/// @param id part of the contract: `meanrev.rsi_exit`
/// @param says when it fires, in one sentence
public record Rule(String id, String says) {

  /// The rule of a session in which nothing was wished.
  public static final Rule NO_SIGNAL =
      new Rule(Decision.NO_SIGNAL, "Nothing is wished in this session.");
}
