package milodex.trading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import milodex.execution.Books;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.market.CorporateAction;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.portfolio.Lot;
import milodex.portfolio.Portfolio;
import milodex.portfolio.Position;
import milodex.portfolio.StrategyBook;
import milodex.risk.Trigger;

/// What companies did to shares that are held, and was told only after its session had been gone
/// through.
///
/// Two of one kind and symbol within a week are taken for one, so that a date or an amount which is
/// mended later is not booked a second time.
///
/// @param due those that concern every share held: to be booked at the open of the next session
/// @param torn splits and dividends after which more was bought, or of what is held outside of
///     strategies too: nobody can tell which shares they concern
public record LateActions(List<CorporateAction> due, List<CorporateAction> torn) {

  private static final Set<FactType> KINDS =
      Set.of(
          FactType.SPLIT_APPLIED,
          FactType.DIVIDEND_CREDITED,
          FactType.TICKER_CHANGED,
          FactType.DELISTING_SETTLED);

  public LateActions {
    due = List.copyOf(due);
    torn = List.copyOf(torn);
  }

  /// Those for a session that has not begun yet.
  ///
  /// @param told all that is known by now of what is held
  /// @param ledger that of `portfolio`
  public static LateActions of(
      Collection<CorporateAction> told, Portfolio portfolio, Ledger ledger, Session session) {
    List<Event> booked = new ArrayList<>();
    ledger.replay(KINDS, booked::add);
    Set<ActionKey> begun = begun(booked, session);
    List<CorporateAction> due = new ArrayList<>();
    List<CorporateAction> torn = new ArrayList<>();
    for (CorporateAction action : told) {
      if (!effective(action).isBefore(session.date())
          || action instanceof CorporateAction.SpinOff
          || due.stream().anyMatch(other -> isSame(other, action))
          || torn.stream().anyMatch(other -> isSame(other, action))) {
        continue;
      }
      if (begun.contains(ActionKey.of(action))) {
        due.add(action);
      } else if (isLate(action, portfolio, booked)) {
        (isTorn(action, portfolio) ? torn : due).add(action);
      }
    }
    return new LateActions(due, torn);
  }

  /// What the books have in this session, which a process may have left before the broker had it:
  /// to record it again adds nothing, and a broker that has it has begun the session.
  private static Set<ActionKey> begun(List<Event> booked, Session session) {
    return booked.stream()
        .filter(event -> !event.at().isBefore(session.opensAt()))
        .map(event -> ActionKey.parse(event.key()))
        .collect(Collectors.toSet());
  }

  private static boolean isLate(CorporateAction action, Portfolio portfolio, List<Event> booked) {
    LocalDate effective = effective(action);
    return lots(action.symbol(), portfolio).stream().anyMatch(lot -> isBefore(lot, effective))
        && booked.stream().noneMatch(event -> isBooked(action, event));
  }

  /// What happened before a ticker was taken was booked, or not, under the one before.
  private static boolean isBooked(CorporateAction action, Event booked) {
    return ActionKey.parse(booked.key()).isSameAs(ActionKey.of(action))
        || (booked.fact() instanceof Fact.TickerChanged changed
            && changed.to().equals(action.symbol())
            && !action.exDate().isAfter(changed.session()));
  }

  /// Puts on record what cannot be booked, once.
  public void report(Books books, Session session, Instant at) {
    for (CorporateAction action : torn) {
      for (StrategyBook book : books.portfolio().books().values()) {
        if (book.position(action.symbol()).isPresent()) {
          books.recordOnce(
              at,
              List.of(
                  Trouble.draft(
                      Trigger.DATA_QUALITY,
                      HaltScope.of(book.strategy()),
                      session.date(),
                      ActionKey.of(action),
                      says(action))));
        }
      }
    }
  }

  private static String says(CorporateAction action) {
    ActionKey key = ActionKey.of(action);
    return "the %s of %s on %s was told after its session, and it is not known which shares it concerns: it is not booked, so that what is held of it is not what the market takes it for; sell it"
        .formatted(key.what(), key.symbol(), key.exDate());
  }

  private static boolean isSame(CorporateAction one, CorporateAction other) {
    return ActionKey.of(one).isSameAs(ActionKey.of(other));
  }

  /// The session at whose open it takes effect.
  private static LocalDate effective(CorporateAction action) {
    LocalDate from =
        action instanceof CorporateAction.Delisting ? action.exDate().plusDays(1) : action.exDate();
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    return calendar.session(from).map(Session::date).orElseGet(() -> calendar.next(from).date());
  }

  private static boolean isTorn(CorporateAction action, Portfolio portfolio) {
    return switch (action) {
      case CorporateAction.Split _, CorporateAction.Dividend _ ->
          !portfolio.outside().held(action.symbol()).isZero()
              || !lots(action.symbol(), portfolio).stream()
                  .allMatch(lot -> isBefore(lot, effective(action)));
      case CorporateAction.Delisting _, CorporateAction.TickerChange _, CorporateAction.SpinOff _ ->
          false;
    };
  }

  private static boolean isBefore(Lot lot, LocalDate session) {
    return lot.entry().session().isBefore(session);
  }

  private static List<Lot> lots(Symbol symbol, Portfolio portfolio) {
    return portfolio.books().values().stream()
        .flatMap(book -> book.position(symbol).stream())
        .map(Position::lots)
        .flatMap(List::stream)
        .toList();
  }
}
