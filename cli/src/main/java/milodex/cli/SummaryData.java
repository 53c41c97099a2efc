package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A run's summary as the data of a JSON reply: statistics as numbers, money and settings as text.
final class SummaryData {

  private static final Set<String> STATISTICS =
      Set.of("metrics", "evidence", "fragility", "benchmark");

  private SummaryData() {}

  /// The data of a summary's tree.
  static Data of(Object tree) {
    return object((Map<?, ?>) tree, false);
  }

  private static Data object(Map<?, ?> map, boolean statistics) {
    Data data = Data.of();
    map.forEach(
        (key, value) -> {
          String name = key.toString();
          put(data, name, value, statistics || STATISTICS.contains(name));
        });
    return data;
  }

  private static void put(Data data, String name, Object value, boolean statistics) {
    switch (value) {
      case Map<?, ?> map when map.keySet().equals(Set.of("undefined")) ->
          data.undefined(name, String.valueOf(map.get("undefined")));
      case Map<?, ?> map -> data.object(name, object(map, statistics));
      case List<?> list -> list(data, name, list, statistics);
      case Boolean flag -> data.flag(name, flag);
      case Long number -> data.count(name, number);
      default -> {
        String text = value.toString();
        if (statistics && text.matches("-?[0-9.]+(E-?[0-9]+)?")) {
          data.number(name, Double.parseDouble(text));
        } else {
          data.text(name, text);
        }
      }
    }
  }

  private static void list(Data data, String name, List<?> list, boolean statistics) {
    if (list.stream().allMatch(String.class::isInstance)) {
      data.texts(name, list.stream().map(Object::toString).toList());
      return;
    }
    List<Data> objects = new ArrayList<>();
    for (Object item : list) {
      objects.add(
          item instanceof Map<?, ?> map && !map.containsKey("undefined")
              ? object(map, statistics)
              : object(Map.of("value", item), statistics));
    }
    data.objects(name, objects);
  }
}
