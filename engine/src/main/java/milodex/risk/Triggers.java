package milodex.risk;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.ledger.HaltMode;

/// What the kill switch does by itself, for each reason it trips.
///
/// @param other the modes that are not the standard ones
public record Triggers(SortedMap<Trigger, HaltMode> other) {

  public Triggers {
    SortedMap<Trigger, HaltMode> kept = new TreeMap<>(other);
    kept.entrySet().removeIf(one -> one.getValue() == one.getKey().standard());
    other = Collections.unmodifiableSortedMap(kept);
  }

  /// The modes shipped with the program.
  public static Triggers standard() {
    return new Triggers(Collections.emptySortedMap());
  }

  /// The same with another mode for one of them.
  public Triggers with(Trigger trigger, HaltMode mode) {
    SortedMap<Trigger, HaltMode> modes = new TreeMap<>(other);
    modes.put(trigger, mode);
    return new Triggers(modes);
  }

  /// What it does for `trigger`.
  public HaltMode mode(Trigger trigger) {
    return Optional.ofNullable(other.get(trigger)).orElse(trigger.standard());
  }

  /// The modes by their keys in the policy's file: that of the losses and of failed orders always,
  /// of what came later those that are not standard.
  public SortedMap<String, Object> tree() {
    SortedMap<String, Object> tree = new TreeMap<>();
    for (Trigger trigger : Trigger.values()) {
      if (trigger.compareTo(Trigger.SUBMIT_FAILURES) <= 0 || other.containsKey(trigger)) {
        tree.put(trigger.key(), mode(trigger).toString());
      }
    }
    return tree;
  }

  /// Of these modes by their keys, those that are stated.
  static Triggers of(Map<Trigger, Optional<HaltMode>> stated) {
    SortedMap<Trigger, HaltMode> modes = new TreeMap<>();
    stated.forEach((trigger, mode) -> mode.ifPresent(one -> modes.put(trigger, one)));
    return new Triggers(modes);
  }
}
