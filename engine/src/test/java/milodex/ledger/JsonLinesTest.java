package milodex.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  private final MemoryLedger ledger = new MemoryLedger();

  JsonLinesTest() {
    RandomFacts facts = new RandomFacts(5);
    for (FactType type : FactType.values()) {
      long cause = ledger.head().seq();
      ledger.append(LedgerContract.OPEN, Draft.because(cause, type.label(), facts.next(type)));
    }
  }

  @Test
  void aLedgerReadsBackEventByEventWithItsHead() throws IOException {
    List<Event> read = new ArrayList<>();

    Head head = JsonLines.read(in(text()), Optional.of(ledger.head()), read::add);

    assertThat(read).isEqualTo(LedgerContract.events(ledger));
    assertThat(head).isEqualTo(ledger.head());
  }

  @Test
  void everyLineIsOneCanonicalObjectWhoseHashAnyToolCanRecompute() throws IOException {
    String previous = Head.EMPTY.hash();
    for (String line : text().lines().toList()) {
      String hash = line.replaceFirst(".*?\"hash\":\"([0-9a-f]{64})\".*", "$1");
      String rest = line.replaceFirst("\"hash\":\"[0-9a-f]{64}\",", "");

      assertThat(line).isEqualTo(new JsonCanonicalizer(line).getEncodedString());
      assertThat(Sha256.of(previous + rest)).isEqualTo(hash);
      previous = hash;
    }
    assertThat(previous).isEqualTo(ledger.head().hash());
  }

  @Test
  void anyChangedByteIsFoundInItsLine() throws IOException {
    byte[] bytes = text().getBytes(UTF_8);
    for (int i = 0; i < bytes.length - 1; i += 7) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      long line = lineOf(bytes, i);

      LedgerCorruptException found =
          catchThrowableOfType(
              LedgerCorruptException.class,
              () -> JsonLines.read(new ByteArrayInputStream(changed), Optional.empty(), e -> {}));

      assertThat(found).as("byte " + i).isNotNull();
      assertThat(found.seq()).as("byte " + i).isEqualTo(line);
    }
  }

  @Test
  void aMissingLineIsNamed() throws IOException {
    List<String> lines = new ArrayList<>(text().lines().toList());
    lines.remove(3);

    assertThatThrownBy(() -> read(String.join("\n", lines), Optional.empty()))
        .isInstanceOf(LedgerCorruptException.class)
        .hasMessageContaining("event 4 is missing, event 5 is in its place")
        .hasMessageContaining("Milodex changed nothing")
        .hasMessageContaining("a copy taken before event 4");
  }

  @Test
  void aCutTailIsFoundWithAHeadQuotedBefore() throws IOException {
    List<String> lines = text().lines().toList();
    String cut = String.join("\n", lines.subList(0, 10));

    assertThat(read(cut, Optional.empty()).seq()).isEqualTo(10);
    assertThatThrownBy(() -> read(cut, Optional.of(ledger.head())))
        .isInstanceOf(LedgerCorruptException.class)
        .hasMessageContaining("ends before event 11")
        .hasMessageContaining(ledger.head().toString());
  }

  @Test
  void anotherHistoryOfTheSameLengthIsNotTakenForTheQuotedOne() throws IOException {
    Head other = new Head(5, "ab".repeat(32));

    assertThatThrownBy(() -> read(text(), Optional.of(other)))
        .isInstanceOf(LedgerCorruptException.class)
        .hasMessageContaining(other.toString());
  }

  @Test
  void nothingBehindTheFirstBadLineIsHandedOut() throws IOException {
    List<String> lines = new ArrayList<>(text().lines().toList());
    lines.set(2, lines.get(2).replace("\"cause\":2", "\"cause\":1"));
    List<Long> seqs = new ArrayList<>();

    assertThatThrownBy(
            () ->
                JsonLines.read(
                    in(String.join("\n", lines)), Optional.empty(), e -> seqs.add(e.seq())))
        .isInstanceOf(LedgerCorruptException.class)
        .hasMessageContaining("event 3 or its hash was changed");
    assertThat(seqs).containsExactly(1L, 2L);
  }

  private String text() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(JsonLines.write(ledger, out)).isEqualTo(ledger.head());
    return out.toString(UTF_8);
  }

  private static Head read(String text, Optional<Head> known) throws IOException {
    return JsonLines.read(in(text), known, event -> {});
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static long lineOf(byte[] bytes, int index) {
    return 1 + new String(bytes, 0, index, UTF_8).chars().filter(c -> c == '\n').count();
  }
}
