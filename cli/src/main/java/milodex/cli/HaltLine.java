package milodex.cli;

import java.util.List;
import java.util.stream.Collectors;
import milodex.ledger.ClientOrderId;
import milodex.ledger.HaltScope;
import milodex.ledger.RiskFact;

/// One sentence for each kind of fact about halts and pauses.
final class HaltLine {

  private HaltLine() {}

  static String of(RiskFact.HaltFact fact) {
    return switch (fact) {
      case RiskFact.HaltTripped f ->
          "KILL SWITCH tripped, incident %s, %s, mode %s (%s): %s, %s"
              .formatted(
                  f.incident(),
                  scope(f.scope()),
                  f.mode(),
                  f.mode().meaning(),
                  f.trigger(),
                  f.says());
      case RiskFact.HaltVerified f ->
          "The broker was asked after incident %s: %s cancelled, %s. %s"
              .formatted(f.incident(), orders(f.cancelled()), left(f.left()), f.says());
      case RiskFact.HaltReset f -> "Incident %s was reset: %s".formatted(f.incident(), f.reason());
      case RiskFact.StrategyPaused f ->
          "%s paused, entries stop and exits go on: %s".formatted(f.strategy(), f.reason());
      case RiskFact.StrategyUnpaused f ->
          "%s may enter again: %s".formatted(f.strategy(), f.reason());
    };
  }

  /// `the whole account`, or the strategy.
  static String scope(HaltScope scope) {
    return scope.strategy().map(Object::toString).orElse("the whole account");
  }

  private static String orders(List<ClientOrderId> orders) {
    return FactLine.counted(orders.size(), "order", "orders");
  }

  private static String left(List<ClientOrderId> left) {
    return left.isEmpty()
        ? "none left working"
        : "LEFT: " + left.stream().map(ClientOrderId::toString).collect(Collectors.joining(", "));
  }
}
