package milodex.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import milodex.money.Money;
import milodex.statistics.Figure;

/// Named values in the order they were given: a JSON object of a reply.
///
/// Money is text, exact to the last digit; a statistic is a number, or undefined with a reason.
final class Data {

  private static final String UNDEFINED = "undefined";

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();

  private Data() {}

  /// Begins an empty object.
  static Data of() {
    return new Data();
  }

  Data text(String name, String text) {
    return put(name, new Value.Text(text));
  }

  Data money(String name, Money money) {
    return text(name, money.toString());
  }

  Data count(String name, long number) {
    return put(name, new Value.Whole(number));
  }

  /// Puts a statistic; one that is not finite must be [#undefined] instead.
  Data number(String name, double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(name + " is " + number + ", which JSON cannot say");
    }
    return put(name, new Value.Real(number));
  }

  /// Puts a statistic without a value: `null`, its reason under `undefined` of the same object.
  Data undefined(String name, String reason) {
    reasons.put(name, reason);
    return put(name, new Value.Nothing());
  }

  /// Puts a figure: a number, or undefined with its reason.
  Data figure(String name, Figure figure) {
    return switch (figure) {
      case Figure.Known(double value) -> number(name, value);
      case Figure.Undefined(String why) -> undefined(name, why);
    };
  }

  Data flag(String name, boolean flag) {
    return put(name, new Value.Flag(flag));
  }

  Data absent(String name) {
    return put(name, new Value.Nothing());
  }

  Data object(String name, Data object) {
    return put(name, new Value.Fields(object));
  }

  Data texts(String name, List<String> texts) {
    return put(name, new Value.Items(texts.stream().<Value>map(Value.Text::new).toList()));
  }

  Data objects(String name, List<Data> objects) {
    return put(name, new Value.Items(objects.stream().<Value>map(Value.Fields::new).toList()));
  }

  /// The values, the reasons of undefined ones last.
  Map<String, Value> values() {
    Map<String, Value> all = new LinkedHashMap<>(values);
    if (!reasons.isEmpty()) {
      Data said = of();
      reasons.forEach(said::text);
      all.put(UNDEFINED, new Value.Fields(said));
    }
    return Collections.unmodifiableMap(all);
  }

  /// How many items the list `name` has; zero if there is no such list.
  int items(String name) {
    return values.get(name) instanceof Value.Items list ? list.items().size() : 0;
  }

  private Data put(String name, Value value) {
    if (name.equals(UNDEFINED) || values.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("'" + name + "' is taken");
    }
    return this;
  }
}
