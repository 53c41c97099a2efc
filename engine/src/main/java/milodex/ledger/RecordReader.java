package milodex.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads records from JSON as [RecordWriter] writes them, by the names and types of their
/// components.
///
/// A command begins with reading the books, cold. To be read in this plain way takes records a
/// fifth of the time that it takes to make and run deserializers for them.
///
/// Every step throws [IOException] for what is not JSON, and [IllegalArgumentException] or
/// [DateTimeException] for what is not of the type asked for.
final class RecordReader {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser json;

  private RecordReader(JsonParser json) {
    this.json = json;
  }

  /// The record that `json` is, which has no keys that are not components of it.
  ///
  /// @throws IllegalArgumentException if it is none
  static <T> T whole(String json, Class<T> kind) {
    return read(json, kind, false);
  }

  /// The record that `json` is, or the part of it that `kind` has components for.
  ///
  /// @throws IllegalArgumentException if it is none
  static <T> T part(String json, Class<T> kind) {
    return read(json, kind, true);
  }

  private static <T> T read(String text, Class<T> kind, boolean partly) {
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      T record = kind.cast(new RecordReader(json).record(kind, partly));
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("something comes after it");
      }
      return record;
    } catch (IOException | DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private Object record(Class<?> kind, boolean partly) throws IOException {
    require(JsonToken.START_OBJECT);
    RecordShape shape = RecordShape.of(kind);
    @Nullable Object[] parts = new Object[shape.size()];
    while (json.nextToken() != JsonToken.END_OBJECT) {
      int place = shape.place(json.currentName());
      if (place < 0 && !partly) {
        throw new IllegalArgumentException("it has no " + json.currentName());
      }
      json.nextToken();
      if (place < 0) {
        json.skipChildren();
      } else if (parts[place] == null) {
        parts[place] = value(shape.type(place));
      } else {
        throw new IllegalArgumentException("it has two " + json.currentName());
      }
    }
    return shape.make(parts);
  }

  private Object value(Type type) throws IOException {
    return type instanceof Class<?> kind ? single(kind) : several((ParameterizedType) type);
  }

  private Object single(Class<?> kind) throws IOException {
    if (json.hasToken(JsonToken.VALUE_STRING)) {
      return TextType.read(kind, json.getText());
    }
    if (kind == boolean.class) {
      return json.getBooleanValue();
    }
    if (kind == long.class || kind == Long.class) {
      require(JsonToken.VALUE_NUMBER_INT);
      return json.getLongValue();
    }
    if (kind == int.class || kind == Integer.class) {
      require(JsonToken.VALUE_NUMBER_INT);
      return json.getIntValue();
    }
    return kind.isSealed() ? oneOf(kind) : record(kind, false);
  }

  /// A record named, in small letters, by the only key of the object around it.
  private Object oneOf(Class<?> family) throws IOException {
    require(JsonToken.START_OBJECT);
    json.nextToken();
    for (Class<?> kind : family.getPermittedSubclasses()) {
      if (kind.getSimpleName().toLowerCase(Locale.ROOT).equals(json.currentName())) {
        json.nextToken();
        Object one = record(kind, false);
        json.nextToken();
        require(JsonToken.END_OBJECT);
        return one;
      }
    }
    throw new IllegalArgumentException(
        "'" + json.currentName() + "' is no " + family.getSimpleName());
  }

  private Object several(ParameterizedType type) throws IOException {
    Type[] of = type.getActualTypeArguments();
    Type whole = type.getRawType();
    if (whole == Optional.class) {
      return Optional.of(value(of[0]));
    }
    if (whole == SortedMap.class) {
      return map((Class<?>) of[0], of[1]);
    }
    if (whole == List.class) {
      return filled(new ArrayList<>(), of[0]);
    }
    if (whole == SortedSet.class) {
      return filled(new TreeSet<>(), of[0]);
    }
    throw new IllegalStateException("a record that holds a " + type + " cannot be read");
  }

  private Collection<Object> filled(Collection<Object> elements, Type of) throws IOException {
    require(JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(of));
    }
    return elements;
  }

  private SortedMap<Object, Object> map(Class<?> keys, Type values) throws IOException {
    require(JsonToken.START_OBJECT);
    SortedMap<Object, Object> map = new TreeMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      Object key = TextType.read(keys, json.currentName());
      json.nextToken();
      if (map.put(key, value(values)) != null) {
        throw new IllegalArgumentException("it has two " + key);
      }
    }
    return map;
  }

  private void require(JsonToken token) {
    if (!json.hasToken(token)) {
      throw new IllegalArgumentException(
          "there is " + json.currentToken() + " where " + token + " was to be");
    }
  }
}
