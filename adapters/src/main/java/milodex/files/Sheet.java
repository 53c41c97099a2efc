package milodex.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// Rows under typed columns, to be taken out of a workspace as a file.
///
/// @param name of the file, without its ending
/// @param rows how many values every column has
public record Sheet(String name, int rows, List<Column> columns) {

  /// @throws IllegalArgumentException if a column has more or fewer values than `rows`
  public Sheet {
    columns = List.copyOf(columns);
    for (Column column : columns) {
      if (column.size() != rows) {
        throw new IllegalArgumentException(
            "%s: %s has %d values for %d rows".formatted(name, column.name(), column.size(), rows));
      }
    }
  }

  /// The values of one name, from the first row to the last.
  public sealed interface Column {

    String name();

    int size();

    /// Words and codes.
    record Text(String name, List<String> values) implements Column {
      @Override
      public int size() {
        return values.size();
      }
    }

    /// Exchange days.
    record Day(String name, List<LocalDate> values) implements Column {
      @Override
      public int size() {
        return values.size();
      }
    }

    /// Counts and numbers of things.
    record Whole(String name, List<Integer> values) implements Column {
      @Override
      public int size() {
        return values.size();
      }
    }

    /// Money, prices and shares, to the last digit where the format can say it.
    record Exact(String name, List<BigDecimal> values) implements Column {
      @Override
      public int size() {
        return values.size();
      }
    }

    /// Statistics; an unknown one is left out, never zero.
    record Real(String name, List<OptionalDouble> values) implements Column {
      @Override
      public int size() {
        return values.size();
      }
    }
  }

  /// A column of words, one from each of `rows`.
  public static <T> Column text(String name, List<T> rows, Function<T, String> value) {
    return new Column.Text(name, rows.stream().map(value).toList());
  }

  /// A column of days, one from each of `rows`.
  public static <T> Column day(String name, List<T> rows, Function<T, LocalDate> value) {
    return new Column.Day(name, rows.stream().map(value).toList());
  }

  /// A column of whole numbers, one from each of `rows`.
  public static <T> Column whole(String name, List<T> rows, ToIntFunction<T> value) {
    return new Column.Whole(name, rows.stream().map(value::applyAsInt).toList());
  }

  /// A column of exact decimals, one from each of `rows`.
  public static <T> Column exact(String name, List<T> rows, Function<T, BigDecimal> value) {
    return new Column.Exact(name, rows.stream().map(value).toList());
  }

  /// A column of statistics, one from each of `rows` or none.
  public static <T> Column real(String name, List<T> rows, Function<T, Optional<Double>> value) {
    return new Column.Real(
        name,
        rows.stream()
            .map(value)
            .map(one -> one.isPresent() ? OptionalDouble.of(one.get()) : OptionalDouble.empty())
            .toList());
  }
}
