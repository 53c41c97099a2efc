package milodex.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.execution.ActiveStrategy;
import milodex.execution.Alert;
import milodex.execution.Books;
import milodex.execution.Incident;
import milodex.ledger.HaltScope;
import milodex.market.Session;
import milodex.promotion.Standing;
import milodex.risk.Circumstances;
import milodex.strategy.StrategyId;

/// What the gate is told of a strategy on paper: the stage and the manifest it was promoted with,
/// as the ledger has them now, and what stood against it when the session opened.
public final class PaperStanding {

  private PaperStanding() {}

  /// `strategy` as it stands in `session`. What was halted when that opened, or waited for somebody
  /// to look at an alert, is not entered, though that has ended since: its opening prices are known
  /// by now.
  static ActiveStrategy of(
      ActiveStrategy strategy, Standing standing, Books books, Session session) {
    return strategy.standing(
        new Circumstances.Standing(
            standing.stage().word(),
            standing.manifest(),
            strategy.standing().running(),
            conditions(strategy.id(), books, session)));
  }

  /// What stops the entries of `strategy` in `session` though it may have ended since the open:
  /// incidents that were reset after it, and alerts that were not acknowledged before it.
  public static List<String> conditions(StrategyId strategy, Books books, Session session) {
    List<String> conditions = new ArrayList<>();
    books.halts().incidents().stream()
        .filter(one -> concerns(one, strategy) && wasOpen(one, session))
        .map(one -> "incident " + one.id() + " was open when the session opened")
        .forEach(conditions::add);
    books.alerts().before(strategy, session.opensAt()).stream()
        .map(Alert::reason)
        .forEach(conditions::add);
    return conditions;
  }

  private static boolean concerns(Incident incident, StrategyId strategy) {
    HaltScope scope = incident.tripped().scope();
    return scope.equals(HaltScope.ACCOUNT) || scope.equals(HaltScope.of(strategy));
  }

  private static boolean wasOpen(Incident incident, Session session) {
    Optional<Incident.Reset> reset = incident.reset();
    return !incident.at().isAfter(session.opensAt())
        && reset.isPresent()
        && reset.get().at().isAfter(session.opensAt());
  }
}
