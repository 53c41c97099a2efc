package milodex.files;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MILLIS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import milodex.data.StoredSeries;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/// Writes a series as a Parquet file: one row group, ZSTD, what is known of it in the footer.
final class BarsWriter {

  private static final MessageType SCHEMA =
      Types.buildMessage()
          .required(INT32)
          .as(dateType())
          .named(BarsSchema.DAY)
          .required(INT64)
          .as(timestampType(true, MILLIS))
          .named(BarsSchema.OPENED_AT)
          .required(DOUBLE)
          .named(BarsSchema.OPEN)
          .required(DOUBLE)
          .named(BarsSchema.HIGH)
          .required(DOUBLE)
          .named(BarsSchema.LOW)
          .required(DOUBLE)
          .named(BarsSchema.CLOSE)
          .required(DOUBLE)
          .named(BarsSchema.VOLUME)
          .named("bars");

  private BarsWriter() {}

  /// Overwrites `file`.
  static void write(Path file, BarSeries series, StoredSeries description) throws IOException {
    try (ParquetWriter<Integer> writer = new Builder(file, series, description).build()) {
      for (int i = 0; i < series.size(); i++) {
        writer.write(i);
      }
    }
  }

  private static Map<String, String> footer(StoredSeries series) {
    return Map.of(
        BarsSchema.KEY_FORMAT, Integer.toString(BarsSchema.FORMAT),
        BarsSchema.KEY_SYMBOL, series.symbol().ticker(),
        BarsSchema.KEY_TIMEFRAME, series.timeframe().label(),
        BarsSchema.KEY_ADJUSTMENT, series.adjustment().label(),
        BarsSchema.KEY_SOURCE, series.source(),
        BarsSchema.KEY_FIRST, series.first().toString(),
        BarsSchema.KEY_LAST, series.last().toString(),
        BarsSchema.KEY_BARS, Integer.toString(series.bars()),
        BarsSchema.KEY_FINGERPRINT, series.fingerprint().hex());
  }

  private static final class Builder extends ParquetWriter.Builder<Integer, Builder> {
    private final BarSeries series;

    Builder(Path file, BarSeries series, StoredSeries description) {
      super(new LocalOutputFile(file));
      this.series = series;
      withWriteMode(ParquetFileWriter.Mode.OVERWRITE);
      withWriterVersion(WriterVersion.PARQUET_2_0);
      withCompressionCodec(CompressionCodecName.ZSTD);
      withDictionaryEncoding(false);
      withExtraMetaData(footer(description));
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract there, so it must be written
    protected WriteSupport<Integer> getWriteSupport(Configuration configuration) {
      return new RowSupport(series);
    }
  }

  /// Writes bar number i of a series as a row.
  private static final class RowSupport extends WriteSupport<Integer> {
    private final BarSeries series;

    @SuppressWarnings("NullAway.Init") // prepareForWrite comes before the first row
    private RecordConsumer row;

    RowSupport(BarSeries series) {
      this.series = series;
    }

    @Override
    public String getName() {
      return "milodex";
    }

    @Override
    @SuppressWarnings("deprecation") // abstract there, so it must be written
    public WriteContext init(Configuration configuration) {
      return new WriteContext(SCHEMA, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      row = consumer;
    }

    @Override
    public void write(Integer bar) {
      BarColumns columns = series.columns();
      row.startMessage();
      row.startField(BarsSchema.DAY, 0);
      row.addInteger(series.day()[bar]);
      row.endField(BarsSchema.DAY, 0);
      row.startField(BarsSchema.OPENED_AT, 1);
      row.addLong(Math.multiplyExact(series.openedAt()[bar], 1000L));
      row.endField(BarsSchema.OPENED_AT, 1);
      number(2, BarsSchema.OPEN, columns.open()[bar]);
      number(3, BarsSchema.HIGH, columns.high()[bar]);
      number(4, BarsSchema.LOW, columns.low()[bar]);
      number(5, BarsSchema.CLOSE, columns.close()[bar]);
      number(6, BarsSchema.VOLUME, columns.volume()[bar]);
      row.endMessage();
    }

    private void number(int index, String name, double value) {
      row.startField(name, index);
      row.addDouble(value);
      row.endField(name, index);
    }
  }
}
