package milodex.sample;

import java.time.LocalDate;
import java.util.List;
import milodex.market.CorporateAction.Split;
import milodex.market.Symbol;

/// How one instrument of the sample market behaves; rates are per year and 0.01 is one percent.
///
/// @param sector a stock shares the own moves of its sector's fund; `-` for a fund of no sector
/// @param beta how much of the common move it makes
/// @param ownDeviation standard deviation of what it does alone
/// @param drift growth of what it does alone, dividends included
/// @param mispricing deviation of its passing mispricing against its own; 0: prices never pull back
/// @param payments dividends per year: 0, 4 or 12
/// @param price dollars at the close before its first split, without a split at its first close
/// @param volume typical shares per session, in the shares of its last session
/// @param to its last session; before the market's last it collapses and is delisted
record Instrument(
    Symbol symbol,
    boolean isStock,
    String sector,
    double beta,
    double ownDeviation,
    double drift,
    double mispricing,
    double dividendYield,
    int payments,
    double price,
    double volume,
    LocalDate from,
    LocalDate to,
    List<Split> splits) {

  boolean collapses() {
    return to.isBefore(SampleMarket.LAST);
  }

  /// Share of the price paid out on each ex-date.
  double payout() {
    return payments == 0 ? 0 : dividendYield / payments;
  }
}
