package milodex.promotion;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The table of what a promotion asks for: evidence that is not handed in is missing.
///
/// @param items the lines of the policy, in the order of its report
public record Gate(List<Item> items) {

  /// A line of the policy.
  ///
  /// @param title its name, one of a kind in the gate
  /// @param required the threshold, as text: `≥ 0.95`
  public record Item(Requirement.Kind kind, String title, String required) {}

  /// What was found about one item.
  ///
  /// @param actual as text: `0.71`
  public record Finding(Requirement.Status status, String actual) {}

  /// @throws IllegalArgumentException if two items have one title
  public Gate {
    items = List.copyOf(items);
    Set<String> titles = new HashSet<>();
    for (Item item : items) {
      if (!titles.add(item.title())) {
        throw new IllegalArgumentException("items hold two with the title " + item.title());
      }
    }
  }

  /// The requirements of this gate with what was found about them, in the order of the items.
  ///
  /// @param findings by title of item
  /// @throws IllegalArgumentException if a finding is about no item of this gate
  public List<Requirement> requirements(Map<String, Finding> findings) {
    for (String title : findings.keySet()) {
      if (items.stream().noneMatch(item -> item.title().equals(title))) {
        throw new IllegalArgumentException("findings hold " + title + ", which no item asks for");
      }
    }
    return items.stream().map(item -> requirement(item, findings)).toList();
  }

  private static Requirement requirement(Item item, Map<String, Finding> findings) {
    Finding finding =
        Optional.ofNullable(findings.get(item.title()))
            .orElseGet(() -> new Finding(new Requirement.Status.Missing(), "missing"));
    return new Requirement(
        item.kind(), item.title(), finding.status(), item.required(), finding.actual());
  }
}
