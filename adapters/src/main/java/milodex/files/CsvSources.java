package milodex.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import milodex.market.Adjustment;
import milodex.market.Symbol;

/// The files that a path offers for import.
///
/// A folder is laid out as `daily/SYMBOL.csv`, `daily-raw/SYMBOL.csv`,
/// `corporate-actions/SYMBOL.csv` and `intraday/SYMBOL-YYYYMMDD-1min.csv`, any of them missing, or
/// is one of these four. A single file is known by its header.
record CsvSources(List<CsvSource> files, List<CsvFault> faults) {

  private static final String DAILY = "daily";
  private static final String DAILY_RAW = "daily-raw";
  private static final String ACTIONS = "corporate-actions";
  private static final String INTRADAY = "intraday";
  private static final List<String> FOLDERS = List.of(DAILY, DAILY_RAW, ACTIONS, INTRADAY);

  private static final Pattern MINUTES = Pattern.compile("(.+)-([0-9]{8})-1min\\.csv");

  /// What the paths offer; a file that cannot be placed is a fault.
  ///
  /// @param adjustment what a daily file outside the known folders is
  static CsvSources find(List<Path> from, Optional<Adjustment> adjustment) {
    CsvSources found = new CsvSources(new ArrayList<>(), new ArrayList<>());
    from.forEach(path -> found.add(path, adjustment));
    return found;
  }

  private void add(Path from, Optional<Adjustment> adjustment) {
    int before = files.size() + faults.size();
    try {
      if (!Files.isDirectory(from)) {
        place(from, adjustment);
      } else if (FOLDERS.contains(name(from))) {
        placeAll(from);
      } else {
        for (String folder : FOLDERS) {
          placeAll(from.resolve(folder));
        }
      }
      if (files.size() + faults.size() == before) {
        refuse(from, "holds no CSV file in one of " + String.join(", ", FOLDERS));
      }
    } catch (IOException e) {
      refuse(from, "cannot be read: " + e);
    }
  }

  private void placeAll(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path file : entries.filter(path -> name(path).endsWith(".csv")).sorted().toList()) {
        place(file, Optional.empty());
      }
    }
  }

  private void place(Path file, Optional<Adjustment> adjustment) throws IOException {
    if (!Files.isRegularFile(file)) {
      refuse(file, "is not there");
      return;
    }
    try {
      files.add(source(file, adjustment));
    } catch (DateTimeException | IllegalArgumentException e) {
      refuse(file, String.valueOf(e.getMessage()));
    }
  }

  private static CsvSource source(Path file, Optional<Adjustment> adjustment) throws IOException {
    String name = name(file);
    Matcher minutes = MINUTES.matcher(name);
    if (minutes.matches()) {
      return new CsvSource.Minutes(
          file,
          Symbol.of(minutes.group(1)),
          LocalDate.parse(minutes.group(2), DateTimeFormatter.BASIC_ISO_DATE));
    }
    Symbol symbol = Symbol.of(name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name);
    String folder = name(file.toAbsolutePath().resolve("..").normalize());
    return switch (folder) {
      case DAILY -> new CsvSource.Daily(file, symbol, Adjustment.SPLIT_ADJUSTED);
      case DAILY_RAW -> new CsvSource.Daily(file, symbol, Adjustment.RAW);
      case ACTIONS -> new CsvSource.Actions(file, symbol);
      case INTRADAY -> throw new IllegalArgumentException("is not named SYMBOL-YYYYMMDD-1min.csv");
      default -> byHeader(file, symbol, adjustment);
    };
  }

  private static CsvSource byHeader(Path file, Symbol symbol, Optional<Adjustment> adjustment)
      throws IOException {
    String header = CsvTable.header(file);
    return switch (header) {
      case CsvSource.Actions.HEADER -> new CsvSource.Actions(file, symbol);
      case CsvSource.Daily.HEADER ->
          new CsvSource.Daily(
              file,
              symbol,
              adjustment.orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "does not say whether its prices are raw or split-adjusted; say it")));
      default -> throw new IllegalArgumentException("has an unknown header '" + header + "'");
    };
  }

  private void refuse(Path file, String says) {
    faults.add(new CsvFault(file.toString(), 0, says));
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
