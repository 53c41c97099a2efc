package milodex.strategy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// The templates that can be named in a strategy file.
public final class Templates {

  private final SortedMap<String, Known> byName;

  private Templates(SortedMap<String, Known> byName) {
    this.byName = byName;
  }

  /// Every template that `ServiceLoader` finds beside the contract, with standard values.
  ///
  /// @throws IllegalArgumentException if two of them have one name
  public static Templates shipped() {
    return of(ServiceLoader.load(Template.class, Template.class.getClassLoader()));
  }

  /// These templates, as if they were shipped.
  ///
  /// @throws IllegalArgumentException if two of them have one name
  public static Templates of(Iterable<? extends Template> all) {
    return new Templates(new TreeMap<>()).and(new Origin.Shipped(), all);
  }

  /// These templates and more of one origin.
  ///
  /// @throws IllegalArgumentException if two of them have one name
  public Templates and(Origin origin, Iterable<? extends Template> more) {
    SortedMap<String, Known> together = new TreeMap<>(byName);
    for (Template template : more) {
      Known other = together.putIfAbsent(template.name(), new Known(template, origin));
      if (other != null) {
        throw new IllegalArgumentException(
            "two templates are called '%s': %s and %s; rename one or leave one out"
                .formatted(
                    template.name(),
                    other.template.getClass().getName(),
                    template.getClass().getName()));
      }
    }
    return new Templates(together);
  }

  /// The template called `name`, `tempo.rule`, with standard values.
  public Optional<Template> find(String name) {
    return Optional.ofNullable(byName.get(name)).map(Known::template);
  }

  /// Where the template called `name` came from; of one nobody knows, nothing is said.
  public Optional<Origin> origin(String name) {
    return Optional.ofNullable(byName.get(name)).map(Known::origin);
  }

  /// All templates, sorted by name.
  public List<Template> all() {
    return byName.values().stream().map(Known::template).toList();
  }

  /// The names of all templates, sorted.
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeMap<>(byName).navigableKeySet());
  }

  private record Known(Template template, Origin origin) {}
}
