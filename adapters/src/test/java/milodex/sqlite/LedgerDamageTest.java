package milodex.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.Head;
import milodex.ledger.LedgerContract;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.RandomFacts;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever was done to the file behind Milodex's back is found and named.
class LedgerDamageTest {

  private static final Set<FactType> FILLS = Set.of(FactType.FILL_RECORDED);
  private static final int EVENTS = 400;

  @TempDir private Path folder;
  private Path file = Path.of("");
  private Head head = Head.EMPTY;

  @BeforeEach
  void aLedgerLongerThanWhatIsCheckedAtStart() {
    file = folder.resolve("ledger.db");
    RandomFacts facts = new RandomFacts(11);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 1; i <= EVENTS; i++) {
      Fact fact = facts.next(i % 2 == 0 ? FactType.FILL_RECORDED : FactType.PROPOSAL_JUDGED);
      drafts.add(Draft.of("fact-" + i + ".", fact));
    }
    try (SqliteLedger ledger = SqliteLedger.open(file)) {
      ledger.append(LedgerContract.OPEN, drafts);
      head = ledger.head();
    }
  }

  @Test
  void aSoundLedgerVerifies() {
    try (SqliteLedger ledger = SqliteLedger.openReadOnly(file)) {
      assertThat(ledger.verify(Optional.of(head))).isEqualTo(head);
      assertThat(ledger.verify(Optional.empty())).isEqualTo(head);
    }
  }

  @Test
  void anEditedOldEventIsFoundByVerifyAndWhoeverReadsIt() throws SQLException {
    Sql.run(
        file,
        Sql.DROP_UPDATE_TRIGGER,
        "UPDATE event SET payload = replace(payload, 'BUY', 'SELL'), at = '2020' WHERE seq = 17");

    try (SqliteLedger ledger = SqliteLedger.open(file)) {
      assertThatThrownBy(() -> ledger.verify(Optional.empty()))
          .isInstanceOf(LedgerCorruptException.class)
          .hasMessageContaining("from event 17 on")
          .hasMessageContaining("Milodex changed nothing")
          .hasMessageContaining("a copy taken before event 17");
      assertThatThrownBy(() -> ledger.event(17)).isInstanceOf(LedgerCorruptException.class);
      assertThat(ledger.event(16)).isPresent();
    }
  }

  @Test
  void factsOfSomeKindsAreHandedOnOnlyAfterAllBeforeThemWereChecked() throws SQLException {
    damage(17);

    try (SqliteLedger ledger = SqliteLedger.open(file)) {
      List<Long> seqs = new ArrayList<>();
      assertThat(corrupt(() -> ledger.replay(FILLS, e -> seqs.add(e.seq()))).seq()).isEqualTo(17);
      assertThat(seqs).hasSize(8);
      assertThat(ledger.checked()).isEqualTo(Head.EMPTY);
    }
  }

  @Test
  void whatAnOpeningHasCheckedItReadsByItsIndexAfterwards() throws SQLException {
    try (SqliteLedger ledger = SqliteLedger.open(file)) {
      ledger.replay(FILLS, e -> {});
      assertThat(ledger.checked()).isEqualTo(head);

      damage(17);

      assertThat(fills(ledger, 0)).hasSize(EVENTS / 2);
      assertThat(fills(ledger, 100)).hasSize(EVENTS / 2 - 50);
      assertThat(corrupt(() -> ledger.verify(Optional.empty())).seq()).isEqualTo(17);
    }
  }

  @Test
  void whatIsCheckedByTheReaderIsHandedOnAllTheSame() {
    Head checked;
    try (SqliteLedger ledger = SqliteLedger.open(file)) {
      checked = ledger.headAt(100).orElseThrow();
    }
    try (SqliteLedger again = SqliteLedger.reopen(file, checked)) {
      List<Long> seqs = new ArrayList<>();
      again.replay(
          FILLS,
          event -> {
            if (seqs.isEmpty()) {
              again.verify(Optional.of(head));
            }
            seqs.add(event.seq());
          });

      assertThat(seqs).hasSize(EVENTS / 2);
    }
  }

  @Test
  void whatWasAppendedSinceIsCheckedToo() throws SQLException {
    Head checked;
    try (SqliteLedger ledger = SqliteLedger.open(file)) {
      checked = ledger.headAt(100).orElseThrow();
    }
    damage(17, 151);

    try (SqliteLedger again = SqliteLedger.reopen(file, checked)) {
      assertThat(again.checked()).isEqualTo(checked);
      assertThat(corrupt(() -> fills(again, 0)).seq()).isEqualTo(151);
      assertThat(corrupt(() -> fills(again, 120)).seq()).isEqualTo(151);
    }
  }

  @Test
  void ofALedgerThatIsNotTheOneThatWasCheckedNothingCounts() throws SQLException {
    damage(17);
    for (Head other : List.of(new Head(100, "0".repeat(64)), new Head(EVENTS + 1, head.hash()))) {
      try (SqliteLedger again = SqliteLedger.reopen(file, other)) {
        assertThat(again.checked()).isEqualTo(Head.EMPTY);
        assertThat(corrupt(() -> fills(again, 0)).seq()).isEqualTo(17);
      }
    }
  }

  @Test
  void anEditedNewEventStopsTheStartButNotReadingWhatIsBefore() throws SQLException {
    Sql.run(file, Sql.DROP_UPDATE_TRIGGER, "UPDATE event SET cause = 1 WHERE seq = 399");

    assertThat(corrupt(() -> SqliteLedger.open(file).close()).seq()).isEqualTo(399);
    try (SqliteLedger ledger = SqliteLedger.openReadOnly(file)) {
      List<Long> seqs = new ArrayList<>();
      assertThat(corrupt(() -> ledger.replay(e -> seqs.add(e.seq()))).seq()).isEqualTo(399);
      assertThat(seqs).hasSize(398);
    }
  }

  @Test
  void aRemovedEventIsNamed() throws SQLException {
    Sql.run(file, Sql.DROP_DELETE_TRIGGER, "DELETE FROM event WHERE seq = 20");

    try (SqliteLedger ledger = SqliteLedger.openReadOnly(file)) {
      assertThatThrownBy(() -> ledger.verify(Optional.empty()))
          .hasMessageContaining("event 20 is missing, event 21 is in its place");
      assertThat(corrupt(() -> ledger.replay(20, e -> {})).seq()).isEqualTo(20);
    }
  }

  @Test
  void aCutTailIsFoundWithAHeadQuotedBefore() throws SQLException {
    Sql.run(file, Sql.DROP_DELETE_TRIGGER, "DELETE FROM event WHERE seq > 390");

    try (SqliteLedger ledger = SqliteLedger.open(file)) {
      assertThat(ledger.verify(Optional.empty()).seq()).isEqualTo(390);
      assertThatThrownBy(() -> ledger.verify(Optional.of(head)))
          .isInstanceOf(LedgerCorruptException.class)
          .hasMessageContaining("ends before event 391")
          .hasMessageContaining(head.toString());
    }
  }

  @Test
  void aTailThatWasRewrittenAfterACutIsNotTheQuotedOne() throws SQLException {
    Sql.run(file, Sql.DROP_DELETE_TRIGGER, "DELETE FROM event WHERE seq = 400");

    try (SqliteLedger ledger = SqliteLedger.open(file)) {
      ledger.append(LedgerContract.OPEN, LedgerContract.draft("other", FactType.RUN_FAILED));

      assertThat(ledger.verify(Optional.empty()).seq()).isEqualTo(400);
      assertThat(corrupt(() -> ledger.verify(Optional.of(head))).seq()).isEqualTo(400);
    }
  }

  @Test
  void aByteThatFlippedOnTheDiskIsFoundInItsEvent() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[inTable(bytes, 33)] ^= 4;
    Files.write(file, bytes);

    try (SqliteLedger ledger = SqliteLedger.openReadOnly(file)) {
      assertThat(corrupt(() -> ledger.verify(Optional.empty())).seq()).isEqualTo(33);
    }
  }

  @Test
  void aPageThatCannotBeReadIsNamedByTheFirstEventOnIt() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int page = inTable(bytes, 200) / 4096 * 4096;
    for (int i = page; i < page + 12; i++) {
      bytes[i] = 99;
    }
    Files.write(file, bytes);

    try (SqliteLedger ledger = SqliteLedger.openReadOnly(file)) {
      assertThat(corrupt(() -> ledger.verify(Optional.empty())).seq()).isBetween(180L, 200L);
    }
  }

  @Test
  void aDamagedIndexIsFoundThoughEveryEventIsSound() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, ISO_8859_1);
    for (int i = text.indexOf("fact-77."); i >= 0; i = text.indexOf("fact-77.", i + 1)) {
      bytes[i] ^= (byte) (i == inTable(bytes, 77) ? 0 : 1);
    }
    Files.write(file, bytes);

    try (SqliteLedger ledger = SqliteLedger.openReadOnly(file)) {
      assertThatThrownBy(() -> ledger.verify(Optional.empty()))
          .isInstanceOf(LedgerCorruptException.class)
          .hasMessageContaining("is damaged")
          .hasMessageContaining("go on from a copy");
    }
  }

  @Test
  void aTruncatedFileDoesNotOpenForTrading() throws IOException {
    for (long size : List.of(0L, 50L, 100L, 4096L, Files.size(file) / 2)) {
      Path cut = Files.copy(file, folder.resolve("cut-" + size + ".db"));
      try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
        channel.truncate(size);
      }
      byte[] before = Files.readAllBytes(cut);

      assertThatThrownBy(() -> SqliteLedger.open(cut).close())
          .as(size + " bytes")
          .isInstanceOf(LedgerCorruptException.class)
          .hasMessageContaining("Milodex changed nothing");
      assertThat(Files.readAllBytes(cut)).isEqualTo(before);
    }
  }

  /// Where the key of an event stands in its row, followed by the instant.
  private static int inTable(byte[] bytes, int seq) {
    return new String(bytes, ISO_8859_1).indexOf("fact-" + seq + ".2024-07-02T");
  }

  private static List<Event> fills(SqliteLedger ledger, long after) {
    List<Event> read = new ArrayList<>();
    ledger.replay(after, FILLS, read::add);
    return read;
  }

  private void damage(int... seqs) throws SQLException {
    Sql.run(file, Sql.DROP_UPDATE_TRIGGER);
    for (int seq : seqs) {
      Sql.run(file, "UPDATE event SET at = '2020' WHERE seq = " + seq);
    }
  }

  private static LedgerCorruptException corrupt(ThrowingCallable work) {
    LedgerCorruptException found = catchThrowableOfType(LedgerCorruptException.class, work);
    assertThat(found).isNotNull();
    return found;
  }
}
