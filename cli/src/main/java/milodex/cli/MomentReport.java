package milodex.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.Intent;
import milodex.ledger.Ledger;
import milodex.ledger.RunnerFact.MomentMissed;
import milodex.market.NewYork;
import milodex.trading.Moment;

/// What was done at a moment.
///
/// @param now when it was gone through, by the exchange's clock
/// @param facts how many of each kind it led to
/// @param refused how many wishes the gate refused
/// @param differences between books and broker by then, newly found or not
/// @param missed why nothing could be done; empty if it was
/// @param overByHand wishes of the operator that ended without an order, with why
record MomentReport(
    Moment moment,
    Instant now,
    Map<FactType, Integer> facts,
    int refused,
    List<String> differences,
    Optional<String> missed,
    List<String> overByHand) {

  /// Reads what the ledger has got after `seq`.
  static MomentReport of(
      Moment moment, Instant now, List<String> differences, Ledger ledger, long seq) {
    List<Event> events = new ArrayList<>();
    ledger.replay(seq, events::add);
    Map<FactType, Integer> facts = new EnumMap<>(FactType.class);
    Optional<String> missed = Optional.empty();
    List<String> overByHand = new ArrayList<>();
    int refused = 0;
    for (Event event : events) {
      facts.merge(FactType.of(event.fact()), 1, Integer::sum);
      if (event.fact() instanceof MomentMissed over) {
        missed = Optional.of(over.says());
      } else if (event.fact() instanceof Fact.ProposalJudged judged && !judged.approved()) {
        refused++;
      } else if (event.fact() instanceof Fact.IntentClosed end) {
        byHand(event, ledger)
            .map(wish -> WishLine.wish(wish) + ": " + ended(end))
            .ifPresent(overByHand::add);
      }
    }
    return new MomentReport(moment, now, facts, refused, differences, missed, overByHand);
  }

  /// The wish that has ended, if the operator had it; between both lies at most a verdict.
  private static Optional<Intent> byHand(Event end, Ledger ledger) {
    Optional<Event> cause = ledger.event(end.cause());
    return cause
        .filter(event -> event.fact() instanceof Fact.ProposalJudged)
        .flatMap(event -> ledger.event(event.cause()))
        .or(() -> cause)
        .map(Event::fact)
        .filter(Fact.IntentRecorded.class::isInstance)
        .map(fact -> ((Fact.IntentRecorded) fact).intent())
        .filter(wish -> wish.byHand().isPresent());
  }

  /// `refused, market_closed`.
  static String ended(Fact.IntentClosed end) {
    return FactLine.words(end.outcome().name()) + ", " + end.says();
  }

  /// `2024-03-08 09:30 New York: the exchange opens; 2 orders, 2 fills.`
  String line() {
    return "%s New York: %s; %s.".formatted(NewYork.minute(moment.at()), what(moment), done());
  }

  /// What is due at a moment, in plain words.
  static String what(Moment moment) {
    return switch (moment) {
      case Moment.SessionBegins _ -> "the session begins";
      case Moment.SessionOpens _ -> "the exchange opens";
      case Moment.BarsClose bars -> bars.size() + " bars close";
      case Moment.BarsOpen _ -> "the next bars open";
      case Moment.Pulse _ -> "time passes";
      case Moment.SessionCloses _ -> "the exchange closes";
    };
  }

  int count(FactType... types) {
    int sum = 0;
    for (FactType type : types) {
      sum += facts.getOrDefault(type, 0);
    }
    return sum;
  }

  /// What was done: `2 decisions, 1 wish`, or why nothing.
  String done() {
    if (missed.isPresent()) {
      return "MISSED, as " + missed.get();
    }
    List<String> parts = new ArrayList<>();
    if (!differences.isEmpty()) {
      parts.add("books and broker DIFFER: " + String.join(", ", differences));
    } else if (moment instanceof Moment.SessionBegins) {
      parts.add("books and broker are equal");
    }
    add(parts, count(FactType.HALT_TRIPPED), "KILL SWITCH tripped", "KILL SWITCHES tripped");
    add(parts, count(FactType.TROUBLE_FOUND), "TROUBLE", "TROUBLES");
    add(parts, bookings(), "booking", "bookings");
    add(parts, count(FactType.STRATEGY_EVALUATED, FactType.BAR_EVALUATED), "decision", "decisions");
    add(parts, count(FactType.INTENT_RECORDED), "wish", "wishes");
    add(parts, refused, "refusal", "refusals");
    overByHand.forEach(says -> parts.add("YOUR WISH is over, to " + says));
    add(parts, count(FactType.ORDER_SUBMITTED), "order", "orders");
    add(parts, count(FactType.FILL_RECORDED), "fill", "fills");
    String all = parts.isEmpty() ? "nothing to do" : String.join(", ", parts);
    long late = Duration.between(moment.at(), now).toSeconds();
    return late == 0 ? all : all + ", " + span(late) + " late";
  }

  /// `1h5m`.
  private static String span(long seconds) {
    return Duration.ofSeconds(seconds).toString().substring(2).toLowerCase(Locale.ROOT);
  }

  private int bookings() {
    return count(
        FactType.SPLIT_APPLIED,
        FactType.DIVIDEND_CREDITED,
        FactType.TICKER_CHANGED,
        FactType.DELISTING_SETTLED);
  }

  private static void add(List<String> parts, int count, String one, String many) {
    if (count > 0) {
      parts.add(FactLine.counted(count, one, many));
    }
  }
}
