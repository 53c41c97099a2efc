package milodex.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.broker.BrokerChange;
import milodex.broker.BrokerChangeText;
import milodex.broker.BrokerState;
import milodex.broker.OrderReport;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A broker's process dies and starts again; its file is all that is left.
class BrokerFileTest {

  private static final Money CASH = Money.of(10_000);

  @TempDir private Path folder = Path.of("");

  @Test
  void anAccountBeginsWithItsCash() throws IOException {
    try (BrokerFile books = BrokerFile.open(file(), CASH)) {
      assertThat(books.state()).isEqualTo(BrokerState.of(CASH));
    }
    assertThat(file()).isEmptyFile();
  }

  @Test
  void aFileThatIsOpenIsReadBesideItAsFarAsItsLinesAreWhole() throws IOException {
    try (BrokerFile books = BrokerFile.open(file(), CASH)) {
      books.accept(bought(1));
      Files.writeString(file(), "{\"cash\":", UTF_8, StandardOpenOption.APPEND);

      BrokerState read = BrokerFile.read(file(), CASH);

      assertThat(read).isEqualTo(BrokerState.of(CASH).after(bought(1)));
    }
  }

  @Test
  void whatWasToldBeforeIsKnownAgain() throws IOException {
    remember(bought(1), bought(2));
    remember(bought(3));

    try (BrokerFile books = BrokerFile.open(file(), CASH)) {
      assertThat(books.state().orders())
          .extracting(order -> order.order().toString())
          .containsExactly("mx-1", "mx-2", "mx-3");
      assertThat(books.state().cash()).isEqualTo(Money.of(9_700));
      assertThat(books.state().positions()).containsEntry(Symbol.of("ACME"), Quantity.of(3));
      assertThat(books.state().opened()).contains(LocalDate.of(2024, 3, 7));
    }
  }

  @Test
  void whereverALastLineIsTornTheLinesBeforeItStandAndTheNextFollowsThem() throws IOException {
    remember(bought(1), bought(2));
    byte[] whole = Files.readAllBytes(file());
    int first = BrokerChangeText.write(bought(1)).length() + 1;
    for (int end = first; end < whole.length; end++) {
      Files.write(file(), Arrays.copyOf(whole, end));

      try (BrokerFile books = BrokerFile.open(file(), CASH)) {
        assertThat(books.state().orders()).hasSize(1);
        books.accept(bought(2));
      }

      assertThat(Files.readAllBytes(file())).isEqualTo(whole);
    }
  }

  @Test
  void aTornLetterOfSeveralBytesGoesToo() throws IOException {
    remember(bought(1));
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), new byte[] {'{', (byte) 0xC3}, StandardOpenOption.APPEND);

    BrokerFile.open(file(), CASH).close();

    assertThat(Files.readAllBytes(file())).isEqualTo(whole);
  }

  @Test
  void aLineInTheMiddleThatTellsNothingIsNamedAndNothingIsChanged() throws IOException {
    for (String line : List.of("", "{}", "null", "[]", "{\"cash\":\"much\",\"positions\":{}}")) {
      refuses(line.getBytes(UTF_8));
    }
    refuses(BrokerChangeText.write(bought(2)).replace("2024-03-07", "2024-13-07").getBytes(UTF_8));
    refuses(BrokerChangeText.write(bought(2)).replace("FILLED", "SOLD").getBytes(UTF_8));
    refuses(new byte[] {'{', (byte) 0xC3});
  }

  private void refuses(byte[] line) throws IOException {
    Files.deleteIfExists(file());
    remember(bought(1));
    Files.write(file(), line, StandardOpenOption.APPEND);
    Files.writeString(
        file(), "\n" + BrokerChangeText.write(bought(3)) + "\n{torn", StandardOpenOption.APPEND);
    byte[] before = Files.readAllBytes(file());

    assertThatThrownBy(() -> BrokerFile.open(file(), CASH))
        .as(new String(line, UTF_8))
        .isInstanceOf(BrokerFileCorruptException.class)
        .hasMessageStartingWith("Line 2 of " + file() + ": ");

    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void afterAChangeThatCouldNotBeWrittenNothingMoreIs() throws IOException {
    BrokerFile books = BrokerFile.open(file(), CASH);
    books.accept(bought(1));
    byte[] before = Files.readAllBytes(file());
    books.close();

    assertThatThrownBy(() -> books.accept(bought(2)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file() + ", cannot be written")
        .hasRootCauseInstanceOf(ClosedChannelException.class);
    assertThatThrownBy(() -> books.accept(bought(3)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("a change before this one was not written");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  private void remember(BrokerChange... changes) throws IOException {
    try (BrokerFile books = BrokerFile.open(file(), CASH)) {
      for (BrokerChange change : changes) {
        books.accept(change);
      }
    }
  }

  private Path file() {
    return folder.resolve("broker.jsonl");
  }

  /// The books after the purchase of share number `number`, each for a hundred.
  private static BrokerChange bought(int number) {
    return new BrokerChange(
        Money.of(10_000 - 100 * number),
        new TreeMap<>(Map.of(Symbol.of("ACME"), Quantity.of(number))),
        Optional.of(LocalDate.of(2024, 3, 7)),
        Optional.of(
            new OrderReport(
                new ClientOrderId("mx-" + number),
                Symbol.of("ACME"),
                Side.BUY,
                Quantity.of(1),
                OrderStatus.FILLED,
                Quantity.of(1),
                List.of(
                    new OrderReport.Execution(
                        "mx-" + number + "-b", Quantity.of(1), Price.parse("100"), Money.ZERO)),
                "")));
  }
}
