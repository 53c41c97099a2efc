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
public record Script(SortedMap<LocalDate, List<Signal>> wishes, List<Observation> seen)
    implements Template {

  public Script() {
    this(new TreeMap<>(), new ArrayList<>());
  }

  /// Wishes on the close of `date` to buy.
  public Script buy(String date, String symbol, double weight) {
    return wish(date, Signal.Enter.weighing(Symbol.of(symbol), "script.buy", weight, 1, List.of()));
  }

  /// Wishes on the close of `date` to buy for a fixed amount.
  public Script spend(String date, String symbol, String dollars) {
    return wish(
        date,
        Signal.Enter.spending(
            Symbol.of(symbol), "script.buy", new BigDecimal(dollars), 1, List.of()));
  }

  /// Wishes on the close of `date` to sell.
  public Script sell(String date, String symbol) {
    return wish(date, new Signal.Exit(Symbol.of(symbol), "script.sell", List.of()));
  }

  private Script wish(String date, Signal signal) {
    wishes.computeIfAbsent(LocalDate.parse(date), _ -> new ArrayList<>()).add(signal);
    return this;
  }

  /// What the rule saw at the close of `date`.
  public Observation sawOn(String date) {
    return seen.stream()
        .filter(one -> one.session().equals(LocalDate.parse(date)))
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
    List<Signal> signals = new ArrayList<>(wishes.getOrDefault(observed.session(), List.of()));
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
