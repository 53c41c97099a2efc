package milodex.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import milodex.analytics.EquityCurve;
import milodex.backtest.WindowResult;
import milodex.files.Sheet;
import milodex.ledger.Excursion;
import milodex.money.Fraction;
import milodex.portfolio.Trade;

/// The record of a run as sheets: closed trades, equity by session, refused proposals.
///
/// Their names begin with the run's, so that the sheets of several runs fit into one folder.
record RunSheets(RunRecord record, List<WindowResult> windows) {

  static List<Sheet> of(RunRecord record) {
    RunSheets sheets = new RunSheets(record, record.windows());
    return List.of(sheets.trades(), sheets.equity(), sheets.refusals());
  }

  private record WindowTrade(int window, Trade trade) {}

  /// One close: the equity of the window it belongs to, and that of all windows end to end.
  private record Close(
      int window,
      LocalDate session,
      double equity,
      double stitched,
      double invested,
      double traded,
      double change) {}

  private Sheet trades() {
    List<WindowTrade> rows = new ArrayList<>();
    for (WindowResult window : windows) {
      window.closed().forEach(one -> rows.add(new WindowTrade(window.opened().window(), one)));
    }
    List<Trade> trades = rows.stream().map(WindowTrade::trade).toList();
    return new Sheet(
        name("trades"),
        rows.size(),
        List.of(
            Sheet.whole("number", trades, Trade::number),
            Sheet.whole("window", rows, WindowTrade::window),
            Sheet.text("symbol", trades, trade -> trade.symbol().ticker()),
            Sheet.day("entry_session", trades, trade -> trade.entry().session()),
            Sheet.text("entry_rule", trades, trade -> trade.entry().rule()),
            Sheet.day("exit_session", trades, trade -> trade.exit().session()),
            Sheet.text("exit_rule", trades, trade -> trade.exit().rule()),
            Sheet.whole("sessions_held", trades, Trade::sessionsHeld),
            Sheet.exact("shares", trades, trade -> trade.bought().shares()),
            Sheet.real("entry_price", trades, trade -> Optional.of(trade.entryPrice())),
            Sheet.real("exit_price", trades, trade -> Optional.of(trade.exitPrice())),
            Sheet.exact("gross", trades, trade -> trade.gross().amount()),
            Sheet.exact("dividends", trades, trade -> trade.dividends().amount()),
            Sheet.exact("fees", trades, trade -> trade.fees().amount()),
            Sheet.exact("net", trades, trade -> trade.net().amount()),
            Sheet.real("mae", trades, trade -> excursion(trade, Excursion::worst)),
            Sheet.real("mfe", trades, trade -> excursion(trade, Excursion::best))));
  }

  private Sheet equity() {
    List<Close> closes = closes();
    return new Sheet(
        name("equity"),
        closes.size(),
        List.of(
            Sheet.whole("window", closes, Close::window),
            Sheet.day("session", closes, Close::session),
            Sheet.real("equity", closes, close -> Optional.of(close.equity)),
            Sheet.real("stitched_equity", closes, close -> Optional.of(close.stitched)),
            Sheet.real("invested", closes, close -> Optional.of(close.invested)),
            Sheet.real("traded", closes, close -> Optional.of(close.traded)),
            Sheet.real("daily_return", closes, close -> Optional.of(close.change))));
  }

  private List<Close> closes() {
    double[] stitched =
        EquityCurve.endToEnd(windows.stream().map(WindowResult::curve).toList()).equity();
    List<Close> closes = new ArrayList<>();
    for (WindowResult window : windows) {
      EquityCurve curve = window.curve();
      double[] returns = curve.returns();
      for (int i = 0; i < curve.sessions(); i++) {
        closes.add(
            new Close(
                window.opened().window(),
                curve.date(i),
                curve.equity()[i + 1],
                stitched[closes.size() + 1],
                curve.invested()[i],
                curve.traded()[i],
                returns[i]));
      }
    }
    return closes;
  }

  private Sheet refusals() {
    List<Refusal> refusals = record.refusals();
    return new Sheet(
        name("refusals"),
        refusals.size(),
        List.of(
            Sheet.whole("seq", refusals, one -> Math.toIntExact(one.event().seq())),
            Sheet.day("session", refusals, one -> LocalDate.parse(one.session())),
            Sheet.text("symbol", refusals, one -> one.judged().symbol().ticker()),
            Sheet.text("side", refusals, one -> one.judged().side().name()),
            Sheet.exact("shares", refusals, one -> one.judged().quantity().shares()),
            Sheet.exact("price", refusals, one -> one.judged().price().value()),
            Sheet.text("codes", refusals, Refusal::codes)));
  }

  private String name(String what) {
    return record.run().id().brief() + "-" + what;
  }

  private static Optional<Double> excursion(Trade trade, Function<Excursion, Fraction> side) {
    return trade.excursion().map(side).map(Fraction::toDouble);
  }
}
