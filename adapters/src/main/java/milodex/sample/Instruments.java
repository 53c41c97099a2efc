package milodex.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import milodex.market.CorporateAction.Split;
import milodex.market.Symbol;

/// The table of the sample market's instruments; the fund of a sector stands above its stocks.
final class Instruments {

  /// Rates in percent a year, volume in millions of shares; a life of `-` is the whole period, and
  /// splits are ex-date:ratio.
  private static final String TABLE =
      """
      symbol      kind  sect  beta own drift pull yld pay price vol splits                    life
      SIM-IDX     fund  -     1.00   0   0.0  0.0 1.8   4   140  80 -                         -
      SIM-BND     fund  -    -0.01 1.1   2.0  0.0 2.0  12    80   3 -                         -
      SIM-TEC     fund  TEC   1.10   8   1.0  0.0 0.8   4    25  14 -                         -
      SIM-FIN     fund  FIN   1.20  11  -1.0  0.0 1.9   4    29  50 -                         -
      SIM-ENE     fund  ENE   1.05  17  -1.0  0.0 2.4   4    79  18 -                         -
      SIM-HLT     fund  HLT   0.80   8   1.5  0.0 1.5   4    35  10 -                         -
      SIM-UTL     fund  UTL   0.55  10   2.5  0.0 3.2   4    42  13 -                         -
      SIM-ALFA    stock TEC   1.05  18   3.0  0.0 0.0   0   160  30 2011-05-23:2,2019-08-05:4 -
      SIM-BRAVO   stock TEC   1.10  20   2.0  1.0 0.9   4    96  12 2014-06-09:2              -
      SIM-CHARLIE stock FIN   1.15  15   1.0  1.0 2.1   4    75   8 2013-10-07:1.5            -
      SIM-DELTA   stock FIN   1.30  34  -6.0  0.0 0.0   0   2.4  20 2012-03-26:0.1            -
      SIM-ECHO    stock ENE   1.20  28  -2.0  0.0 0.0   0    38   9 -                         ..2015-09-18
      SIM-FOXTROT stock ENE   0.95  14   0.0  1.0 3.1   4    66   7 -                         -
      SIM-GOLF    stock HLT   0.75  14   1.0  1.0 2.3   4    58   6 -                         -
      SIM-HOTEL   stock HLT   1.05  30   2.0  0.0 0.0   0    19   4 -                         2013-05-16..
      SIM-INDIA   stock UTL   0.50  11   0.5  1.0 3.4   4    31   3 -                         -
      SIM-JULIET  stock UTL   0.65  15   1.0  0.0 2.8   4    47   2 2017-02-27:3              -
      """;

  /// Two alike that belong to no market; [SampleMarket#study] makes the second snap back.
  private static final String STUDY_TABLE =
      """
      symbol      kind  sect  beta own drift pull yld pay price vol splits                    life
      SIM-NOISE   fund  -     0.00  16   0.0  0.0 0.0   0    60  20 -                         2013-01-02..
      SIM-EDGE    fund  -     0.00  16   0.0  0.0 0.0   0    60  20 -                         2013-01-02..
      """;

  static final List<Instrument> ALL = rows(TABLE);
  static final List<Instrument> STUDY = rows(STUDY_TABLE);

  private Instruments() {}

  private static List<Instrument> rows(String table) {
    return table.lines().skip(1).map(Instruments::row).toList();
  }

  private static Instrument row(String line) {
    String[] cell = line.split(" +");
    Symbol symbol = Symbol.of(cell[0]);
    return new Instrument(
        symbol,
        cell[1].equals("stock"),
        cell[2],
        Double.parseDouble(cell[3]),
        Double.parseDouble(cell[4]) / 100,
        Double.parseDouble(cell[5]) / 100,
        Double.parseDouble(cell[6]),
        Double.parseDouble(cell[7]) / 100,
        Integer.parseInt(cell[8]),
        Double.parseDouble(cell[9]),
        Double.parseDouble(cell[10]) * 1e6,
        cell[12].endsWith("..") ? date(cell[12]) : SampleMarket.FIRST,
        cell[12].startsWith("..") ? date(cell[12]) : SampleMarket.LAST,
        splits(symbol, cell[11]));
  }

  private static LocalDate date(String life) {
    return LocalDate.parse(life.replace("..", ""));
  }

  private static List<Split> splits(Symbol symbol, String cell) {
    return Stream.of(cell.split(","))
        .filter(split -> !split.equals("-"))
        .map(split -> split.split(":"))
        .map(part -> new Split(symbol, LocalDate.parse(part[0]), new BigDecimal(part[1])))
        .toList();
  }
}
