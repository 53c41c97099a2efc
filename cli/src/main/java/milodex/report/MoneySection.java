package milodex.report;

import milodex.backtest.RunSummary;

/// Where the money went, window by window, to the cent.
final class MoneySection {

  private MoneySection() {}

  static Html of(RunSummary summary) {
    HtmlTable table =
        HtmlTable.of("Start and profits, less fees and exit costs, add up to the end; in dollars")
            .text("Window")
            .numbers("Start", "Realised", "Dividends", "Open", "Fees", "Exit costs", "End");
    for (RunSummary window : summary.at("windows").items()) {
      RunSummary p = window.at("parts");
      table.row(
          window.whole("window") == 0 ? "all" : window.text("window"),
          Shown.dollars(p.decimal("start")),
          Shown.dollars(p.decimal("realised")),
          Shown.dollars(p.decimal("dividends")),
          Shown.dollars(p.decimal("open")),
          Shown.dollars(p.decimal("fees")),
          Shown.dollars(p.decimal("exit_costs")),
          Shown.dollars(p.decimal("end")));
    }
    return Html.of(
        """
        <section aria-labelledby="money">
        <h2 id="money">Where the money went</h2>
        {}<p class="note">Open is the profit of shares still held at the last close of a window; exit
        costs are what selling them would have taken. Slippage is inside the prices.</p>
        </section>
        """,
        table.html());
  }
}
