package milodex;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.data.BarRows;
import milodex.data.MarketHistory;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// A few symbols over a few sessions of the real calendar, told in opens and closes.
///
/// Before the story lies a calm year in which each symbol sways around its first price.
public final class TinyMarket {

  /// Sessions of calm before the story.
  public static final int CALM = 300;

  private static final double VOLUME = 1_000_000;

  private final List<Session> sessions;
  private final int begin;
  private final SortedMap<Symbol, BarSeries> series = new TreeMap<>();
  private final List<CorporateAction> actions = new ArrayList<>();

  private TinyMarket(List<Session> sessions, int begin) {
    this.sessions = sessions;
    this.begin = begin;
  }

  /// A story over the sessions in `[first, last]`.
  public static TinyMarket of(String first, String last) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    LocalDate start = LocalDate.parse(first);
    for (int i = 0; i < CALM; i++) {
      start = calendar.previous(start).date();
    }
    return new TinyMarket(calendar.sessions(start, LocalDate.parse(last)), CALM);
  }

  /// One `open/close` or `open/close/volume` for each session of the story, `-` for none; the bars
  /// end with the words.
  public TinyMarket bars(String symbol, String words) {
    return bars(symbol, series.size() + 1, VOLUME, words);
  }

  /// The same; symbols of one `tune` sway together in the calm.
  public TinyMarket bars(String symbol, int tune, double volume, String words) {
    String[] told = words.strip().split("\\s+");
    BarRows rows = new BarRows(begin + told.length);
    double first = Double.parseDouble(told[0].split("/")[0]);
    for (int i = 0; i < begin; i++) {
      double close = i == begin - 1 ? first : first * (1 + 0.005 * Math.sin(i * tune));
      add(rows, i, close, close, volume);
    }
    for (int i = 0; i < told.length; i++) {
      if (!told[i].equals("-")) {
        String[] parts = told[i].split("/");
        add(
            rows,
            begin + i,
            Double.parseDouble(parts[0]),
            Double.parseDouble(parts[1]),
            parts.length > 2 ? Double.parseDouble(parts[2]) : volume);
      }
    }
    return with(rows.toSeries(Symbol.of(symbol), Timeframe.DAY_1, Adjustment.RAW, "test"));
  }

  /// Bars of its own making.
  public TinyMarket with(BarSeries bars) {
    series.put(bars.symbol(), bars);
    return this;
  }

  public TinyMarket split(String symbol, String exDate, String ratio) {
    return with(new CorporateAction.Split(Symbol.of(symbol), date(exDate), decimal(ratio)));
  }

  public TinyMarket dividend(String symbol, String exDate, String cash) {
    return with(new CorporateAction.Dividend(Symbol.of(symbol), date(exDate), decimal(cash)));
  }

  public TinyMarket delisting(String symbol, String lastTraded, String cash) {
    return with(new CorporateAction.Delisting(Symbol.of(symbol), date(lastTraded), decimal(cash)));
  }

  public TinyMarket tickerChange(String symbol, String exDate, String to) {
    return with(new CorporateAction.TickerChange(Symbol.of(symbol), date(exDate), Symbol.of(to)));
  }

  public TinyMarket with(CorporateAction action) {
    actions.add(action);
    actions.sort(Comparator.comparing(CorporateAction::exDate));
    return this;
  }

  public MarketHistory history() {
    return MarketHistory.of(sessions, series(), actions);
  }

  public List<BarSeries> series() {
    return List.copyOf(series.values());
  }

  public List<Symbol> symbols() {
    return List.copyOf(series.keySet());
  }

  public List<CorporateAction> actions() {
    return List.copyOf(actions);
  }

  /// The sessions of calm and story.
  public List<Session> sessions() {
    return sessions;
  }

  /// Index of the story's first session.
  public int begin() {
    return begin;
  }

  private void add(BarRows rows, int session, double open, double close, double volume) {
    Session at = sessions.get(session);
    rows.add(
        Math.toIntExact(at.date().toEpochDay()),
        at.opensAt().getEpochSecond(),
        open,
        Math.max(open, close) * 1.01,
        Math.min(open, close) * 0.99,
        close,
        volume);
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text);
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
