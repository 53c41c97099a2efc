package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import milodex.ledger.DataFact;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Intent;
import milodex.ledger.PromotionFact;
import milodex.ledger.ResearchFact;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;
import milodex.market.NewYork;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;

/// One event of a story: a title, and all that the fact says.
final class Chapter {

  private Chapter() {}

  static Block of(Event event) {
    return switch (event.fact()) {
      case Fact.StrategyEvaluated fact -> titled("Decided", event, DecisionBlock.of(fact));
      case Fact.BarEvaluated fact -> titled("Decided", event, DecisionBlock.of(fact));
      case Fact.ExitMissed _ -> titled("Missed", event, line(event));
      case Fact.ExitParked _ -> titled("Parked", event, line(event));
      case Fact.IntentRecorded(Intent intent) -> titled("Wished", event, intent(intent));
      case Fact.ProposalJudged fact -> titled("Judged", event, VerdictBlock.of(fact));
      case Fact.OrderSubmitted fact -> titled("Sent", event, sent(fact));
      case Fact.OrderReported _ -> titled("Reported", event, line(event));
      case Fact.OrderResolved _ -> titled("Resolved", event, line(event));
      case Fact.CancelRequested _ -> titled("Cancel", event, line(event));
      case Fact.FillRecorded _ -> titled("Filled", event, line(event));
      case Fact.IntentClosed end -> titled(ended(end), event, line(event));
      case ResearchFact.TrialRegistered _ -> titled("Registered", event, line(event));
      case ResearchFact.RunCompleted fact -> titled("Completed", event, completed(event, fact));
      case ResearchFact.RunFailed _ -> titled("Failed", event, line(event));
      case ResearchFact.CellCompleted _ -> titled("Completed", event, line(event));
      case DataFact.BarsImported _ -> titled("Imported", event, line(event));
      case DataFact.BarsRevised _ -> titled("Revised", event, line(event));
      case DataFact.ActionsImported _ -> titled("Imported", event, line(event));
      case DataFact.ActionsRevised _ -> titled("Revised", event, line(event));
      case DataFact.BarsFetched _ -> titled("Fetched", event, line(event));
      case ResearchFact.ManifestFrozen _ -> titled("Frozen", event, line(event));
      case ResearchFact.ExperimentCreated _ -> titled("Supposed", event, line(event));
      case ResearchFact.ExperimentUpdated _ -> titled("Learnt", event, line(event));
      case ResearchFact.HoldoutSealed _ -> titled("Sealed", event, line(event));
      case ResearchFact.HoldoutOpened _ -> titled("Unsealed", event, line(event));
      case PromotionFact.EvidenceJudged _ -> titled("Weighed", event, line(event));
      case PromotionFact.StagePromoted _ -> titled("Promoted", event, line(event));
      case PromotionFact.StageDemoted _ -> titled("Demoted", event, line(event));
      case RiskFact.GateTested _ -> titled("Tested", event, line(event));
      case RiskFact.TroubleFound _ -> titled("Troubled", event, line(event));
      case RiskFact.AlertAcknowledged _ -> titled("Acknowledged", event, line(event));
      case RiskFact.LedgerRestored _ -> titled("Restored", event, line(event));
      case RunnerFact.RunnerStarted _ -> titled("Started", event, line(event));
      case RunnerFact.MomentPassed _ -> titled("Done", event, line(event));
      case RunnerFact.MomentMissed _ -> titled("Missed", event, line(event));
      case RunnerFact.BooksDiffered _ -> titled("Differed", event, line(event));
      case RunnerFact.ClockJumped _ -> titled("Jumped", event, line(event));
      case RunnerFact.RunnerStopped _ -> titled("Stopped", event, line(event));
      case RunnerFact.RehearsalCompleted _ -> titled("Rehearsed", event, line(event));
      case RiskFact.HaltTripped _ -> titled("Halted", event, line(event));
      case RiskFact.HaltVerified _ -> titled("Verified", event, line(event));
      case RiskFact.HaltReset _ -> titled("Reset", event, line(event));
      case RiskFact.StrategyPaused _ -> titled("Paused", event, line(event));
      case RiskFact.StrategyUnpaused _ -> titled("Unpaused", event, line(event));
      case Fact.BooksOpened _ -> titled("Opened", event, line(event));
      case Fact.StrategyFunded _ -> titled("Funded", event, line(event));
      case Fact.BooksClosed _ -> titled("Closed", event, line(event));
      case Fact.SplitApplied _ -> titled("Split", event, line(event));
      case Fact.DividendCredited _ -> titled("Paid", event, line(event));
      case Fact.TickerChanged _ -> titled("Renamed", event, line(event));
      case Fact.DelistingSettled _ -> titled("Delisted", event, line(event));
      case Fact.ExternalBooked _ -> titled("Booked", event, line(event));
      case Fact.TradeMeasured _ -> titled("Measured", event, line(event));
      case Fact.WouldTrip _ -> titled("Warned", event, line(event));
    };
  }

  private static Block titled(String word, Event event, Block body) {
    return Block.section(
        "%s, %s New York (event %d)".formatted(word, NewYork.second(event.at()), event.seq()),
        body);
  }

  private static String ended(Fact.IntentClosed end) {
    return end.outcome() == Fact.IntentClosed.Outcome.WITHDRAWN ? "Withdrawn" : "Given up";
  }

  private static Block line(Event event) {
    return Block.paragraph("  " + FactLine.of(event.fact()));
  }

  private static Block completed(Event event, ResearchFact.RunCompleted fact) {
    String brief = fact.run().brief();
    return Block.paragraph(
        "%s `milodex analytics metrics %s` shows its numbers, `milodex explain %s:1` its first trade."
            .formatted(FactLine.of(event.fact()), brief, brief));
  }

  private static Block intent(Intent intent) {
    KeyValues pairs =
        KeyValues.of()
            .with("Wish", "to " + WishLine.wish(intent))
            .with("Rule", intent.rule())
            .with("Seen", "close %s on %s".formatted(intent.decisionPrice(), intent.decidedOn()))
            .with("Works", WishLine.works(intent))
            .with(
                "Expires",
                intent
                    .expiresAt()
                    .map(at -> NewYork.second(at) + " New York")
                    .orElse("never, as every exit"));
    intent.byHand().ifPresent(hand -> pairs.with("By hand", hand.reason()));
    if (!intent.entryFacts().isEmpty()) {
      pairs.with("Entry facts", facts(intent.entryFacts()));
    }
    return pairs;
  }

  private static String facts(Map<String, Double> facts) {
    return facts.entrySet().stream()
        .map(fact -> fact.getKey() + " " + DecisionBlock.number(fact.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static Block sent(Fact.OrderSubmitted fact) {
    return KeyValues.of()
        .with(
            "Order",
            "%s %s %s"
                .formatted(FactLine.words(fact.side().name()), fact.quantity(), fact.symbol()))
        .with("Called", fact.order().toString());
  }

  /// Two blocks of one section, with a blank line between.
  static Block both(Block first, Block second) {
    return screen -> {
      List<String> lines = new ArrayList<>(first.lines(screen));
      lines.add("");
      lines.addAll(second.lines(screen));
      return lines;
    };
  }
}
