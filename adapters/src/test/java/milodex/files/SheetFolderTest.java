package milodex.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetFolderTest {

  private static final List<Row> ROWS =
      List.of(
          new Row("SPY", "2024-02-29", 3, "0.1000000000000000055", Optional.of(-0.5)),
          new Row("a \"b\", c", "1999-12-31", -7, "-1234.5", Optional.empty()));

  private static final Sheet SHEET =
      new Sheet(
          "trades",
          2,
          List.of(
              Sheet.text("symbol", ROWS, Row::symbol),
              Sheet.day("session", ROWS, row -> LocalDate.parse(row.session)),
              Sheet.whole("held", ROWS, Row::held),
              Sheet.exact("net", ROWS, row -> new BigDecimal(row.net)),
              Sheet.real("mae", ROWS, Row::mae)));

  private record Row(String symbol, String session, int held, String net, Optional<Double> mae) {}

  @TempDir private Path directory;

  @Test
  void csvHoldsEveryDigitQuotesWhatNeedsItAndLeavesTheUnknownEmpty() throws IOException {
    assertThat(written(SheetFormat.CSV))
        .isEqualTo(
            """
            symbol,session,held,net,mae
            SPY,2024-02-29,3,0.1000000000000000055,-0.5
            "a ""b"", c",1999-12-31,-7,-1234.5,
            """);
  }

  @Test
  void jsonHoldsExactDecimalsAsTextAndTheUnknownAsNull() throws IOException {
    assertThat(written(SheetFormat.JSON))
        .isEqualTo(
            """
            [
            {"symbol":"SPY","session":"2024-02-29","held":3,"net":"0.1000000000000000055","mae":-0.5},
            {"symbol":"a \\"b\\", c","session":"1999-12-31","held":-7,"net":"-1234.5","mae":null}
            ]
            """);
  }

  @Test
  void anotherReaderFindsTheSameInParquet() throws IOException {
    Path file = folder().write(List.of(SHEET), SheetFormat.PARQUET).getFirst();
    List<String> read = new ArrayList<>();
    try (ParquetFileReader parquet = ParquetFileReader.open(InputFile.of(file));
        RowReader rows = parquet.rowReader()) {
      while (rows.hasNext()) {
        rows.next();
        read.add(
            "%s %s %d %s %s"
                .formatted(
                    rows.getString("symbol"),
                    rows.getDate("session"),
                    rows.getLong("held"),
                    rows.getDouble("net"),
                    rows.isNull("mae") ? "unknown" : rows.getDouble("mae")));
      }
    }

    assertThat(read)
        .containsExactly("SPY 2024-02-29 3 0.1 -0.5", "a \"b\", c 1999-12-31 -7 -1234.5 unknown");
  }

  @Test
  void aSheetWithoutRowsHasItsColumnsOnly() throws IOException {
    Sheet empty =
        new Sheet("refusals", 0, List.of(Sheet.text("symbol", List.<Row>of(), Row::symbol)));

    assertThat(Files.readString(folder().write(List.of(empty), SheetFormat.CSV).getFirst()))
        .isEqualTo("symbol\n");
    Path parquet = folder().write(List.of(empty), SheetFormat.PARQUET).getFirst();
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(parquet))) {
      assertThat(reader.getFileMetaData().numRows()).isZero();
    }
  }

  @Test
  void whatIsThereIsNotWrittenOverAndNothingIsLeftHalfDone() throws IOException {
    Files.createDirectories(directory.resolve("out"));
    Path there = Files.writeString(directory.resolve("out/trades.csv"), "mine");
    Sheet other = new Sheet("equity", 0, List.of());

    assertThatThrownBy(() -> folder().write(List.of(other, SHEET), SheetFormat.CSV))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("trades.csv");
    assertThat(there).hasContent("mine");
    assertThat(files()).containsExactly("trades.csv");
  }

  @Test
  void aColumnThatIsTooShortIsRefused() {
    assertThatThrownBy(
            () -> new Sheet("trades", 3, List.of(Sheet.text("symbol", ROWS, Row::symbol))))
        .hasMessage("trades: symbol has 2 values for 3 rows");
  }

  private String written(SheetFormat format) throws IOException {
    List<Path> files = folder().write(List.of(SHEET), format);
    assertThat(files).containsExactly(directory.resolve("out/trades" + format.ending()));
    assertThat(files()).hasSize(1);
    return Files.readString(files.getFirst());
  }

  private SheetFolder folder() {
    return new SheetFolder(directory.resolve("out"));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("out"))) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
