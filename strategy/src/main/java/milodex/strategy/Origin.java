package milodex.strategy;

import java.util.Optional;

/// Where the code of a template came from.
public sealed interface Origin {

  /// SHA-256 that stands for the code; empty where the rules version does.
  Optional<String> code();

  /// It ships with the program, and its golden decisions hold its rules version to account.
  record Shipped() implements Origin {
    @Override
    public Optional<String> code() {
      return Optional.empty();
    }
  }

  /// It came from a jar of the operator's, which nobody's golden decisions watch.
  ///
  /// @param jar the file's name; says nothing of what is in it
  /// @param sha256 of the jar's classes
  record Plugin(String jar, String sha256) implements Origin {
    @Override
    public Optional<String> code() {
      return Optional.of(sha256);
    }
  }
}
