package milodex.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// In which format a sheet is written.
public enum SheetFormat {
  /// One header line, one line for each row, every digit; what is unknown is empty.
  CSV,
  /// An array of one object for each row; exact decimals are text, what is unknown is null.
  JSON,
  /// Typed columns, ZSTD; exact decimals are doubles there, what is unknown is null.
  PARQUET;

  /// The ending of its files, with the point.
  public String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  void write(Sheet sheet, Path file) throws IOException {
    switch (this) {
      case CSV -> CsvSheet.write(sheet, file);
      case JSON -> JsonSheet.write(sheet, file);
      case PARQUET -> ParquetSheet.write(sheet, file);
    }
  }
}
