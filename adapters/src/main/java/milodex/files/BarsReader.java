package milodex.files;

import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnProjection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import milodex.data.BarFingerprint;
import milodex.data.DataUnavailableException;
import milodex.data.StoredSeries;
import milodex.market.Adjustment;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Reads what [BarsWriter] wrote; a file that is anything else is named and refused.
final class BarsReader {

  private final Path root;
  private final HardwoodContext context;

  BarsReader(Path root, HardwoodContext context) {
    this.root = root;
    this.context = context;
  }

  /// What the footer says of the series.
  StoredSeries describe(SeriesFile file) {
    return read(file.name(), parquet -> description(parquet, file));
  }

  /// The whole series.
  BarSeries load(SeriesFile file) {
    return load(file, file.name());
  }

  /// The whole series, kept under another name.
  BarSeries load(SeriesFile file, String name) {
    return read(name, parquet -> series(parquet, description(parquet, file)));
  }

  private <T> T read(String name, Reading<T> reading) {
    Path file = root.resolve(name);
    try (ParquetFileReader parquet = ParquetFileReader.open(InputFile.of(bytes(file)), context)) {
      return reading.from(parquet);
    } catch (DataUnavailableException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new DataUnavailableException(
          file
              + " is not a readable bar file ("
              + e.getMessage()
              + "). Nothing was read from it. Move it away and import the series again.",
          e);
    }
  }

  /// The whole file; a mapped one could be cut while it is read.
  private static ByteBuffer bytes(Path file) {
    try {
      return ByteBuffer.wrap(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new DataUnavailableException(
          file + " cannot be read (" + e + "). Check disk and permissions, then repeat.", e);
    }
  }

  private static StoredSeries description(ParquetFileReader parquet, SeriesFile file) {
    Map<String, String> footer = parquet.getFileMetaData().keyValueMetadata();
    int format = Integer.parseInt(value(footer, BarsSchema.KEY_FORMAT));
    if (format > BarsSchema.FORMAT) {
      throw new IllegalArgumentException(
          "format "
              + format
              + " is newer than "
              + BarsSchema.FORMAT
              + ", which this version reads");
    }
    StoredSeries series =
        new StoredSeries(
            Symbol.of(value(footer, BarsSchema.KEY_SYMBOL)),
            Timeframe.parse(value(footer, BarsSchema.KEY_TIMEFRAME)),
            Adjustment.parse(value(footer, BarsSchema.KEY_ADJUSTMENT)),
            value(footer, BarsSchema.KEY_SOURCE),
            LocalDate.parse(value(footer, BarsSchema.KEY_FIRST)),
            LocalDate.parse(value(footer, BarsSchema.KEY_LAST)),
            Integer.parseInt(value(footer, BarsSchema.KEY_BARS)),
            new BarFingerprint(value(footer, BarsSchema.KEY_FINGERPRINT)));
    if (!new SeriesFile(series.symbol(), series.timeframe(), series.adjustment()).equals(file)) {
      throw new IllegalArgumentException(
          "it holds %s %s %s".formatted(series.symbol(), series.timeframe(), series.adjustment()));
    }
    if (series.bars() != parquet.getFileMetaData().numRows()) {
      throw new IllegalArgumentException(
          "it has %d rows where its footer promises %d bars"
              .formatted(parquet.getFileMetaData().numRows(), series.bars()));
    }
    return series;
  }

  private static BarSeries series(ParquetFileReader parquet, StoredSeries of) throws IOException {
    int bars = of.bars();
    int[] day = new int[bars];
    long[] openedAt = new long[bars];
    BarColumns columns =
        new BarColumns(
            new double[bars],
            new double[bars],
            new double[bars],
            new double[bars],
            new double[bars]);
    try (ColumnReaders readers =
        parquet.buildColumnReaders(ColumnProjection.all()).batchSize(Math.max(1, bars)).build()) {
      int at = 0;
      while (readers.nextBatch()) {
        int count = readers.getRecordCount();
        System.arraycopy(column(readers, BarsSchema.DAY).getInts(), 0, day, at, count);
        System.arraycopy(column(readers, BarsSchema.OPENED_AT).getLongs(), 0, openedAt, at, count);
        copy(readers, BarsSchema.OPEN, columns.open(), at, count);
        copy(readers, BarsSchema.HIGH, columns.high(), at, count);
        copy(readers, BarsSchema.LOW, columns.low(), at, count);
        copy(readers, BarsSchema.CLOSE, columns.close(), at, count);
        copy(readers, BarsSchema.VOLUME, columns.volume(), at, count);
        at += count;
      }
      if (at != bars) {
        throw new IllegalArgumentException("it holds " + at + " of " + bars + " bars");
      }
    }
    for (int i = 0; i < bars; i++) {
      openedAt[i] /= 1000L;
    }
    return new BarSeries(
        of.symbol(), of.timeframe(), of.adjustment(), of.source(), day, openedAt, columns);
  }

  private static void copy(ColumnReaders readers, String name, double[] target, int at, int count) {
    System.arraycopy(column(readers, name).getDoubles(), 0, target, at, count);
  }

  private static ColumnReader column(ColumnReaders readers, String name) {
    return readers.getColumnReader(name);
  }

  private static String value(Map<String, String> footer, String key) {
    String value = footer.get(key);
    if (value == null) {
      throw new IllegalArgumentException("its footer lacks " + key);
    }
    return value;
  }

  private interface Reading<T> {
    T from(ParquetFileReader parquet) throws IOException;
  }
}
