package milodex.files;

/// How much room there is on the disk of a folder.
public sealed interface Room {

  /// Enough, and the reserve is kept.
  ///
  /// @param says what is kept
  record Enough(String says) implements Room {}

  /// Too little, and no reserve is kept any more.
  ///
  /// @param says how much there is, how much there has to be, where, and what to do
  record Scarce(String says) implements Room {}

  /// Nobody knows.
  ///
  /// @param says why
  record Unknown(String says) implements Room {}
}
