package milodex.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A tree of settings as they are written; what they mean is decided by who reads them.
public sealed interface Node {

  /// Where it begins.
  Position position();

  /// One value.
  ///
  /// @param text as written, without quotes
  /// @param quoted whether it was marked as text; a quoted `5` is no number
  record Scalar(Position position, String text, boolean quoted) implements Node {

    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    /// Whether it stands for no value at all.
    public boolean isNothing() {
      return !quoted && NOTHING.contains(text);
    }
  }

  /// A list.
  record Sequence(Position position, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// Keys with values, in the order written; a key may wrongly be there twice.
  record Mapping(Position position, List<Entry> entries) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /// One key with its value.
  record Entry(String key, Position position, Node value) {}

  /// The node reached by following the keys of `path`, if all of them are there.
  static Optional<Node> find(Node from, String... path) {
    Optional<Node> at = Optional.of(from);
    for (String key : path) {
      at = at.flatMap(node -> child(node, key));
    }
    return at;
  }

  private static Optional<Node> child(Node node, String key) {
    return switch (node) {
      case Scalar _, Sequence _ -> Optional.empty();
      case Mapping mapping ->
          mapping.entries().stream()
              .filter(entry -> entry.key().equals(key))
              .map(Entry::value)
              .findFirst();
    };
  }
}
