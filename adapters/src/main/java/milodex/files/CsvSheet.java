package milodex.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import milodex.files.Sheet.Column;

/// Writes a sheet as comma separated values; what holds a comma, a quote or a line end is quoted.
final class CsvSheet {

  private static final Pattern QUOTED = Pattern.compile("[,\"\r\n]");

  private CsvSheet() {}

  static void write(Sheet sheet, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      out.write(sheet.columns().stream().map(Column::name).collect(Collectors.joining(",")));
      out.write('\n');
      for (int row = 0; row < sheet.rows(); row++) {
        int at = row;
        out.write(
            sheet.columns().stream()
                .map(column -> cell(column, at))
                .collect(Collectors.joining(",")));
        out.write('\n');
      }
    }
  }

  private static String cell(Column column, int row) {
    return switch (column) {
      case Column.Text text -> quoted(text.values().get(row));
      case Column.Day day -> day.values().get(row).toString();
      case Column.Whole whole -> whole.values().get(row).toString();
      case Column.Exact exact -> exact.values().get(row).toPlainString();
      case Column.Real real ->
          real.values().get(row).isPresent()
              ? Double.toString(real.values().get(row).getAsDouble())
              : "";
    };
  }

  private static String quoted(String text) {
    return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
