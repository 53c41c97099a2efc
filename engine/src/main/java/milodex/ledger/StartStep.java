package milodex.ledger;

/// One thing a runner looked at before it did anything.
///
/// @param name what it looked at, in a word: `calendar`
/// @param found what it found, in plain words with the values
public record StartStep(String name, Outcome outcome, String found) {

  /// How a step came out.
  public enum Outcome {
    OK("ok"),
    /// The operator should know of it; the runner goes on.
    WARN("warn"),
    /// The runner does nothing.
    FAILED("failed");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /// In one word, for people.
    public String word() {
      return word;
    }
  }

  /// One that found all in order.
  public static StartStep ok(String name, String found) {
    return new StartStep(name, Outcome.OK, found);
  }

  /// One that found something the operator should know of.
  public static StartStep warn(String name, String found) {
    return new StartStep(name, Outcome.WARN, found);
  }

  /// One after which the runner does nothing.
  public static StartStep failed(String name, String found) {
    return new StartStep(name, Outcome.FAILED, found);
  }
}
