package milodex.cli;

import java.util.List;
import milodex.execution.Alert;
import milodex.ledger.Ledger;
import milodex.terminal.Block;
import milodex.terminal.Style;

/// What went wrong and nobody has acknowledged.
final class AlertsListCommand implements Action {

  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "list";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "List all that went wrong and was not acknowledged, what stops the whole account first.",
            "What was found again and again is one alert, named by its newest event.")
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) {
    Account account = which.of(invocation);
    try (Ledger ledger = account.factsToRead(StatusFacts.OF_BOOKS)) {
      List<Alert> open = account.books(ledger).alerts().open();
      String says =
          open.isEmpty()
              ? "No alert is open."
              : FactLine.counted(open.size(), "alert is", "alerts are") + " not acknowledged.";
      Reply reply =
          account
              .reply()
              .ref("ledger_head", ledger.head().toString())
              .summary(says)
              .block(Block.paragraph(says, open.isEmpty() ? Style.PLAIN : Style.BAD));
      if (!open.isEmpty()) {
        reply
            .block(AlertData.table(open))
            .block(Block.paragraph(next(account, open.getFirst()), Style.FAINT));
      }
      reply.data().objects("alerts", open.stream().map(AlertData::of).toList());
      return reply;
    }
  }

  private static String next(Account account, Alert first) {
    String event = "`milodex explain %d%s` tells it whole.".formatted(first.id(), account.option());
    return account.rehearsal().isPresent()
        ? "A rehearsal waits for nobody: these stop nothing, and cannot be acknowledged. " + event
        : "Entries wait from the next open on until you acknowledge it: `milodex alerts ack %d --reason TEXT`. Exits go on. %s"
            .formatted(first.id(), event);
  }
}
