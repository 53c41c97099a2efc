package milodex.cli;

import milodex.analytics.Excursions;
import milodex.portfolio.Trade;

/// A closed trade as data.
final class TradeData {

  private TradeData() {}

  static Data of(Trade trade) {
    return Data.of()
        .count("number", trade.number())
        .text("symbol", trade.symbol().ticker())
        .text("entry_session", trade.entry().session().toString())
        .text("entry_rule", trade.entry().rule())
        .text("exit_session", trade.exit().session().toString())
        .text("exit_rule", trade.exit().rule())
        .count("sessions_held", trade.sessionsHeld())
        .text("shares", trade.bought().toString())
        .number("entry_price", trade.entryPrice())
        .number("exit_price", trade.exitPrice())
        .money("gross", trade.gross())
        .money("fees", trade.fees())
        .money("dividends", trade.dividends())
        .money("net", trade.net())
        .figure("mae", Excursions.worst(trade))
        .figure("mfe", Excursions.best(trade));
  }
}
