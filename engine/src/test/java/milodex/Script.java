package milodex;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import milodex.market.Symbol;
import milodex.strategy.Decision;
import milodex.strategy.Family;
import milodex.strategy.Holding;
import milodex.strategy.Observation;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.Rule;
import milodex.strategy.Signal;
import milodex.strategy.Template;

/// A rule that wishes what it was told to wish, and remembers what it saw.
///
/// It is told for the close of a session, `2024-03-07`, or of a bar within it in New York time,
/// `2024-03-07 10:05`.
public record Script(SortedMap<String, List<Signal>> wishes, List<Observation> seen)
    implements Template {

  public Script() {
    this(new TreeMap<>(), new ArrayList<>());
  }

  /// Wishes on the close of `when` to buy.
  public Script buy(String when, String symbol, double weight) {
    return wish(when, Signal.Enter.weighing(Symbol.of(symbol), "script.buy", weight, 1, List.of()));
  }

  /// Wishes on the close of `when` to buy for a fixed amount.
  public Script spend(String when, String symbol, String dollars) {
    return wish(
        when,
        Signal.Enter.spending(
            Symbol.of(symbol), "script.buy", new BigDecimal(dollars), 1, List.of()));
  }

  /// Wishes on the close of `when` to sell.
  public Script sell(String when, String symbol) {
    return wish(when, new Signal.Exit(Symbol.of(symbol), "script.sell", List.of()));
  }

  private Script wish(String when, Signal signal) {
    wishes.computeIfAbsent(when, _ -> new ArrayList<>()).add(signal);
    return this;
  }

  /// What the rule saw at the close of `date`.
  public Observation sawOn(String date) {
    return seen.stream()
        .filter(one -> one.session().equals(LocalDate.parse(date)))
        .findFirst()
        .orElseThrow();
  }

  /// What the rule saw on the close of a bar: `2024-03-07 10:05`.
  public Observation sawAt(String minute) {
    return seen.stream()
        .filter(one -> NewYork.minute(one.asOf()).equals(minute))
        .findFirst()
        .orElseThrow();
  }

  /// What the rule saw of its position at the close of `date`.
  public Holding heldOn(String date, String symbol) {
    return Optional.ofNullable(sawOn(date).holdings().get(Symbol.of(symbol))).orElseThrow();
  }

  @Override
  public Decision decide(Observation observed) {
    seen.add(observed);
    List<Signal> signals = new ArrayList<>();
    signals.addAll(wishes.getOrDefault(observed.session().toString(), List.of()));
    signals.addAll(wishes.getOrDefault(NewYork.minute(observed.asOf()), List.of()));
    signals.sort(Comparator.comparing((Signal one) -> one instanceof Signal.Enter));
    return Decision.of(signals, List.of());
  }

  @Override
  public String name() {
    return "daily.script";
  }

  @Override
  public Family family() {
    return Family.NULL;
  }

  @Override
  public int rulesVersion() {
    return 1;
  }

  @Override
  public String says() {
    return "Wishes what it was told to wish.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("script.buy", "Buys as it is told."),
        new Rule("script.sell", "Sells as it is told."));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public Script with(ParameterValues values) {
    return this;
  }

  @Override
  public int lookback() {
    return 3;
  }

  @Override
  public SortedSet<Symbol> alsoReads() {
    return Collections.emptySortedSet();
  }

  @Override
  public int slots() {
    return 10;
  }
}
