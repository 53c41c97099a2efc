package milodex.report;

import milodex.backtest.RunSummary;
import milodex.ledger.ResearchFact;

/// What the numbers can be checked against, to the last byte.
final class EvidenceSection {

  private EvidenceSection() {}

  static Html of(RunPage page) {
    ResearchFact.RunCompleted completed = page.completed();
    RunSummary inputs = page.inputs();
    return Html.of(
        """
        <section aria-labelledby="evidence">
        <h2 id="evidence">Evidence</h2>
        {}{}{}{}<p class="note">The run is named by the hash of its inputs: who has the bars can run it
        again and gets the same bytes. <code>milodex ledger verify --head SEQ:HASH</code> proves that
        nothing before the ledger head was changed.</p>
        </section>
        """,
        Terms.of()
            .with("Run", code(page.run().id().hash()))
            .with("Registered", page.run().at().toString())
            .with("Artifact", code(completed.artifact()))
            .with("Head of the run's record", code(completed.head().toString()))
            .with("Ledger head when written", code(page.ledgerHead().toString()))
            .with("Semantics", page.summary().text("semantics"))
            .html("plain"),
        folded("Fingerprints of the bars read", fingerprints(inputs.at("bars"))),
        folded("Everything that decides the run, as canonical JSON", json(inputs)),
        folded("The summary in the ledger, as canonical JSON", json(page.summary())));
  }

  private static Html code(String hash) {
    return Html.of("<code>{}</code>", hash);
  }

  private static Html folded(String title, Html content) {
    return Html.of(
        """
        <details>
        <summary>{}</summary>
        {}</details>
        """,
        title,
        content);
  }

  private static Html fingerprints(RunSummary bars) {
    HtmlTable table =
        HtmlTable.of("SHA-256 of the bars and corporate actions of each symbol")
            .text("Symbol", "Fingerprint");
    for (String symbol : bars.keys()) {
      table.row(symbol, code(bars.text(symbol)));
    }
    return table.html();
  }

  private static Html json(RunSummary tree) {
    return Html.of("<pre tabindex=\"0\">{}</pre>\n", PrettyJson.of(tree.tree()));
  }
}
