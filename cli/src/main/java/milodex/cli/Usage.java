package milodex.cli;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import milodex.cli.Argument.Amount;

/// What a command says of itself and what it takes: data, of which the parser is made.
///
/// What it takes is told by a label, by the type its words are read as, by what is said of it, and
/// by whom it is handed to.
///
/// @param says paragraphs; the first sentence is what `--help` of the command above shows
record Usage(List<String> says, List<Argument<?>> arguments) {

  Usage {
    says = List.copyOf(says);
    arguments = List.copyOf(arguments);
  }

  /// That of a command that takes nothing.
  static Usage of(String... says) {
    return new Usage(List.of(says), List.of());
  }

  /// What several commands take, to be added to their own.
  static Usage shared() {
    return of();
  }

  /// And something that is on or off.
  ///
  /// @param names `--all`, or with a short one `-v, --verbose`
  Usage flag(String names, String says, Runnable given) {
    return and(Argument.flag(names, says, given));
  }

  /// And an option that may be left out.
  <T> Usage option(String name, String label, Class<T> type, String says, Consumer<T> given) {
    return and(Argument.one(name, label, type, 0, says, given));
  }

  /// And an option that has to be there.
  <T> Usage required(String name, String label, Class<T> type, String says, Consumer<T> given) {
    return and(Argument.one(name, label, type, 1, says, given));
  }

  /// And an option that may be given many times, with one value each time.
  <T> Usage options(
      String name, String label, Class<T> type, String says, Consumer<List<T>> given) {
    return and(new Argument<>(name, label, type, Amount.EACH, 0, says, given));
  }

  /// And an option with all the words behind it.
  <T> Usage list(String name, String label, Class<T> type, String says, Consumer<List<T>> given) {
    return and(new Argument<>(name, label, type, Amount.REST, 0, says, given));
  }

  /// And a word that has to be there.
  <T> Usage word(String label, Class<T> type, String says, Consumer<T> given) {
    return and(Argument.one("", label, type, 1, says, given));
  }

  /// And a last word that may be left out.
  <T> Usage lastWord(String label, Class<T> type, String says, Consumer<T> given) {
    return and(Argument.one("", label, type, 0, says, given));
  }

  /// And all the words that are left.
  ///
  /// @param least how many there have to be
  <T> Usage words(int least, String label, Class<T> type, String says, Consumer<List<T>> given) {
    return and(new Argument<>("", label, type, Amount.REST, least, says, given));
  }

  /// And all that `shared` takes.
  Usage with(Usage shared) {
    return new Usage(says, Stream.concat(arguments.stream(), shared.arguments.stream()).toList());
  }

  private Usage and(Argument<?> argument) {
    return with(new Usage(List.of(), List.of(argument)));
  }
}
