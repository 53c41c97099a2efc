package milodex.risk;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which limits leave no room for an entry: those of the account and those of its strategy, each
/// asked by itself, so that neither hides the other.
///
/// @param account reason codes of the account's
/// @param strategy reason codes of the strategy's own
public record Stops(SortedSet<String> account, SortedSet<String> strategy) {

  /// Rows that compare with a number of the strategy; rows 18 and 24 compare with both.
  private static final Set<Integer> OWN = Set.of(15, 23);

  public Stops {
    account = Collections.unmodifiableSortedSet(new TreeSet<>(account));
    strategy = Collections.unmodifiableSortedSet(new TreeSet<>(strategy));
  }

  /// What rows 12 to 25 hold against `entry`, which is not made smaller.
  ///
  /// @param entry a purchase, of as little as it can be
  /// @throws IllegalArgumentException if a limit cannot be measured
  public static Stops of(Proposal entry, Circumstances facts, RiskPolicy policy) {
    SortedSet<String> account = new TreeSet<>();
    SortedSet<String> strategy = new TreeSet<>();
    for (Check check : Checks.all()) {
      switch (check) {
        case FactCheck one -> {
          if (one.isLimit() && one.judge(entry, facts, policy) instanceof Answer.Breach breach) {
            (OWN.contains(one.row()) ? strategy : account).add(breach.code());
          }
        }
        case SizeCheck one ->
            one.binding(entry, facts, policy).stream()
                .filter(room -> !room.fits(entry.quantity()))
                .forEach(
                    room -> (room.scope() == Scope.ACCOUNT ? account : strategy).add(room.code()));
      }
    }
    return new Stops(account, strategy);
  }

  /// Whether nothing is in the way.
  public boolean areNone() {
    return account.isEmpty() && strategy.isEmpty();
  }
}
