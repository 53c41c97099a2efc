package milodex.strategy;

import java.util.Collections;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeMap;

/// The templates that can be named in a strategy file.
public final class Templates {

  private final TreeMap<String, Template> byName = new TreeMap<>();

  private Templates() {}

  /// Every template that `ServiceLoader` finds beside the contract, with standard values.
  ///
  /// @throws IllegalArgumentException if two of them have one name
  public static Templates shipped() {
    return of(ServiceLoader.load(Template.class, Template.class.getClassLoader()));
  }

  /// These templates.
  ///
  /// @throws IllegalArgumentException if two of them have one name
  public static Templates of(Iterable<? extends Template> all) {
    Templates templates = new Templates();
    for (Template template : all) {
      Template other = templates.byName.putIfAbsent(template.name(), template);
      if (other != null) {
        throw new IllegalArgumentException(
            "two templates are called '%s': %s and %s; rename one or leave one out"
                .formatted(
                    template.name(), other.getClass().getName(), template.getClass().getName()));
      }
    }
    return templates;
  }

  /// The template called `name`, `tempo.rule`, with standard values.
  public Optional<Template> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The names of all templates, sorted.
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(byName.navigableKeySet());
  }
}
