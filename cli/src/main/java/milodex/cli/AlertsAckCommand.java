package milodex.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.execution.Acknowledgement;
import milodex.execution.Alert;
import milodex.execution.Books;
import milodex.ledger.Event;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.RiskFact.AlertAcknowledged;

/// Says that alerts were looked at, which only a person can.
final class AlertsAckCommand implements Action {

  private List<String> ids = new ArrayList<>();
  private boolean all;
  private String reason = "";

  @Override
  public String name() {
    return "ack";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Acknowledge alerts, with a reason; sessions that open from then on do not wait for them.",
            "All that are named or none. An alert that was found again since has another number.")
        .words(0, "ALERT", String.class, "Numbers of `milodex alerts list`.", it -> ids = it)
        .flag("--all", "All that are open.", () -> all = true)
        .required(
            "--reason",
            "TEXT",
            String.class,
            "What was found, or why it may go on; it is kept.",
            it -> reason = it);
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    HaltReasons.require(reason, "Nothing was acknowledged.");
    if (ids.isEmpty() != all) {
      throw Failure.usage(
          "invalid_argument",
          "Nothing was acknowledged.",
          all ? "Alerts are named, and --all is given too." : "No alert is named.",
          "Name some of `milodex alerts list`, or give --all.");
    }
    Account account = new Account(invocation, new Wiring(invocation.workspace()), Optional.empty());
    try (Ledger ledger = account.ledger()) {
      Books books = account.books(ledger);
      List<Alert> chosen = chosen(ledger, books);
      while (!chosen.isEmpty()
          && !new Acknowledgement(books).give(chosen, reason, account.now(ledger))) {
        chosen = chosen(ledger, books);
      }
      account.keep(books);
      return new AckReport(chosen, books.alerts().open())
          .reply(account)
          .ref("ledger_head", ledger.head().toString());
    }
  }

  /// Those that are to be acknowledged and are not yet.
  private List<Alert> chosen(Ledger ledger, Books books) {
    List<Alert> open = books.alerts().open();
    if (all) {
      return open;
    }
    SortedSet<String> named = new TreeSet<>();
    ids.forEach(id -> named.add(id.replaceFirst("^0+(?=\\d)", "")));
    List<Alert> found = open.stream().filter(one -> named.remove("" + one.id())).toList();
    named.removeAll(before(ledger));
    if (!named.isEmpty()) {
      throw notOpen(named.first(), ledger, books);
    }
    return found;
  }

  private static Set<String> before(Ledger ledger) {
    Set<String> seen = new TreeSet<>();
    ledger.replay(
        Set.of(FactType.ALERT_ACKNOWLEDGED),
        event -> {
          if (event.fact() instanceof AlertAcknowledged fact) {
            seen.add("" + fact.alert());
          }
        });
    return seen;
  }

  private static Failure notOpen(String id, Ledger ledger, Books books) {
    return event(id, ledger)
        .flatMap(books.alerts()::open)
        .map(
            newer ->
                Failure.usage(
                    "alert_found_again",
                    "Nothing was acknowledged.",
                    "What alert %s told of was found again; it is alert %d now: %s"
                        .formatted(id, newer.id(), newer.says()),
                    "Look at it, `milodex explain %d`, then acknowledge that one."
                        .formatted(newer.id())))
        .orElseGet(
            () ->
                Failure.usage(
                    "unknown_alert",
                    "Nothing was acknowledged.",
                    "No open alert is called '" + id + "'.",
                    "See `milodex alerts list`."));
  }

  private static Optional<Event> event(String id, Ledger ledger) {
    return id.matches("\\d{1,18}") ? ledger.event(Long.parseLong(id)) : Optional.empty();
  }
}
