package milodex.promotion;

import java.util.Comparator;
import java.util.List;
import milodex.ledger.PromotionFact;

/// What was decided about a step from stage to stage.
public sealed interface Step {

  /// It may be taken.
  ///
  /// @param fact what is written
  /// @param number which step of the strategy it is, from 1; another step of the same number
  ///     excludes it
  record Taken(PromotionFact fact, int number) implements Step {}

  /// There is nothing to do: it is there already.
  record There(Standing standing) implements Step {}

  /// It may not be taken.
  ///
  /// @param lacks everything that stands in the way, one at least
  record Refused(List<Lack> lacks) implements Step {

    /// @throws IllegalArgumentException if nothing stands in the way
    public Refused {
      if (lacks.isEmpty()) {
        throw new IllegalArgumentException("lacks is not empty where a step is refused");
      }
      lacks = List.copyOf(lacks);
    }

    /// What weighs most of it.
    public Lack first() {
      return lacks.stream().min(Comparator.comparing(Lack::code)).orElseThrow();
    }
  }
}
