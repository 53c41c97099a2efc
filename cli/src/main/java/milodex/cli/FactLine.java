package milodex.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import milodex.ledger.DataFact;
import milodex.ledger.Excursion;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.Finding;
import milodex.ledger.Intent;
import milodex.ledger.PromotionFact;
import milodex.ledger.ResearchFact;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;
import milodex.ledger.Side;
import milodex.market.NewYork;
import milodex.money.Fraction;
import milodex.money.Money;

/// One sentence for each kind of fact.
final class FactLine {

  private FactLine() {}

  static String of(Fact fact) {
    return switch (fact) {
      case DataFact.BarsImported f ->
          "%s %s %s: %,d bars from %s, %s to %s."
              .formatted(
                  f.symbol(),
                  f.timeframe(),
                  f.adjustment(),
                  f.bars(),
                  f.source(),
                  f.first(),
                  f.last());
      case DataFact.BarsRevised f ->
          "%s %s%s: bars %s replaced by %s. Reason: %s"
              .formatted(
                  f.symbol(),
                  f.timeframe(),
                  f.adjustment().map(adjustment -> " " + adjustment).orElse(""),
                  brief(f.fromFingerprint()),
                  brief(f.toFingerprint()),
                  f.reason());
      case DataFact.ActionsImported f ->
          "%s: %s."
              .formatted(f.symbol(), counted(f.actions(), "corporate action", "corporate actions"));
      case DataFact.ActionsRevised f ->
          "%s: corporate actions %s replaced by %s. Reason: %s"
              .formatted(
                  f.symbol(), brief(f.fromFingerprint()), brief(f.toFingerprint()), f.reason());
      case DataFact.BarsFetched f ->
          "%s %s: asked %s for %s to %s, which delivered %,d bars%s."
              .formatted(
                  f.symbol(),
                  f.timeframe(),
                  f.provider(),
                  f.from(),
                  f.to(),
                  f.bars(),
                  f.first()
                      .flatMap(first -> f.last().map(last -> ", %s to %s".formatted(first, last)))
                      .orElse(""));
      case ResearchFact.ManifestFrozen f ->
          "Manifest %s of %s frozen.".formatted(f.manifest().brief(), f.strategy());
      case ResearchFact.TrialRegistered f ->
          "Run %s of %s, %s to %s, is about to look at the data.%s"
              .formatted(
                  f.run().brief(),
                  f.strategy(),
                  f.from(),
                  f.to(),
                  f.note().isEmpty() ? "" : " Note: " + f.note());
      case ResearchFact.RunCompleted f ->
          "Run %s of %s completed; its record is %s."
              .formatted(f.run().brief(), f.strategy(), brief(f.artifact()));
      case ResearchFact.RunFailed f ->
          "Run %s of %s failed: %s".formatted(f.run().brief(), f.strategy(), f.why());
      case ResearchFact.CellCompleted f ->
          "Run %s of %s completed as a cell of a sweep; its summary is all that is kept."
              .formatted(f.run().brief(), f.strategy());
      case ResearchFact.ExperimentCreated f ->
          "Experiment %s created: %s".formatted(f.experiment(), f.hypothesis());
      case ResearchFact.ExperimentUpdated f ->
          "Experiment %s %s: %s"
              .formatted(
                  f.experiment(),
                  f.status().map(status -> "ended " + words(status.name())).orElse("goes on"),
                  f.lessons());
      case ResearchFact.HoldoutSealed f ->
          "%s to %s, %s, sealed as holdout: %s"
              .formatted(
                  f.from(), f.to(), counted(f.sessions(), "session", "sessions"), f.reason());
      case ResearchFact.HoldoutOpened f ->
          "Holdout %s to %s opened for manifest %s of %s: %s"
              .formatted(f.from(), f.to(), f.manifest().brief(), f.strategy(), f.reason());
      case PromotionFact f -> PromotionLine.of(f);
      case RiskFact f -> RiskLine.of(f);
      case RunnerFact f -> RunnerLine.of(f);
      case Fact.BooksOpened f ->
          "Books opened for %s, %s to %s, with %s for strategies and %s idle."
              .formatted(
                  f.label(),
                  f.from(),
                  f.to(),
                  dollars(f.allocated().values().stream().reduce(Money.ZERO, Money::plus)),
                  dollars(f.idleCash()));
      case Fact.StrategyFunded f ->
          "%s joined the account with %s, from the session of %s on."
              .formatted(f.strategy(), dollars(f.cash()), f.from());
      case Fact.BooksClosed f ->
          "Books closed on %s with %s, after %s that selling what is open would cost."
              .formatted(f.session(), dollars(f.equity()), dollars(f.exitCosts()));
      case Fact.StrategyEvaluated f ->
          "%s decided `%s` on the close of %s: %s, %s held."
              .formatted(
                  f.strategy(),
                  f.rule(),
                  f.session(),
                  counted(f.signals().size(), "wish", "wishes"),
                  counted(f.positions(), "position", "positions"));
      case Fact.BarEvaluated f ->
          "%s decided `%s` on the %s bar that closed at %s New York: %s, %s held."
              .formatted(
                  f.strategy(),
                  f.rule(),
                  f.barSize(),
                  NewYork.minute(f.closedAt()),
                  counted(f.signals().size(), "wish", "wishes"),
                  counted(f.positions(), "position", "positions"));
      case Fact.ExitMissed f ->
          "EXIT MISSED in the session of %s: %s was not sold; %s."
              .formatted(f.session(), f.symbol(), f.says());
      case Fact.ExitParked f ->
          "EXIT PARKED in the session of %s: %d orders for %s ended without selling all; the next"
                  .formatted(f.session(), f.attempts(), f.symbol())
              + " leaves in the next session.";
      case Fact.IntentRecorded(Intent i) -> WishLine.of(i);
      case Fact.IntentClosed f ->
          f.outcome() == Fact.IntentClosed.Outcome.WITHDRAWN
              ? "The operator withdrew the wish %s. Reason: %s".formatted(f.intent(), f.says())
              : "The wish %s ended, %s: %s"
                  .formatted(f.intent(), words(f.outcome().name()), f.says());
      case Fact.ProposalJudged f ->
          "%s %s %s at %s: %s."
              .formatted(word(f.side()), f.quantity(), f.symbol(), f.price(), verdict(f));
      case Fact.OrderSubmitted f ->
          "Order to %s %s %s is about to be sent."
              .formatted(words(f.side().name()), f.quantity(), f.symbol());
      case Fact.OrderReported f ->
          "The broker says of the order in %s: %s, %s shares done.%s"
              .formatted(
                  f.symbol(),
                  words(f.status().name()),
                  f.filled(),
                  f.says().isEmpty() ? "" : " " + f.says());
      case Fact.OrderResolved f ->
          "The operator resolved the order in %s: nothing more of it will be filled. Reason: %s"
              .formatted(f.symbol(), f.reason());
      case Fact.CancelRequested f ->
          "The operator asked for the order in %s to be cancelled. Reason: %s"
              .formatted(f.symbol(), f.reason());
      case Fact.FillRecorded(Fill f) ->
          "%s %s %s at %s, fee %s."
              .formatted(
                  f.side() == Side.BUY ? "Bought" : "Sold",
                  f.quantity(),
                  f.symbol(),
                  f.price(),
                  f.fee());
      case Fact.SplitApplied f ->
          "%s split at the open of %s: %s new for one old."
              .formatted(f.symbol(), f.session(), f.ratio().toPlainString());
      case Fact.DividendCredited f ->
          "%s paid %s a share on %s shares at the open of %s: %s."
              .formatted(f.symbol(), f.perShare(), f.shares(), f.session(), dollars(f.amount()));
      case Fact.TickerChanged f ->
          "%s trades as %s from the open of %s; what was held and wished goes on under it."
              .formatted(f.symbol(), f.to(), f.session());
      case Fact.DelistingSettled f ->
          "%s stopped trading; %s a share paid in %s. %s"
              .formatted(f.symbol(), f.perShare(), f.session(), f.says());
      case Fact.ExternalBooked f -> external(f);
      case Fact.TradeMeasured f ->
          "Trade %d, in %s, ran %s."
              .formatted(
                  f.trade(),
                  f.symbol(),
                  f.excursion().map(FactLine::ran).orElse("nobody knows how far: " + f.says()));
      case Fact.WouldTrip f ->
          "Would have tripped a halt on %s: %s, %s".formatted(f.session(), f.code(), f.says());
    };
  }

  private static String external(Fact.ExternalBooked f) {
    String what =
        f.trade()
            .map(
                trade ->
                    "%s %s %s at %s"
                        .formatted(
                            trade.side() == Side.BUY ? "bought" : "sold",
                            trade.quantity(),
                            trade.symbol(),
                            trade.price()))
            .orElse(
                f.cash().isNegative()
                    ? dollars(f.cash().negated()) + " went out"
                    : dollars(f.cash()) + " came in");
    return "Outside of Milodex: %s. %s".formatted(what, f.says());
  }

  /// What the gate answered, in a few words.
  static String verdict(Fact.ProposalJudged judged) {
    if (judged.approved()) {
      return "approved by all %d checks".formatted(judged.findings().size());
    }
    List<String> codes =
        judged.findings().stream()
            .filter(finding -> finding.outcome() == Finding.Outcome.BREACH)
            .map(Finding::code)
            .toList();
    return "refused, " + String.join(", ", codes);
  }

  /// How far a trade ran: `from -1.25 % to 3.40 % of its entry price`.
  static String ran(Excursion ran) {
    return "from %s to %s of its entry price"
        .formatted(Figures.percent(ran.worst()), Figures.percent(ran.best()));
  }

  static String percent(Fraction share) {
    BigDecimal percent = share.value().movePointRight(2).stripTrailingZeros();
    return percent.toPlainString() + " %";
  }

  static String dollars(Money money) {
    return (money.isNegative() ? "-$" : "$") + Figures.dollars(money.amount().abs());
  }

  /// A name of the code as words: `PARTIALLY_FILLED` is "partially filled".
  static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String word(Side side) {
    return side == Side.BUY ? "Buy" : "Sell";
  }

  static String brief(String hash) {
    return hash.substring(0, Math.min(12, hash.length()));
  }

  static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
