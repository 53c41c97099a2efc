package milodex.strategy;

import java.util.List;
import java.util.SortedSet;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// The code of a rule: a pure function from what had closed to what it wishes.
///
/// An implementation is a record whose components are its parameters. Its constructor without
/// arguments gives the standard values, so that `ServiceLoader` can find it by its class name.
public interface Template {

  /// `tempo.rule`, as in a strategy id: `daily.pullback_rsi2`.
  String name();

  Family family();

  /// Changes only when a golden decision of the template changes.
  int rulesVersion();

  /// One or two sentences of what the rule does.
  String says();

  /// The rules its decisions name, entries first, then exits in the order they are asked.
  ///
  /// [Rule#NO_SIGNAL] belongs to every template and is not listed.
  List<Rule> rules();

  /// The bar sizes it can decide on; a strategy file chooses one of them, or has the first.
  default List<Timeframe> barSizes() {
    return List.of(Timeframe.DAY_1);
  }

  /// Every parameter, in the order of its documentation.
  List<Parameter> parameters();

  /// The same rule with other values; `values` holds one for each parameter, within bounds.
  ///
  /// @throws IllegalArgumentException if the values contradict each other
  Template with(ParameterValues values);

  /// How many closed bars of a symbol the rule needs, warm-up included; it sees no more.
  int lookback();

  /// How many closed bars it needs where bars are of `barSize`; the same for every size unless the
  /// template says otherwise.
  default int lookback(Timeframe barSize) {
    return lookback();
  }

  /// Symbols it reads beside those of its universe: a market filter, a rotation's pair.
  SortedSet<Symbol> alsoReads();

  /// The most positions it will hold at once.
  int slots();

  /// What the rule wishes, having seen exactly this. Deciding nothing is a decision too.
  Decision decide(Observation seen);

  /// Whether the strategy only proves the life cycle and claims no edge.
  default boolean isLifecycleProof() {
    return false;
  }

  /// Whether the rule trades so rarely that fewer trades must do.
  default boolean isLowCadence() {
    return false;
  }
}
