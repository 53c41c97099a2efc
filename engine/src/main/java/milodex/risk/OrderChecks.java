package milodex.risk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Intent;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.risk.Circumstances.SentOrder;

/// Rows 16, 17 and 26 to 28: how this order stands among the orders already sent.
final class OrderChecks {

  private OrderChecks() {}

  static Answer entries(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    if (proposal.intent().side() == Side.SELL) {
      return new Answer.NotApplicable("exits do not count");
    }
    int number = facts.entriesToday() + 1;
    return CountLimit.entries(policy).answer("entry " + number + " of this session", number);
  }

  static Answer rate(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    int number = facts.ordersInLastMinute() + 1;
    return CountLimit.rate(policy).answer("order " + number + " within a minute", number);
  }

  static Answer duplicate(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    ClientOrderId id = ClientOrderIds.of(proposal.intent().id(), proposal.attempt());
    Optional<SentOrder> twin =
        Stream.concat(facts.working().stream(), facts.recent().stream())
            .filter(sent -> sent.id().equals(id) || repeats(sent, proposal, facts, policy))
            .findFirst();
    return twin.isPresent()
        ? new Answer.Breach("duplicate_order", "already sent: " + tell(twin.get()))
        : new Answer.Clear(
            "none alike within " + policy.duplicateWindowSeconds() + " s, none of the intent");
  }

  static Answer opposite(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    Side opposite = proposal.intent().side().opposite();
    return inSymbol(proposal, facts.working()).stream()
        .filter(sent -> sent.side() == opposite)
        .findFirst()
        .<Answer>map(
            sent ->
                new Answer.Breach(
                    "opposite_side_order_open", "would meet our own order: " + tell(sent)))
        .orElseGet(() -> new Answer.Clear("no " + opposite + " of ours is working in the symbol"));
  }

  /// A reduction is stopped only for shares that an UNKNOWN sale may already be selling.
  static Answer unknown(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    Optional<SentOrder> unknown =
        inSymbol(proposal, facts.working()).stream()
            .filter(sent -> sent.status() == OrderStatus.UNKNOWN)
            .findFirst();
    if (unknown.isEmpty()) {
      return new Answer.Clear("no order in the symbol is UNKNOWN");
    }
    String says = "the outcome is not known of " + tell(unknown.get());
    return proposal.isCoveredReduction()
        ? new Answer.Clear(says + "; none of the shares sold here can be part of it")
        : new Answer.Breach("unknown_outstanding", says);
  }

  private static boolean repeats(
      SentOrder sent, Proposal proposal, Circumstances facts, RiskPolicy policy) {
    Intent intent = proposal.intent();
    boolean sameIntent = sent.intent().equals(intent.id()) && mayFulfil(sent.status());
    boolean justSent =
        isAlike(sent, intent) && isRecent(sent, facts, policy) && !isBehind(sent, proposal);
    return sameIntent || (justSent && sent.status() != OrderStatus.REJECTED);
  }

  /// Once an order has ended, none of the shares a person sells here can be part of it.
  private static boolean isBehind(SentOrder sent, Proposal proposal) {
    return proposal.origin() == Proposal.Origin.OPERATOR
        && proposal.isCoveredReduction()
        && sent.status().isFinal();
  }

  /// An order that ended without filling leaves its intent to the next attempt.
  private static boolean mayFulfil(OrderStatus status) {
    return !status.isFinal() || status == OrderStatus.FILLED;
  }

  private static boolean isAlike(SentOrder sent, Intent intent) {
    return sent.strategy().equals(intent.strategy())
        && sent.symbol().equals(intent.symbol())
        && sent.side() == intent.side();
  }

  private static boolean isRecent(SentOrder sent, Circumstances facts, RiskPolicy policy) {
    Duration window = Duration.ofSeconds(policy.duplicateWindowSeconds());
    return Duration.between(sent.sentAt(), facts.now()).compareTo(window) < 0;
  }

  private static List<SentOrder> inSymbol(Proposal proposal, List<SentOrder> orders) {
    return orders.stream()
        .filter(sent -> sent.symbol().equals(proposal.intent().symbol()))
        .toList();
  }

  private static String tell(SentOrder sent) {
    return "%s, %s %s %s of %s, %s at %s"
        .formatted(
            sent.id(),
            sent.side(),
            sent.remaining(),
            sent.symbol(),
            sent.strategy(),
            sent.status(),
            sent.sentAt());
  }
}
