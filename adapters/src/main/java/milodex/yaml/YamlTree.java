package milodex.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import milodex.config.ConfigException;
import milodex.config.Node;
import milodex.config.Position;
import milodex.config.Problem;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Makes a tree of settings of the events of a YAML parser.
final class YamlTree {

  /// No file of settings nests deeper; the limit keeps a hostile one from exhausting the stack.
  private static final int DEEPEST = 32;

  private static final int LONGEST_KEY = 100;

  private final String file;
  private final Iterator<Event> events;
  private final List<Problem> problems = new ArrayList<>();

  YamlTree(String file, Iterator<Event> events) {
    this.file = file;
    this.events = events;
  }

  /// The tree of the only document there is.
  ///
  /// @throws ConfigException if there is none, or several, or it uses what is refused
  Node document() {
    expect(Event.ID.StreamStart);
    if (events.next().getEventId() == Event.ID.StreamEnd) {
      throw ConfigException.of(Position.whole(file), "is empty; it must hold settings");
    }
    Node tree = node(events.next(), 1);
    expect(Event.ID.DocumentEnd);
    Event next = events.next();
    if (next.getEventId() != Event.ID.StreamEnd) {
      report(next, "a second document begins; keep one in a file");
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return tree;
  }

  private Node node(Event event, int depth) {
    if (depth > DEEPEST) {
      throw ConfigException.of(
          position(event), "is nested more than " + DEEPEST + " levels deep; no setting is");
    }
    refuseExtras(event);
    return switch (event.getEventId()) {
      case SequenceStart -> sequence(event, depth);
      case MappingStart -> mapping(event, depth);
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> new Node.Scalar(position(event), "", true);
      case DocumentStart, DocumentEnd, StreamStart, StreamEnd, SequenceEnd, MappingEnd, Comment ->
          throw new IllegalStateException("a YAML parser gave " + event + " where a value stands");
    };
  }

  private Node scalar(ScalarEvent event) {
    return new Node.Scalar(position(event), event.getValue(), !event.isPlain());
  }

  private Node sequence(Event start, int depth) {
    List<Node> items = new ArrayList<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(next, depth + 1));
      next = events.next();
    }
    return new Node.Sequence(position(start), items);
  }

  private Node mapping(Event start, int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.MappingEnd) {
      Node key = node(next, depth + 1);
      Node value = node(events.next(), depth + 1);
      switch (key) {
        case Node.Scalar name when name.text().length() > LONGEST_KEY ->
            report(next, "a key is longer than " + LONGEST_KEY + " characters; no setting's is");
        case Node.Scalar name -> entries.add(new Node.Entry(name.text(), name.position(), value));
        case Node.Sequence _, Node.Mapping _ -> report(next, "a key must be one word");
      }
      next = events.next();
    }
    return new Node.Mapping(position(start), entries);
  }

  private void refuseExtras(Event event) {
    if (event instanceof AliasEvent alias) {
      report(event, "the alias *" + alias.getAlias() + " is not allowed; write the value out");
    } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      String anchor = node.getAnchor().get().getValue();
      report(event, "the anchor &" + anchor + " is not allowed; remove it");
    }
    tag(event).ifPresent(tag -> report(event, "the tag " + tag + " is not allowed; remove it"));
  }

  private static Optional<String> tag(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag();
      case CollectionStartEvent collection -> collection.getTag();
      default -> Optional.empty();
    };
  }

  private void expect(Event.ID id) {
    Event event = events.next();
    if (event.getEventId() != id) {
      throw new IllegalStateException("a YAML parser gave " + event + " instead of " + id);
    }
  }

  private void report(Event event, String says) {
    problems.add(new Problem(position(event), says));
  }

  private Position position(Event event) {
    return event.getStartMark().map(mark -> position(file, mark)).orElse(Position.whole(file));
  }

  /// The parser counts lines and columns from 0, people from 1.
  static Position position(String file, Mark mark) {
    return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
