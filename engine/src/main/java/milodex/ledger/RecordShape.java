package milodex.ledger;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a record is made of its components.
final class RecordShape {

  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> kind) {
          return new RecordShape(kind);
        }
      };

  private final String[] names;
  private final Type[] types;
  private final Constructor<?> constructor;

  private RecordShape(Class<?> kind) {
    RecordComponent[] components = kind.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException("a " + kind.getSimpleName() + " is no object");
    }
    names = new String[components.length];
    types = new Type[components.length];
    Class<?>[] parameters = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      names[i] = components[i].getName();
      types[i] = components[i].getGenericType();
      parameters[i] = components[i].getType();
    }
    try {
      constructor = kind.getDeclaredConstructor(parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has this constructor", e);
    }
    constructor.setAccessible(true);
  }

  /// @throws IllegalArgumentException if `kind` is no record
  static RecordShape of(Class<?> kind) {
    return SHAPES.get(kind);
  }

  int size() {
    return names.length;
  }

  /// Which component has this name; -1: none.
  int place(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  Type type(int place) {
    return types[place];
  }

  /// The record of these components.
  ///
  /// @param parts in their order; null: absent, which only what is optional may be
  /// @throws IllegalArgumentException if one is missing, or the record refuses them
  Object make(@Nullable Object[] parts) {
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] == null) {
        if (!(types[i] instanceof ParameterizedType type && type.getRawType() == Optional.class)) {
          throw new IllegalArgumentException("its " + names[i] + " is missing");
        }
        parts[i] = Optional.empty();
      }
    }
    try {
      return constructor.newInstance(parts);
    } catch (InvocationTargetException e) {
      Throwable refusal = Objects.requireNonNullElse(e.getCause(), e);
      if (refusal instanceof Error error) {
        throw error;
      }
      throw new IllegalArgumentException(refusal.getMessage(), refusal);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the constructor of a record can be called", e);
    }
  }
}
