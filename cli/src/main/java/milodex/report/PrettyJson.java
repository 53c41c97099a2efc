package milodex.report;

import java.util.List;
import java.util.Map;
import milodex.ledger.CanonicalJson;

/// Canonical JSON with a line for each value; without line breaks and indentation it is the text
/// that was hashed.
final class PrettyJson {

  private final StringBuilder out = new StringBuilder();

  private PrettyJson() {}

  /// @param tree as [CanonicalJson#parse] gives it
  static String of(Object tree) {
    PrettyJson json = new PrettyJson();
    json.value(tree, "\n");
    return json.out.toString();
  }

  /// @param line begins a line at the depth of this value
  private void value(Object tree, String line) {
    switch (tree) {
      case Map<?, ?> map when !map.isEmpty() -> {
        String comma = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.append(comma).append(line).append("  ");
          out.append(CanonicalJson.write(entry.getKey())).append(": ");
          value(entry.getValue(), line + "  ");
          comma = ",";
        }
        out.append(line).append('}');
      }
      case List<?> list when !list.isEmpty() -> {
        String comma = "[";
        for (Object item : list) {
          out.append(comma).append(line).append("  ");
          value(item, line + "  ");
          comma = ",";
        }
        out.append(line).append(']');
      }
      default -> out.append(CanonicalJson.write(tree));
    }
  }
}
