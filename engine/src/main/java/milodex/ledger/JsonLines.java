package milodex.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A ledger as text: one canonical JSON object per line, chained by its hash to the line before.
public final class JsonLines {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonLines() {}

  /// Writes every event of `ledger` and leaves `out` open.
  ///
  /// @return the head of what was written
  /// @throws IOException if `out` fails
  public static Head write(Ledger ledger, OutputStream out) throws IOException {
    Chain chain = new Chain(Head.EMPTY, Optional.empty());
    OutputStream lines = new BufferedOutputStream(out);
    try {
      ledger.replay(event -> write(event, chain, lines));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    lines.flush();
    return chain.head();
  }

  /// Hands every event written in `in` to `reader` once it is known to be the one written.
  ///
  /// @param known a head quoted from this ledger before; without it a cut tail cannot be seen
  /// @return the head of what was read
  /// @throws LedgerCorruptException at the first line that was changed, is missing, or was cut off
  /// @throws LedgerUnavailableException if a newer Milodex wrote it
  /// @throws IOException if `in` fails
  public static Head read(InputStream in, Optional<Head> known, Consumer<Event> reader)
      throws IOException {
    Chain chain = new Chain(Head.EMPTY, known);
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Entry entry = entry(line, chain.head().seq() + 1);
      chain.follow(entry);
      reader.accept(entry.event());
    }
    return chain.end();
  }

  private static void write(Event event, Chain chain, OutputStream out) {
    Line line = chain.link(event);
    try {
      line.write(chain.head().hash(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(String line, long seq) throws IOException {
    try {
      Entry entry = parse(line);
      if (entry.line().equals(line)) {
        return entry;
      }
    } catch (JsonProcessingException e) {
      throw Chain.corrupt(seq, "line " + seq + " is no event: " + e.getOriginalMessage());
    } catch (NumberFormatException e) {
      throw Chain.corrupt(seq, "line " + seq + " is no event: " + e.getMessage());
    }
    throw Chain.corrupt(seq, "line " + seq + " is not as Milodex writes it");
  }

  private static Entry parse(String line) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        boolean payload = json.nextToken() == JsonToken.START_OBJECT;
        int start = (int) json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        int end = (int) json.currentLocation().getCharOffset();
        fields.put(field, payload ? line.substring(start, end) : json.getText());
      }
    }
    return new Entry(
        Long.parseLong(fields.getOrDefault("seq", "")),
        fields.getOrDefault("type", ""),
        Integer.parseInt(fields.getOrDefault("version", "")),
        fields.getOrDefault("key", ""),
        Long.parseLong(fields.getOrDefault("cause", "")),
        fields.getOrDefault("at", ""),
        fields.getOrDefault("payload", ""),
        fields.getOrDefault("hash", ""));
  }
}
