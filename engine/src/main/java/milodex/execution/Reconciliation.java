package milodex.execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.ledger.Draft;
import milodex.ledger.RunnerFact.BooksDiffered;
import milodex.ledger.Sha256;
import milodex.market.ExchangeCalendar;
import milodex.market.Symbol;
import milodex.money.Money;

/// Compares our books with the broker's, over the union of both sides, and says whose entries have
/// to wait for what differs: those of one symbol, or all. Exits never wait for it.
///
/// A gap in the cash of up to [#TOLERATED] is put on record in the first session it is found in,
/// and stops all entries from the next one on. A larger one stops them at once.
public final class Reconciliation {

  /// The gap in the cash that is bearable for one session: rounding at the broker.
  public static final Money TOLERATED = Money.of(1);

  private Optional<LocalDate> compared = Optional.empty();
  private List<Difference> differences = List.of();
  private boolean accountDiffers = true;

  /// The session in which both sides were last compared and nothing was found that concerns the
  /// whole account.
  public Optional<LocalDate> agreedOn() {
    return accountDiffers ? Optional.empty() : compared;
  }

  /// The session in which both sides were last found equal in everything.
  public Optional<LocalDate> equalOn() {
    return differences.isEmpty() ? compared : Optional.empty();
  }

  /// What the last comparison found different.
  public List<Difference> differences() {
    return differences;
  }

  /// What was found different in `symbol` alone, in words; empty: nothing.
  public Optional<String> quarantine(Symbol symbol) {
    return differences.isEmpty()
        ? Optional.empty()
        : says(one -> one.symbol().equals(Optional.of(symbol)));
  }

  /// What was found different in the whole account, in words; empty: nothing.
  public Optional<String> account() {
    return says(one -> one.symbol().isEmpty());
  }

  /// Compares both sides now. A broker that does not answer agrees to nothing.
  public void compare(LocalDate session, Books books, Brokerage broker) {
    try {
      differences = Differences.between(books, broker);
    } catch (BrokerUnavailableException e) {
      differences = List.of(new Difference.Unanswered(e.why()));
      compared = Optional.empty();
      accountDiffers = true;
      return;
    }
    compared = Optional.of(session);
    accountDiffers =
        differences.stream().anyMatch(one -> stopsAll(one, session, books.differences()));
  }

  /// Puts on record what the last comparison found, once for each session and finding; an answer
  /// that was not given is no finding.
  ///
  /// @return whether anything was written
  public boolean record(Books books, Instant now) {
    if (differences.isEmpty() || compared.isEmpty()) {
      return false;
    }
    LocalDate session = compared.get();
    List<String> says = differences.stream().map(Difference::says).toList();
    String key = "differed/" + session + "/" + Sha256.of(String.join("\n", says));
    return books.recordOnce(now, List.of(Draft.of(key, new BooksDiffered(session, says))));
  }

  private static boolean stopsAll(Difference one, LocalDate session, DifferenceLog before) {
    return switch (one) {
      case Difference.Cash cash -> isLarge(cash.gap()) || lasts(session, before);
      case Difference.Unanswered _ -> true;
      case Difference.Shares _, Difference.ForeignOrder _, Difference.OwnOrder _ -> false;
    };
  }

  private static boolean isLarge(Money gap) {
    return gap.compareTo(TOLERATED) > 0 || gap.compareTo(TOLERATED.negated()) < 0;
  }

  /// Every session begins with a comparison, so that what was not found in the one before is new.
  private static boolean lasts(LocalDate session, DifferenceLog before) {
    return before.cashGapIn(ExchangeCalendar.nyse().previous(session).date());
  }

  private Optional<String> says(Predicate<Difference> which) {
    String says =
        differences.stream().filter(which).map(Difference::says).collect(Collectors.joining("; "));
    return says.isEmpty() ? Optional.empty() : Optional.of(says);
  }
}
