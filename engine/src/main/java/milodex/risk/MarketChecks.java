package milodex.risk;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import milodex.market.NewYork;
import milodex.market.Session;
import milodex.money.Fraction;
import milodex.money.Price;
import milodex.risk.Circumstances.Instrument;

/// Rows 8 to 12: whether the market is open, and its data and price can be trusted.
final class MarketChecks {

  /// Two sources further apart than this are worth a word.
  private static final Fraction WORTH_A_WORD = Fraction.parse("0.005");

  /// A bar within the session that closed longer ago than this is no ground for an order.
  private static final Duration FRESH = Duration.ofMinutes(5);

  private MarketChecks() {}

  static Answer open(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    Optional<Session> session = facts.session().filter(hours -> hours.isOpenAt(facts.now()));
    boolean open = session.isPresent();
    if (facts.brokerSaysOpen().isPresent() && facts.brokerSaysOpen().get() != open) {
      return new Answer.Breach(
          "calendar_conflict",
          "the calendar says " + word(open) + ", the broker says " + word(!open));
    }
    if (session.isEmpty()) {
      return new Answer.Breach(
          "market_closed", "no session is open at " + NewYork.minute(facts.now()) + " New York");
    }
    return new Answer.Clear(
        "session "
            + session.get().date()
            + " is open"
            + (facts.brokerSaysOpen().isPresent() ? "" : "; the broker has no clock of its own"));
  }

  static Answer fresh(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    Instrument instrument = facts.instrument();
    if (instrument.lastClosedBar().isEmpty()) {
      return new Answer.Breach("no_latest_bar", "there is no bar of " + instrument.symbol());
    }
    LocalDate newest = instrument.lastClosedBar().get();
    if (!newest.equals(instrument.expectedBar())) {
      return new Answer.Breach(
          "stale_market_data",
          "the newest closed bar is of " + newest + ", expected " + instrument.expectedBar());
    }
    return instrument
        .barAge()
        .map(MarketChecks::young)
        .orElseGet(() -> new Answer.Clear("the newest closed bar is of " + newest));
  }

  private static Answer young(Duration age) {
    String says =
        "the newest bar closed " + age.toSeconds() + " s ago, at most " + FRESH.toSeconds() + " s";
    return age.compareTo(FRESH) > 0
        ? new Answer.Breach("stale_market_data", says)
        : new Answer.Clear(says);
  }

  static Answer price(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    Instrument instrument = facts.instrument();
    if (instrument.price().isEmpty()) {
      return new Answer.Breach("price_disagreement", "no price is observable now");
    }
    Price observed = instrument.price().get();
    if (!observed.equals(proposal.price())) {
      return new Answer.Breach(
          "price_disagreement",
          "the proposal is priced at " + proposal.price() + ", observable is " + observed);
    }
    if (instrument.secondPrice().isEmpty()) {
      return new Answer.NotApplicable(observed + " is sane; there is no second source here");
    }
    return agree(observed, instrument.secondPrice().get(), policy.maxPriceDisagreement());
  }

  static Answer tradable(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    Instrument instrument = facts.instrument();
    if (instrument.tradable().isPresent()) {
      return new Answer.Breach("not_tradable", instrument.tradable().get());
    }
    Optional<String> forbidden =
        policy.forbidden().contains(instrument.symbol())
            ? Optional.of(instrument.symbol() + " is on the policy's forbidden list")
            : instrument.forbiddenKind().map(kind -> kind + " is never bought");
    if (forbidden.isEmpty()) {
      return new Answer.Clear(instrument.symbol() + " is tradable and allowed");
    }
    return proposal.isCoveredReduction()
        ? new Answer.Clear(forbidden.get() + "; selling it is allowed")
        : new Answer.Breach("instrument_forbidden", forbidden.get());
  }

  static Answer gap(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    BigDecimal decided = facts.instrument().decisionPrice().value();
    BigDecimal move = proposal.price().value().subtract(decided);
    String says =
        "moved "
            + Figures.percent(move, decided)
            + " from "
            + decided.toPlainString()
            + " to "
            + proposal.price()
            + ", at most "
            + Figures.percent(policy.maxGap());
    return exceeds(move, decided, policy.maxGap())
        ? new Answer.Breach("gap_since_decision", says)
        : new Answer.Clear(says);
  }

  private static Answer agree(Price first, Price second, Fraction limit) {
    BigDecimal lower = first.value().min(second.value());
    BigDecimal apart = first.value().subtract(second.value()).abs();
    String says =
        first
            + " and "
            + second
            + " are "
            + Figures.percent(apart, lower)
            + " apart, at most "
            + Figures.percent(limit);
    if (exceeds(apart, lower, limit)) {
      return new Answer.Breach("price_disagreement", says);
    }
    return new Answer.Clear(exceeds(apart, lower, WORTH_A_WORD) ? "warning: " + says : says);
  }

  private static boolean exceeds(BigDecimal difference, BigDecimal of, Fraction limit) {
    return difference.abs().compareTo(of.multiply(limit.value())) > 0;
  }

  private static String word(boolean open) {
    return open ? "open" : "closed";
  }
}
