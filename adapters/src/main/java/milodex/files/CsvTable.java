package milodex.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import milodex.files.CsvText.BrokenFieldException;

/// Walks the rows of a CSV file whose header is known to the letter.
final class CsvTable {

  /// Takes one row with as many fields as the header.
  interface Row {
    void read(int line, String[] fields) throws BrokenFieldException;
  }

  private CsvTable() {}

  /// The first line of a file; empty text if it has none.
  static String header(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.findFirst().orElse("");
    }
  }

  /// Hands every well-formed row to `row`; what is wrong goes to `faults`, all of it.
  static void read(Path file, String header, CsvFaults faults, Row row) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      faults.add(0, "is not text in UTF-8");
      return;
    } catch (IOException e) {
      faults.add(0, "cannot be read: " + e);
      return;
    }
    if (lines.isEmpty()) {
      faults.add(0, "is empty");
    } else if (!lines.getFirst().equals(header)) {
      faults.add(1, "the header is '%s', not '%s'".formatted(lines.getFirst(), header));
    } else {
      rows(lines, header.split(",").length, faults, row);
    }
  }

  private static void rows(List<String> lines, int columns, CsvFaults faults, Row row) {
    String[] fields = new String[columns];
    for (int i = 1; i < lines.size(); i++) {
      int count = split(lines.get(i), fields);
      if (count != columns) {
        faults.add(i + 1, "has %d columns, not %d".formatted(count, columns));
        continue;
      }
      try {
        row.read(i + 1, fields);
      } catch (BrokenFieldException e) {
        faults.add(i + 1, String.valueOf(e.getMessage()));
      }
    }
  }

  /// Fills `fields` and returns how many the line has, which may be more than fit.
  private static int split(String line, String[] fields) {
    int count = 0;
    int start = 0;
    while (true) {
      int comma = line.indexOf(',', start);
      if (count < fields.length) {
        fields[count] = line.substring(start, comma < 0 ? line.length() : comma);
      }
      count++;
      if (comma < 0) {
        return count;
      }
      start = comma + 1;
    }
  }
}
