package milodex.risk;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import milodex.ledger.HaltMode;
import milodex.money.Fraction;

/// What the kill switch does by itself, for each reason it trips, and from what on.
///
/// @param modes those that are not the standard ones
/// @param thresholds those that are not the standard ones
public record Triggers(
    SortedMap<Trigger, HaltMode> modes, SortedMap<Threshold, BigDecimal> thresholds) {

  public Triggers {
    SortedMap<Trigger, HaltMode> otherModes = new TreeMap<>(modes);
    otherModes.entrySet().removeIf(one -> one.getValue() == one.getKey().standard());
    modes = Collections.unmodifiableSortedMap(otherModes);
    SortedMap<Threshold, BigDecimal> others = new TreeMap<>(thresholds);
    others.replaceAll(Triggers::allowed);
    others.entrySet().removeIf(one -> one.getValue().compareTo(one.getKey().standard()) == 0);
    thresholds = Collections.unmodifiableSortedMap(others);
  }

  /// The modes and thresholds shipped with the program.
  public static Triggers standard() {
    return new Triggers(Collections.emptySortedMap(), Collections.emptySortedMap());
  }

  /// The same with another mode for one of them.
  public Triggers with(Trigger trigger, HaltMode mode) {
    SortedMap<Trigger, HaltMode> changed = new TreeMap<>(modes);
    changed.put(trigger, mode);
    return new Triggers(changed, thresholds);
  }

  /// The same with another threshold.
  ///
  /// @throws IllegalArgumentException if `value` is out of its bounds, or has to be whole and is
  ///     not
  public Triggers with(Threshold threshold, BigDecimal value) {
    SortedMap<Threshold, BigDecimal> changed = new TreeMap<>(thresholds);
    changed.put(threshold, value);
    return new Triggers(modes, changed);
  }

  /// What it does for `trigger`.
  public HaltMode mode(Trigger trigger) {
    return Optional.ofNullable(modes.get(trigger)).orElse(trigger.standard());
  }

  /// A threshold that is a whole number.
  public int whole(Threshold threshold) {
    return value(threshold).intValueExact();
  }

  /// A threshold that is a share of a price.
  public Fraction band(Threshold threshold) {
    return new Fraction(value(threshold));
  }

  /// How often `trigger` has to be found; 1 where the policy states no count.
  public int times(Trigger trigger) {
    return whole(trigger, Threshold.Unit.COUNT);
  }

  /// Within how many sessions, the one it is found in included; 1 where the policy states none.
  public int sessions(Trigger trigger) {
    return whole(trigger, Threshold.Unit.SESSIONS);
  }

  /// Triggers that never trip, because they are found once a session and have to be found more
  /// often than there are sessions to find them in.
  SortedSet<Trigger> never() {
    SortedSet<Trigger> never = new TreeSet<>();
    for (Trigger trigger : Trigger.values()) {
      if (trigger.isFoundOnceASession() && times(trigger) > sessions(trigger)) {
        never.add(trigger);
      }
    }
    return never;
  }

  /// Modes and thresholds by their keys in the policy's file: the modes of the losses and of failed
  /// orders always, of the rest what is not standard.
  public SortedMap<String, Object> tree() {
    SortedMap<String, Object> tree = new TreeMap<>();
    for (Trigger trigger : Trigger.values()) {
      if (trigger.compareTo(Trigger.SUBMIT_FAILURES) <= 0 || modes.containsKey(trigger)) {
        tree.put(trigger.key(), mode(trigger).toString());
      }
    }
    thresholds.forEach(
        (threshold, value) ->
            tree.put(
                threshold.key(),
                threshold.isWhole() ? value.intValueExact() : new Fraction(value).toString()));
    return tree;
  }

  /// Those of these modes and thresholds that are stated.
  static Triggers of(
      Map<Trigger, Optional<HaltMode>> modes, Map<Threshold, Optional<BigDecimal>> thresholds) {
    return new Triggers(stated(modes), stated(thresholds));
  }

  private static <K, V> SortedMap<K, V> stated(Map<K, Optional<V>> all) {
    SortedMap<K, V> stated = new TreeMap<>();
    all.forEach((key, value) -> value.ifPresent(one -> stated.put(key, one)));
    return stated;
  }

  private BigDecimal value(Threshold threshold) {
    return Optional.ofNullable(thresholds.get(threshold)).orElse(threshold.standard());
  }

  private int whole(Trigger trigger, Threshold.Unit unit) {
    for (Threshold threshold : Threshold.values()) {
      if (threshold.trigger() == trigger && threshold.unit() == unit) {
        return whole(threshold);
      }
    }
    return 1;
  }

  private static BigDecimal allowed(Threshold threshold, BigDecimal value) {
    boolean isBounded =
        threshold.min().compareTo(value) <= 0 && value.compareTo(threshold.max()) <= 0;
    BigDecimal plain = new Fraction(value).value();
    if (!isBounded || (threshold.isWhole() && plain.scale() > 0)) {
      throw new IllegalArgumentException(
          "%s is %s; allowed: %s from %s to %s"
              .formatted(
                  threshold.key(),
                  value.toPlainString(),
                  threshold.isWhole() ? "a whole number" : "a number",
                  threshold.min(),
                  threshold.max()));
    }
    return plain;
  }
}
