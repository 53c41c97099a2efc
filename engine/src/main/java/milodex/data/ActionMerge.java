package milodex.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import milodex.market.CorporateAction;
import milodex.market.Symbol;

/// Stored and offered corporate actions of one symbol, joined.
///
/// Actions are matched by ex-date and kind. A stored action that is not offered again stays; where
/// both exist and differ, the joined list has the offered one, and [#objection] says so.
public final class ActionMerge {

  private final Symbol symbol;
  private final List<CorporateAction> stored;
  private final List<CorporateAction> actions;
  private final int offered;
  private final SortedMap<LocalDate, String> changed;

  private ActionMerge(
      Symbol symbol,
      List<CorporateAction> stored,
      List<CorporateAction> actions,
      int offered,
      SortedMap<LocalDate, String> changed) {
    this.symbol = symbol;
    this.stored = stored;
    this.actions = actions;
    this.offered = offered;
    this.changed = changed;
  }

  /// Joins what is stored with what is offered.
  ///
  /// @throws IllegalArgumentException if an action belongs to another symbol
  public static ActionMerge of(
      Symbol symbol, List<CorporateAction> stored, List<CorporateAction> offered) {
    SortedMap<String, List<CorporateAction>> joined = byDateAndKind(symbol, stored);
    SortedMap<LocalDate, String> changed = new TreeMap<>();
    byDateAndKind(symbol, offered)
        .forEach(
            (key, actions) -> {
              List<CorporateAction> before = joined.put(key, actions);
              if (before != null && !before.equals(actions)) {
                changed.put(
                    actions.getFirst().exDate(),
                    key + " stored " + values(before) + ", offered " + values(actions));
              }
            });
    return new ActionMerge(
        symbol,
        sorted(stored),
        sorted(joined.values().stream().flatMap(Collection::stream).toList()),
        offered.size(),
        changed);
  }

  /// Whose actions these are.
  public Symbol symbol() {
    return symbol;
  }

  /// The joined actions by ex-date.
  public List<CorporateAction> actions() {
    return actions;
  }

  /// The actions stored before, by ex-date.
  public List<CorporateAction> stored() {
    return stored;
  }

  /// The fingerprint of the stored actions that were joined; empty if none are stored.
  public Optional<BarFingerprint> replaces() {
    return stored.isEmpty() ? Optional.empty() : Optional.of(BarFingerprint.ofActions(stored));
  }

  /// How many actions were offered.
  public int offered() {
    return offered;
  }

  /// Ex-dates with a stored action that differs from the offered one.
  public SortedSet<LocalDate> changed() {
    return new TreeSet<>(changed.keySet());
  }

  /// Whether the store already holds all that is offered.
  public boolean isNothingNew() {
    return stored.equals(actions);
  }

  /// Why the joined actions may not be stored without a reason given; empty if they may.
  public Optional<String> objection() {
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "stored actions differ from the offered ones on %d ex-dates; first: %s"
                .formatted(changed.size(), changed.firstEntry().getValue()));
  }

  private static SortedMap<String, List<CorporateAction>> byDateAndKind(
      Symbol symbol, List<CorporateAction> actions) {
    SortedMap<String, List<CorporateAction>> groups = new TreeMap<>();
    for (CorporateAction action : sorted(actions)) {
      if (!action.symbol().equals(symbol)) {
        throw new IllegalArgumentException(action + " is not an action of " + symbol);
      }
      groups
          .computeIfAbsent(
              action.exDate() + " " + ActionTerms.kind(action), key -> new ArrayList<>())
          .add(action);
    }
    return groups;
  }

  /// By ex-date, numbers without trailing zeros, so that equal actions are equal.
  private static List<CorporateAction> sorted(List<CorporateAction> actions) {
    return actions.stream()
        .map(action -> ActionTerms.under(action.symbol(), action))
        .sorted(ActionTerms.ORDER)
        .toList();
  }

  private static String values(List<CorporateAction> actions) {
    return actions.stream().map(ActionTerms::value).collect(Collectors.joining(" and "));
  }
}
