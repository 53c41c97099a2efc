package milodex.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.Delisting;
import milodex.market.CorporateAction.Dividend;

/// The splits, dividends and the delisting of one instrument, in dollars of its bars.
final class CorporateActions {

  private static final int DIVIDEND_DECIMALS = 4;

  private CorporateActions() {}

  /// What happened while the instrument was listed, oldest first.
  static List<CorporateAction> of(Instrument instrument, BarSeries bars, Timeline timeline) {
    List<CorporateAction> actions = new ArrayList<>(instrument.splits());
    for (int i = 1; i < bars.size(); i++) {
      LocalDate date = bars.session(i);
      if (timeline.isExDividend(instrument.payments(), timeline.indexOf(date))) {
        BigDecimal cash =
            BigDecimal.valueOf(bars.columns().close()[i - 1] * instrument.payout())
                .setScale(DIVIDEND_DECIMALS, RoundingMode.HALF_EVEN);
        if (cash.signum() > 0) {
          actions.add(new Dividend(instrument.symbol(), date, cash));
        }
      }
    }
    if (instrument.collapses()) {
      double lastPrice = bars.columns().close()[bars.size() - 1];
      actions.add(new Delisting(instrument.symbol(), bars.last(), BigDecimal.valueOf(lastPrice)));
    }
    actions.sort(Comparator.comparing(CorporateAction::exDate));
    return List.copyOf(actions);
  }
}
