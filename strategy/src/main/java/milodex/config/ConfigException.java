package milodex.config;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The operator's files have problems: all that were found, in the order of the files.
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // List.copyOf of records of text and numbers
  private final List<Problem> problems;

  /// These problems, sorted by position, each once.
  ///
  /// @throws IllegalArgumentException if there are none
  public ConfigException(Collection<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(new TreeSet<>(problems));
    if (this.problems.isEmpty()) {
      throw new IllegalArgumentException("an exception about problems names at least one");
    }
  }

  public static ConfigException of(Position position, String says) {
    return new ConfigException(List.of(new Problem(position, says)));
  }

  /// Every problem, at least one.
  public List<Problem> problems() {
    return problems;
  }

  private static String message(Collection<Problem> problems) {
    return new TreeSet<>(problems)
        .stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }
}
