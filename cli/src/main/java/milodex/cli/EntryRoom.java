package milodex.cli;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.execution.Books;
import milodex.execution.EntryOutlook;
import milodex.ledger.Ledger;

/// Whether the strategies of an account could enter anything, by the limits alone.
final class EntryRoom {

  private EntryRoom() {}

  /// What each strategy could enter; none where it cannot be told: the account cannot be observed,
  /// its broker is silent, or something held has no price.
  ///
  /// @param ledger that of the account, with all that limits are measured on
  /// @param books of `ledger`
  static List<EntryOutlook> of(Account account, Ledger ledger, Books books, AccountStand stand) {
    Optional<Brokerage> brokerage = account.brokerage();
    if (!(stand instanceof AccountStand.Clear clear) || brokerage.isEmpty()) {
      return List.of();
    }
    try {
      return EntryOutlook.of(
          clear.plan().strategies(),
          new EntryOutlook.Ground(
              books, clear.market(), brokerage.get(), clear.policy(), clear.plan().costs()),
          account.now(ledger));
    } catch (BrokerUnavailableException | IllegalArgumentException _) {
      return List.of();
    }
  }

  /// Why the whole fleet of `account` stands still, as [#blocked(List)].
  static Optional<String> blocked(Account account) {
    try (Ledger ledger = account.factsToRead(StatusFacts.OF_LIMITS)) {
      Books books = account.books(ledger);
      return blocked(of(account, ledger, books, AccountStand.of(account, ledger, books)));
    }
  }

  /// Why none of them could enter, if limits of the account stop one whose own leave room.
  static Optional<String> blocked(List<EntryOutlook> all) {
    List<EntryOutlook> stopped = all.stream().filter(EntryOutlook::isStoppedByAccount).toList();
    return stopped.isEmpty() || all.stream().anyMatch(one -> one.enters().isPresent())
        ? Optional.empty()
        : Optional.of(says(all, stopped));
  }

  private static String says(List<EntryOutlook> all, List<EntryOutlook> stopped) {
    SortedSet<String> codes = new TreeSet<>();
    stopped.forEach(one -> codes.addAll(one.account()));
    boolean stays = stopped.stream().allMatch(EntryOutlook::evenIfSold);
    return "No strategy can enter anything: limits of the account stop %d of %d (%s), while their own leave room. %s"
        .formatted(
            stopped.size(),
            all.size(),
            String.join(", ", codes),
            stays
                ? "That stays so whatever is sold: see these limits in configs/risk.yaml."
                : "Room comes with what is sold.");
  }
}
