package milodex.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keys with values, read strictly: a key nobody asked for, or written twice, is a problem.
///
/// Reading never stops at a problem. Problems are gathered over the whole tree, and
/// [#finish] throws them all at once.
public final class Section {

  private final String name;
  private final Optional<Position> position;
  private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Section> inner = new ArrayList<>();
  private final List<Problem> problems;

  private Section(String name, Optional<Node.Mapping> mapping, List<Problem> problems) {
    this.name = name;
    this.position = mapping.map(Node.Mapping::position);
    this.problems = problems;
    mapping.ifPresent(written -> written.entries().forEach(this::take));
  }

  /// The keys at the top of a file.
  ///
  /// @throws ConfigException if the file holds a list or a single value
  public static Section of(Node file) {
    return switch (file) {
      case Node.Mapping mapping -> new Section("", Optional.of(mapping), new ArrayList<>());
      case Node.Scalar _, Node.Sequence _ ->
          throw ConfigException.of(file.position(), "the file must hold 'key: value' lines");
    };
  }

  /// The setting of a key that must be there.
  public Setting required(String key) {
    Setting setting = optional(key);
    if (!setting.isPresent()) {
      position.ifPresent(at -> problems.add(new Problem(at, setting.name() + " is missing")));
    }
    return setting;
  }

  /// The setting of a key that may be left out.
  public Setting optional(String key) {
    known.add(key);
    return new Setting(this, key, Optional.ofNullable(entries.get(key)));
  }

  /// Every setting, where the keys are names of the operator's choice.
  public List<Setting> settings() {
    return List.copyOf(entries.keySet()).stream().map(this::optional).toList();
  }

  /// Ends the reading of this section and of all that were read from it.
  ///
  /// @throws ConfigException if anything was wrong, unknown keys included
  public void finish() {
    reportUnknown();
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }

  /// The section within, empty where it was left out: then nothing in it is missing either.
  Section inner(String key, Optional<Node.Mapping> mapping) {
    Section section = new Section(nameOf(key), mapping, problems);
    inner.add(section);
    return section;
  }

  String nameOf(String key) {
    return name.isEmpty() ? key : name + "." + key;
  }

  void report(Position at, String says) {
    problems.add(new Problem(at, says));
  }

  private void take(Node.Entry entry) {
    Node.Entry first = entries.putIfAbsent(entry.key(), entry);
    if (first != null) {
      report(
          entry.position(),
          nameOf(entry.key())
              + " is written twice; the first is in line "
              + first.position().line()
              + "; keep one");
    }
  }

  private void reportUnknown() {
    for (Node.Entry entry : entries.values()) {
      if (!known.contains(entry.key())) {
        String where = name.isEmpty() ? "" : " in " + name;
        report(
            entry.position(),
            "unknown key '" + entry.key() + "'" + where + Nearest.hint(entry.key(), known));
      }
    }
    inner.forEach(Section::reportUnknown);
  }
}
