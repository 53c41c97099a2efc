package milodex.files;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import milodex.data.ActionTerms;
import milodex.data.BarRows;
import milodex.files.CsvText.BrokenFieldException;
import milodex.market.Adjustment;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// A file offered for import, and what it holds.
sealed interface CsvSource {

  ZoneId NEW_YORK = ZoneId.of("America/New_York");

  Path file();

  Symbol symbol();

  /// A file of bars.
  sealed interface Bars extends CsvSource {

    /// The series the bars belong to.
    SeriesFile series();

    /// The file's bars, as many as are sound; what is wrong goes to `faults`.
    BarRows read(CsvFaults faults);
  }

  /// One row per session: `date,open,high,low,close,volume,adj_close`.
  record Daily(Path file, Symbol symbol, Adjustment adjustment) implements Bars {

    static final String HEADER = "date,open,high,low,close,volume,adj_close";

    private static final LocalTime OPENING = LocalTime.of(9, 30);

    @Override
    public SeriesFile series() {
      return new SeriesFile(symbol, Timeframe.DAY_1, adjustment);
    }

    /// Every bar opened at 9:30 New York time; `adj_close` is checked, not kept.
    @Override
    public BarRows read(CsvFaults faults) {
      BarRows rows = new BarRows(8192);
      Ascent ascent = new Ascent();
      CsvTable.read(
          file,
          HEADER,
          faults,
          (line, fields) -> {
            int day = CsvText.day(fields[0]);
            ascent.next(day, fields[0]);
            CsvBar bar = CsvBar.parse(fields);
            if (!fields[6].isEmpty()) {
              CsvText.number("adj_close", fields[6]);
            }
            LocalDate date = LocalDate.ofEpochDay(day);
            bar.addTo(rows, day, date.atTime(OPENING).atZone(NEW_YORK).toEpochSecond());
          });
      return rows;
    }
  }

  /// One session by the minute: `timestamp,open,high,low,close,volume`.
  record Minutes(Path file, Symbol symbol, LocalDate date) implements Bars {

    static final String HEADER = "timestamp,open,high,low,close,volume";

    /// Prices by the minute are as traded.
    @Override
    public SeriesFile series() {
      return new SeriesFile(symbol, Timeframe.MINUTE_1, Adjustment.RAW);
    }

    /// All bars, those outside regular hours too.
    @Override
    public BarRows read(CsvFaults faults) {
      BarRows rows = new BarRows(1024);
      Ascent ascent = new Ascent();
      CsvTable.read(
          file,
          HEADER,
          faults,
          (line, fields) -> {
            OffsetDateTime minute = minute(fields[0]);
            ascent.next(minute.toEpochSecond(), fields[0]);
            CsvBar.parse(fields)
                .addTo(rows, Math.toIntExact(date.toEpochDay()), minute.toEpochSecond());
          });
      return rows;
    }

    private OffsetDateTime minute(String text) throws BrokenFieldException {
      OffsetDateTime minute;
      try {
        minute = OffsetDateTime.parse(text);
      } catch (DateTimeParseException e) {
        throw new BrokenFieldException("'" + text + "' is not a time with its offset");
      }
      if (minute.getSecond() != 0 || minute.getNano() != 0) {
        throw new BrokenFieldException(text + " is not the start of a minute");
      }
      if (!minute.atZoneSameInstant(NEW_YORK).toLocalDate().equals(date)) {
        throw new BrokenFieldException(text + " is not on " + date + " in New York");
      }
      return minute;
    }
  }

  /// What a company did: `ex_date,type,value,basis`.
  record Actions(Path file, Symbol symbol) implements CsvSource {

    static final String HEADER = "ex_date,type,value,basis";

    List<CorporateAction> read(CsvFaults faults) {
      List<CorporateAction> actions = new ArrayList<>();
      CsvTable.read(file, HEADER, faults, (line, fields) -> actions.add(action(fields)));
      return actions;
    }

    private CorporateAction action(String[] fields) throws BrokenFieldException {
      LocalDate exDate = LocalDate.ofEpochDay(CsvText.day(fields[0]));
      if (!fields[3].equals("reported") && !fields[3].equals("derived")) {
        throw new BrokenFieldException("basis '" + fields[3] + "' is not reported or derived");
      }
      try {
        return ActionTerms.of(fields[1], symbol, exDate, fields[2]);
      } catch (IllegalArgumentException e) {
        throw new BrokenFieldException(String.valueOf(e.getMessage()));
      }
    }
  }

  /// Sees that times rise from row to row.
  final class Ascent {
    private long last = Long.MIN_VALUE;

    private void next(long time, String text) throws BrokenFieldException {
      if (time == last) {
        throw new BrokenFieldException(text + " is there twice");
      }
      if (time < last) {
        throw new BrokenFieldException(text + " comes after a later row: not sorted");
      }
      last = time;
    }
  }
}
