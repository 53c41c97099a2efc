package milodex.backtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;
import milodex.analytics.ReturnStreams;
import milodex.ledger.Sha256;

/// The return streams of a trial as they are kept: three JSON arrays, a line each, of the sessions
/// as epoch days, the net returns, and the returns beside the universe.
public record StreamsText(String text) {

  /// Writes `streams`; every number is the shortest text that reads back as it.
  public static StreamsText of(ReturnStreams streams) {
    StringJoiner days = new StringJoiner(",", "[", "]\n");
    Arrays.stream(streams.session()).forEach(day -> days.add(Integer.toString(day)));
    return new StreamsText(days + numbers(streams.net()) + numbers(streams.beside()));
  }

  /// The streams kept as the artifact `hash`; empty if there is none of this name.
  ///
  /// @throws IOException if it cannot be read, or is not what its name says
  public static Optional<ReturnStreams> read(Artifacts artifacts, String hash) throws IOException {
    Optional<InputStream> found = artifacts.open(hash);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(found.get(), StandardCharsets.US_ASCII))) {
      StreamsText read = new StreamsText(in.readAllAsString());
      if (!read.hash().equals(hash)) {
        throw new IOException("the return streams " + hash + " are damaged");
      }
      return Optional.of(read.streams());
    }
  }

  /// SHA-256 of the text, which is the artifact's name.
  public String hash() {
    return Sha256.of(text);
  }

  /// Keeps it.
  public void store(Artifacts artifacts) {
    artifacts.store(out -> out.write(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private ReturnStreams streams() {
    String[] lines = text.split("\n", -1);
    return new ReturnStreams(
        Arrays.stream(cells(lines[0])).mapToInt(Integer::parseInt).toArray(),
        Arrays.stream(cells(lines[1])).mapToDouble(Double::parseDouble).toArray(),
        Arrays.stream(cells(lines[2])).mapToDouble(Double::parseDouble).toArray());
  }

  private static String[] cells(String line) {
    String inside = line.substring(1, line.length() - 1);
    return inside.isEmpty() ? new String[0] : inside.split(",", -1);
  }

  private static String numbers(double[] values) {
    StringJoiner numbers = new StringJoiner(",", "[", "]\n");
    Arrays.stream(values).forEach(value -> numbers.add(Double.toString(value)));
    return numbers.toString();
  }
}
