package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Finding;
import milodex.market.NewYork;

/// A refused proposal and its place in the run's own ledger.
record Refusal(Event event, Fact.ProposalJudged judged) {

  /// The reason codes that refused it, sorted.
  String codes() {
    TreeSet<String> codes = new TreeSet<>();
    for (Finding finding : judged.findings()) {
      if (finding.outcome() == Finding.Outcome.BREACH) {
        codes.add(finding.code());
      }
    }
    return String.join(", ", codes);
  }

  /// The exchange day it was refused on.
  String session() {
    return NewYork.day(event.at());
  }

  Data data() {
    List<Data> findings = new ArrayList<>();
    for (Finding finding : judged.findings()) {
      findings.add(
          Data.of()
              .count("row", finding.row())
              .text("check", finding.check())
              .text("outcome", finding.outcome().name())
              .text("code", finding.code())
              .text("says", finding.says()));
    }
    return Data.of()
        .count("seq", event.seq())
        .text("session", session())
        .text("symbol", judged.symbol().ticker())
        .text("side", judged.side().name())
        .text("shares", judged.quantity().toString())
        .text("price", judged.price().toString())
        .text("policy", judged.policy())
        .objects("findings", findings);
  }
}
