package milodex.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milodex.market.Symbol;

/// The values of a template's parameters, each within its bounds.
///
/// Values are kept as text in one canonical form, so that equal values are equal maps.
public final class ParameterValues {

  private final SortedMap<String, String> values;

  private ParameterValues(SortedMap<String, String> values) {
    this.values = Collections.unmodifiableSortedMap(values);
  }

  /// These values, taken as checked.
  ///
  /// @param values canonical text by name: whole numbers and decimals without trailing zeros, an
  ///     absent ticker or decimal as the empty text, a date as `2020-12-31`, a list as [#joined]
  ///     writes it
  public static ParameterValues of(Map<String, String> values) {
    return new ParameterValues(new TreeMap<>(values));
  }

  /// The standard values of `template`, as shipped.
  public static ParameterValues standard(Template template) {
    return standard(template.parameters());
  }

  /// The standard values of `parameters`.
  public static ParameterValues standard(List<Parameter> parameters) {
    TreeMap<String, String> values = new TreeMap<>();
    for (Parameter parameter : parameters) {
      values.put(
          parameter.name(),
          switch (parameter) {
            case Parameter.Whole whole -> Integer.toString(whole.standard());
            case Parameter.Decimal decimal ->
                decimal.standard().map(ParameterValues::plain).orElse("");
            case Parameter.Choice choice -> choice.standard();
            case Parameter.Ticker ticker -> ticker.standard().map(Symbol::ticker).orElse("");
            case Parameter.Day day -> day.standard().toString();
            case Parameter.Wholes wholes -> joined(wholes.standard());
          });
    }
    return new ParameterValues(values);
  }

  /// The canonical text of a decimal: no exponent, no trailing zeros.
  public static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /// The canonical text of a list of whole numbers: sorted, with commas between.
  public static String joined(Collection<Integer> numbers) {
    return numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
  }

  /// These values with one replaced.
  public ParameterValues with(String name, String value) {
    TreeMap<String, String> changed = new TreeMap<>(values);
    changed.put(name, value);
    return new ParameterValues(changed);
  }

  public int whole(String name) {
    return Integer.parseInt(text(name));
  }

  public double decimal(String name) {
    return Double.parseDouble(text(name));
  }

  /// The exact decimal, or empty if it was left out.
  public Optional<BigDecimal> exact(String name) {
    String text = text(name);
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }

  public String choice(String name) {
    return text(name);
  }

  /// The ticker, or empty if it was left out.
  public Optional<Symbol> ticker(String name) {
    String text = text(name);
    return text.isEmpty() ? Optional.empty() : Optional.of(Symbol.of(text));
  }

  /// The ticker that must be there.
  ///
  /// @throws IllegalArgumentException if it was left out
  public Symbol requiredTicker(String name) {
    return ticker(name).orElseThrow(() -> new IllegalArgumentException(name + " names no symbol"));
  }

  public LocalDate day(String name) {
    return LocalDate.parse(text(name));
  }

  /// The whole numbers of a list, sorted.
  public List<Integer> wholes(String name) {
    return Stream.of(text(name).split(",", -1)).map(Integer::valueOf).toList();
  }

  /// Canonical text by name, sorted.
  public SortedMap<String, String> asMap() {
    return values;
  }

  /// Whether a value of this name is known.
  public boolean has(String name) {
    return values.containsKey(name);
  }

  private String text(String name) {
    String text = values.get(name);
    if (text == null) {
      throw new IllegalArgumentException("no parameter is called '" + name + "'");
    }
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParameterValues that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
