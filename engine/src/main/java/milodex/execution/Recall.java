package milodex.execution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.risk.Circumstances.SentOrder;

/// What a broker was told to cancel, and what it says of it afterwards.
///
/// @param cancelled told to be cancelled, and cancelled
/// @param left still working, or of unknown outcome
/// @param says what became of them, in plain words
/// @param account as the broker keeps it, by what is named
record Recall(
    List<ClientOrderId> cancelled,
    List<ClientOrderId> left,
    String says,
    SortedMap<String, String> account) {

  /// Cancels all that is stopped, one order whatever became of another, then asks what is left.
  ///
  /// @throws BrokerUnavailableException if a question after cancelling was not answered
  static Recall of(Brokerage brokerage, Books books, Stopped stopped) {
    Set<ClientOrderId> asked = new LinkedHashSet<>();
    stopped.ofBooks(books).stream().map(SentOrder::id).forEach(asked::add);
    unlessSilent(() -> asked.addAll(stopped.ofBroker(brokerage.working(), books)));
    Set<ClientOrderId> ended = new HashSet<>();
    for (ClientOrderId order : asked) {
      unlessSilent(
          () ->
              Replacements.find(brokerage, order)
                  .filter(Recall::isOver)
                  .ifPresent(_ -> ended.add(order)));
      if (!ended.contains(order)) {
        unlessSilent(() -> Replacements.cancel(brokerage, order));
      }
    }
    asked.addAll(stopped.ofBroker(brokerage.working(), books));
    return after(brokerage, asked, ended);
  }

  /// @param ended orders that were over before
  private static Recall after(
      Brokerage brokerage, Set<ClientOrderId> asked, Set<ClientOrderId> ended) {
    List<ClientOrderId> cancelled = new ArrayList<>();
    List<ClientOrderId> left = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (ClientOrderId order : asked) {
      Optional<OrderStatus> status = Replacements.find(brokerage, order).map(OrderReport::status);
      if (status.isEmpty() || !status.get().isFinal()) {
        left.add(order);
      } else if (status.get() == OrderStatus.CANCELLED && !ended.contains(order)) {
        cancelled.add(order);
      }
      told.add(
          status
              .map(known -> order + " is " + known)
              .orElseGet(() -> "the broker knows nothing of " + order));
    }
    return new Recall(cancelled, left, words(told, left), account(brokerage));
  }

  private static boolean isOver(OrderReport report) {
    return report.status().isFinal();
  }

  private static String words(List<String> told, List<ClientOrderId> left) {
    if (told.isEmpty()) {
      return "The broker says that nothing works.";
    }
    return (left.isEmpty() ? "Nothing works any more: " : "Not all has ended: ")
        + String.join(", ", told)
        + ".";
  }

  private static SortedMap<String, String> account(Brokerage brokerage) {
    Brokerage.AccountSnapshot snapshot = brokerage.account();
    SortedMap<String, String> values = new TreeMap<>();
    values.put("account", snapshot.accountId() + ", " + snapshot.kind());
    values.put("cash", snapshot.cash().toString());
    snapshot
        .positions()
        .forEach((symbol, shares) -> values.put("shares/" + symbol, shares.toString()));
    return values;
  }

  /// A silent broker shows in the questions that follow.
  private static void unlessSilent(Runnable request) {
    try {
      request.run();
    } catch (BrokerUnavailableException _) {
      return;
    }
  }
}
