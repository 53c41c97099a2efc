package milodex.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import milodex.data.BarRows;
import milodex.data.MarketHistory;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// A made-up market in which everything happens that is hard on books: holes, gaps, splits with
/// fractions, dividends, companies that end.
final class HostileMarket {

  /// Quiet sessions before the story, so that every symbol is seasoned.
  static final int QUIET = 300;

  static final List<String> SYMBOLS = List.of("AA", "BB", "CC", "DD", "EE", "FF", "GG", "HH");

  private static final double VOLUME = 2_000_000;
  private static final List<String> RATIOS = List.of("2", "1.5", "0.1", "3", "0.3333333333333333");

  private final List<Session> sessions;
  private final RandomGenerator random;
  private final List<BarSeries> series = new ArrayList<>();
  private final List<CorporateAction> actions = new ArrayList<>();

  private HostileMarket(List<Session> sessions, RandomGenerator random) {
    this.sessions = sessions;
    this.random = random;
  }

  /// A market of `days` sessions from `first` on, after the quiet ones.
  static MarketHistory draw(RandomGenerator random, LocalDate first, int days) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    LocalDate from = first;
    for (int i = 0; i < QUIET; i++) {
      from = calendar.previous(from).date();
    }
    LocalDate to = first;
    for (int i = 1; i < days; i++) {
      to = calendar.next(to).date();
    }
    HostileMarket market = new HostileMarket(calendar.sessions(from, to), random);
    SYMBOLS.forEach(symbol -> market.live(Symbol.of(symbol)));
    return MarketHistory.of(market.sessions, market.series, market.actions);
  }

  private void live(Symbol symbol) {
    BarRows rows = new BarRows(sessions.size());
    double price = random.nextDouble(8, 200);
    int end = random.nextInt(6) == 0 ? random.nextInt(QUIET, sessions.size()) : sessions.size();
    for (int i = 0; i < end; i++) {
      boolean quiet = i < QUIET;
      Session session = sessions.get(i);
      if (!quiet) {
        price /= act(symbol, session.date(), price);
      }
      double open = price * (1 + random.nextGaussian() * (quiet ? 0.004 : 0.015));
      double close = open * (1 + random.nextGaussian() * (quiet ? 0.004 : 0.015));
      boolean hole = !quiet && i < end - 1 && random.nextInt(40) == 0;
      if (!hole) {
        add(rows, session, Math.max(open, 0.5), Math.max(close, 0.5));
        price = Math.max(close, 0.5);
      }
    }
    series.add(rows.toSeries(symbol, Timeframe.DAY_1, Adjustment.RAW, "simulation"));
    if (end < sessions.size() && random.nextBoolean()) {
      String cash = random.nextBoolean() ? "0" : BigDecimal.valueOf(price).toPlainString();
      actions.add(
          new CorporateAction.Delisting(
              symbol, sessions.get(end - 1).date(), new BigDecimal(cash)));
    }
  }

  /// What the company does at the open; the ratio of its split, or 1.
  private double act(Symbol symbol, LocalDate date, double price) {
    if (random.nextInt(40) == 0) {
      BigDecimal cash = BigDecimal.valueOf(Math.round(price * 2) / 100.0);
      actions.add(new CorporateAction.Dividend(symbol, date, cash));
    }
    if (random.nextInt(60) == 0) {
      BigDecimal ratio = new BigDecimal(RATIOS.get(random.nextInt(RATIOS.size())));
      actions.add(new CorporateAction.Split(symbol, date, ratio));
      return ratio.doubleValue();
    }
    return 1;
  }

  private static void add(BarRows rows, Session session, double open, double close) {
    double inCents = Math.round(open * 100) / 100.0;
    double last = Math.round(close * 100) / 100.0;
    rows.add(
        Math.toIntExact(session.date().toEpochDay()),
        session.opensAt().getEpochSecond(),
        inCents,
        Math.max(inCents, last) * 1.01,
        Math.min(inCents, last) * 0.99,
        last,
        VOLUME);
  }
}
