package milodex.files;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import milodex.files.Sheet.Column;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/// Writes a sheet as a Parquet file.
final class ParquetSheet {

  private ParquetSheet() {}

  /// Overwrites `file`.
  static void write(Sheet sheet, Path file) throws IOException {
    try (ParquetWriter<Integer> writer = new Builder(file, sheet).build()) {
      for (int row = 0; row < sheet.rows(); row++) {
        writer.write(row);
      }
    }
  }

  private static MessageType schema(Sheet sheet) {
    List<Type> fields = sheet.columns().stream().map(ParquetSheet::field).toList();
    return new MessageType(sheet.name(), fields);
  }

  private static Type field(Column column) {
    return switch (column) {
      case Column.Text text -> Types.required(BINARY).as(stringType()).named(text.name());
      case Column.Day day -> Types.required(INT32).as(dateType()).named(day.name());
      case Column.Whole whole -> Types.required(INT64).named(whole.name());
      case Column.Exact exact -> Types.required(DOUBLE).named(exact.name());
      case Column.Real real -> Types.optional(DOUBLE).named(real.name());
    };
  }

  private static final class Builder extends ParquetWriter.Builder<Integer, Builder> {
    private final Sheet sheet;

    Builder(Path file, Sheet sheet) {
      super(new LocalOutputFile(file));
      this.sheet = sheet;
      withWriteMode(ParquetFileWriter.Mode.OVERWRITE);
      withCompressionCodec(CompressionCodecName.ZSTD);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract there, so it must be written
    protected WriteSupport<Integer> getWriteSupport(Configuration configuration) {
      return new RowSupport(sheet);
    }
  }

  /// Writes the row of a number.
  private static final class RowSupport extends WriteSupport<Integer> {
    private final Sheet sheet;

    @SuppressWarnings("NullAway.Init") // prepareForWrite comes before the first row
    private RecordConsumer out;

    RowSupport(Sheet sheet) {
      this.sheet = sheet;
    }

    @Override
    public String getName() {
      return "milodex";
    }

    @Override
    @SuppressWarnings("deprecation") // abstract there, so it must be written
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema(sheet), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      out = consumer;
    }

    @Override
    public void write(Integer row) {
      out.startMessage();
      for (int i = 0; i < sheet.columns().size(); i++) {
        Column column = sheet.columns().get(i);
        if (isKnown(column, row)) {
          out.startField(column.name(), i);
          add(column, row);
          out.endField(column.name(), i);
        }
      }
      out.endMessage();
    }

    private static boolean isKnown(Column column, int row) {
      return !(column instanceof Column.Real real) || real.values().get(row).isPresent();
    }

    private void add(Column column, int row) {
      switch (column) {
        case Column.Text text -> out.addBinary(Binary.fromString(text.values().get(row)));
        case Column.Day day -> out.addInteger(Math.toIntExact(day.values().get(row).toEpochDay()));
        case Column.Whole whole -> out.addLong(whole.values().get(row));
        case Column.Exact exact -> out.addDouble(exact.values().get(row).doubleValue());
        case Column.Real real -> out.addDouble(real.values().get(row).getAsDouble());
      }
    }
  }
}
