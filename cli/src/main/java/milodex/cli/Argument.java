package milodex.cli;

import java.util.List;
import java.util.function.Consumer;

/// Something that a command takes: an option by its name, or words by their place.
///
/// @param names `--all`, or with a short one `-v, --verbose`; empty: it goes by its place
/// @param label what its value is called
/// @param type what each of its values is read as
/// @param least how many of them there have to be
/// @param given takes all of them in their order; is called only if there are any
record Argument<T>(
    String names,
    String label,
    Class<T> type,
    Amount amount,
    int least,
    String says,
    Consumer<List<T>> given) {

  /// How many values belong together.
  enum Amount {
    /// It is on or off.
    NONE,
    /// One, once.
    ONE,
    /// One each time that the option is named.
    EACH,
    /// All words that follow.
    REST
  }

  /// On or off.
  static Argument<Boolean> flag(String names, String says, Runnable given) {
    return new Argument<>(names, "", Boolean.class, Amount.NONE, 0, says, _ -> given.run());
  }

  /// One value.
  static <T> Argument<T> one(
      String names, String label, Class<T> type, int least, String says, Consumer<T> given) {
    return new Argument<>(
        names, label, type, Amount.ONE, least, says, all -> given.accept(all.getFirst()));
  }

  boolean isOption() {
    return !names.isEmpty();
  }

  boolean isRequired() {
    return least > 0;
  }

  boolean isList() {
    return amount == Amount.EACH || amount == Amount.REST;
  }
}
