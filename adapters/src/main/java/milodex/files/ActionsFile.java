package milodex.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.data.ActionTerms;
import milodex.data.DataUnavailableException;
import milodex.market.CorporateAction;
import milodex.market.Symbol;

/// The corporate actions of one symbol as the store keeps them: `ex_date,type,value`, by ex-date.
///
/// The last line is `end,COUNT,`, so that a cut file is noticed.
final class ActionsFile {

  private static final String HEADER = "ex_date,type,value";
  private static final String SUFFIX = "_actions.csv";

  private ActionsFile() {}

  static String name(Symbol symbol) {
    return SeriesFile.encoded(symbol) + SUFFIX;
  }

  /// The symbol of a file name; empty if the name is not one of ours.
  static Optional<Symbol> parse(String name) {
    if (!name.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SeriesFile.decoded(name.substring(0, name.length() - SUFFIX.length())));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  static void write(Path file, List<CorporateAction> actions) throws IOException {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (CorporateAction action : actions) {
      text.append(action.exDate())
          .append(',')
          .append(ActionTerms.kind(action))
          .append(',')
          .append(ActionTerms.value(action))
          .append('\n');
    }
    text.append("end,").append(actions.size()).append(",\n");
    Files.writeString(file, text);
  }

  static List<CorporateAction> read(Path file, Symbol symbol) {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      int count = lines.size() - 2;
      if (count < 0
          || !lines.getFirst().equals(HEADER)
          || !lines.getLast().equals("end," + count + ",")) {
        throw new IllegalArgumentException("it does not begin or end as it was written");
      }
      List<CorporateAction> actions = new ArrayList<>(count);
      for (String line : lines.subList(1, count + 1)) {
        String[] fields = line.split(",", -1);
        actions.add(ActionTerms.of(fields[1], symbol, LocalDate.parse(fields[0]), fields[2]));
      }
      return actions;
    } catch (IOException | RuntimeException e) {
      throw new DataUnavailableException(
          file
              + " is not a readable file of corporate actions ("
              + e.getMessage()
              + "). Nothing was read from it. Move it away and import the actions again.",
          e);
    }
  }
}
