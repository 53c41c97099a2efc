package milodex.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known name a mistyped one was probably meant to be.
public final class Nearest {

  private Nearest() {}

  /// The name of `known` with the fewest slips of the finger from `typed`; empty if none is near.
  ///
  /// A slip is a letter too many, missing, wrong, or swapped with its neighbour. Near is at most
  /// two slips, or a third of the length for long names.
  public static Optional<String> to(String typed, Collection<String> known) {
    int most = Math.max(2, typed.length() / 3);
    return known.stream()
        .min(
            Comparator.comparingInt((String name) -> slips(typed, name))
                .thenComparing(Comparator.naturalOrder()))
        .filter(name -> slips(typed, name) <= Math.min(most, name.length() - 1));
  }

  /// `; did you mean 'x'?` with the nearest name, else `; known: x, y, z`.
  public static String hint(String typed, Collection<String> known) {
    return to(typed, known)
        .map(name -> "; did you mean '" + name + "'?")
        .orElseGet(() -> known.isEmpty() ? "" : "; known: " + String.join(", ", known));
  }

  /// Edit distance with neighbours swapped (optimal string alignment).
  private static int slips(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] cost) {
    int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(cost[i - 1][j - 1] + wrong, Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
