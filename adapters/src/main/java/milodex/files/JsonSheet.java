package milodex.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter.NopIndenter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import milodex.files.Sheet.Column;

/// Writes a sheet as a JSON array, one object a line.
final class JsonSheet {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonSheet() {}

  static void write(Sheet sheet, Path file) throws IOException {
    try (JsonGenerator out = JSON.createGenerator(Files.newBufferedWriter(file, UTF_8))) {
      out.setPrettyPrinter(oneObjectALine());
      out.writeStartArray();
      for (int row = 0; row < sheet.rows(); row++) {
        out.writeStartObject();
        for (Column column : sheet.columns()) {
          out.writeFieldName(column.name());
          cell(out, column, row);
        }
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeRaw('\n');
    }
  }

  private static PrettyPrinter oneObjectALine() {
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.NONE))
        .withArrayIndenter(new DefaultIndenter("", "\n"))
        .withObjectIndenter(NopIndenter.instance);
  }

  private static void cell(JsonGenerator out, Column column, int row) throws IOException {
    switch (column) {
      case Column.Text text -> out.writeString(text.values().get(row));
      case Column.Day day -> out.writeString(day.values().get(row).toString());
      case Column.Whole whole -> out.writeNumber(whole.values().get(row));
      case Column.Exact exact -> out.writeString(exact.values().get(row).toPlainString());
      case Column.Real real -> {
        if (real.values().get(row).isPresent()) {
          out.writeNumber(real.values().get(row).getAsDouble());
        } else {
          out.writeNull();
        }
      }
    }
  }
}
