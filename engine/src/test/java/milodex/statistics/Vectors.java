package milodex.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/// Verified numbers: inputs, what must come out, and where the number is from.
public final class Vectors {

  private static final JsonNode ALL = read();

  private Vectors() {}

  /// The vector named `id`, for example `S-SR-01`, with its `inputs`, `expected` and `tolerance`.
  static JsonNode vector(String id) {
    return StreamSupport.stream(ALL.spliterator(), false)
        .filter(vector -> vector.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no vector is named " + id));
  }

  /// What the vector named `id` is computed from.
  public static JsonNode inputs(String id) {
    return vector(id).get("inputs");
  }

  /// What must come out.
  public static JsonNode expected(String id) {
    return vector(id).get("expected");
  }

  /// The ids of all vectors, in order.
  static List<String> ids() {
    return StreamSupport.stream(ALL.spliterator(), false).map(v -> v.get("id").asText()).toList();
  }

  /// An array of numbers.
  public static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  /// One column of a file of numbers, by its heading.
  static double[] column(String file, String heading) {
    List<String> lines = lines(file);
    int at = Arrays.asList(lines.getFirst().split(",", -1)).indexOf(heading);
    return lines.stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[at]))
        .toArray();
  }

  /// A file of numbers, a row for each line; `headings` lines and `labels` columns are left out.
  static double[][] matrix(String file, int headings, int labels) {
    return lines(file).stream()
        .skip(headings)
        .map(
            line ->
                Arrays.stream(line.split(",", -1))
                    .skip(labels)
                    .mapToDouble(Double::parseDouble)
                    .toArray())
        .toArray(double[][]::new);
  }

  /// Holds `actual` against a number of a vector, within `relative` of its size.
  static void same(double actual, JsonNode expected, double relative) {
    double value = expected.asDouble();
    assertThat(actual).isCloseTo(value, within(relative * Math.max(Math.abs(value), 1e-300)));
  }

  private static List<String> lines(String file) {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read() {
    try (InputStream in = open("stats-vectors-shared.json")) {
      return new ObjectMapper().readTree(in).get("vectors");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    InputStream in = Vectors.class.getResourceAsStream("/statistics/" + file);
    if (in == null) {
      throw new IllegalArgumentException("no test resource is named " + file);
    }
    return in;
  }
}
