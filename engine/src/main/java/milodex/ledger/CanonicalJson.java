package milodex.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// One text for one tree of values, so that equal trees have equal hashes (RFC 8785).
///
/// A tree is made of `Map<String, ?>`, `List<?>`, `String`, `Boolean`, `Integer` and `Long`.
/// Decimals are written as text by whoever makes the tree; what is absent is left out, never null.
public final class CanonicalJson {

  /// Above it a JSON number is not exact everywhere.
  private static final long LARGEST = (1L << 53) - 1;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private CanonicalJson() {}

  /// The canonical text of `tree`: keys sorted by UTF-16 unit, no spaces, shortest escapes.
  ///
  /// @throws IllegalArgumentException if the tree holds anything else than named above, a whole
  ///     number beyond 2^53 - 1, or half of a surrogate pair
  public static String write(Object tree) {
    StringBuilder out = new StringBuilder(256);
    value(out, tree);
    return out.toString();
  }

  /// The tree written in `json`: sorted maps, lists, strings, booleans; whole numbers are `Long`.
  ///
  /// @throws IllegalArgumentException if `json` is broken, repeats a key, or holds null or a
  ///     decimal number
  public static Object parse(String json) {
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      Object tree = read(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("not one JSON value: more follows the first");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory does not fail", e);
    }
  }

  /// Writes `text` between quotes.
  static void text(StringBuilder out, String text) {
    out.append('"');
    if (isPlain(text)) {
      out.append(text);
    } else {
      escaped(out, text);
    }
    out.append('"');
  }

  /// Whether it is written as it is; most texts are.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private static void escaped(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
        requirePair(c, text.charAt(++i));
        out.append(c).append(text.charAt(i));
      } else if (Character.isSurrogate(c)) {
        requirePair(c, ' ');
      } else if (c < ' ' || c == '"' || c == '\\') {
        escape(out, c);
      } else {
        out.append(c);
      }
    }
  }

  private static void value(StringBuilder out, Object value) {
    switch (value) {
      case String text -> text(out, text);
      case Map<?, ?> map -> object(out, map);
      case List<?> list -> array(out, list);
      case Boolean truth -> out.append(truth.booleanValue());
      case Integer number -> out.append(number.intValue());
      case Long number -> out.append(exact(number));
      case null -> throw new IllegalArgumentException("what is absent is left out, never null");
      default ->
          throw new IllegalArgumentException(
              value.getClass().getSimpleName() + " has no canonical JSON: write it as text");
    }
  }

  private static void object(StringBuilder out, Map<?, ?> map) {
    SortedMap<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    out.append('{');
    String comma = "";
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      out.append(comma);
      text(out, entry.getKey());
      out.append(':');
      value(out, entry.getValue());
      comma = ",";
    }
    out.append('}');
  }

  private static void array(StringBuilder out, List<?> list) {
    out.append('[');
    for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
      value(out, items.next());
      out.append(items.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private static long exact(long number) {
    if (Math.abs(number) > LARGEST || number == Long.MIN_VALUE) {
      throw new IllegalArgumentException(number + " is beyond 2^53 - 1: write it as text");
    }
    return number;
  }

  private static void requirePair(char high, char low) {
    if (!Character.isSurrogatePair(high, low)) {
      throw new IllegalArgumentException("a text holds half of a surrogate pair");
    }
  }

  private static void escape(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default ->
          out.append("\\u00")
              .append(Character.forDigit(c >> 4, 16))
              .append(Character.forDigit(c & 15, 16));
    }
  }

  private static Object read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IllegalArgumentException("not JSON: nothing is there");
    }
    return switch (token) {
      case START_OBJECT -> map(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> exact(parser.getLongValue());
      default -> throw new IllegalArgumentException("no canonical JSON holds " + parser.getText());
    };
  }

  private static SortedMap<String, Object> map(JsonParser parser) throws IOException {
    SortedMap<String, Object> map = new TreeMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      map.put(key, read(parser));
    }
    return Collections.unmodifiableSortedMap(map);
  }

  private static List<Object> list(JsonParser parser) throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(read(parser));
    }
    return Collections.unmodifiableList(list);
  }
}
