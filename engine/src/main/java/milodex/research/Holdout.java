package milodex.research;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.ledger.Draft;
import milodex.ledger.DuplicateKeyException;
import milodex.ledger.Event;
import milodex.ledger.Ledger;
import milodex.ledger.ManifestHash;
import milodex.ledger.ResearchFact.HoldoutOpened;
import milodex.ledger.ResearchFact.HoldoutSealed;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.strategy.StrategyId;

/// The newest period of the market, put away when the first hypothesis is put down, so that one
/// thing is left that no search has seen.
///
/// Opening it spends it for everybody. The seal never moves by itself.
public final class Holdout {

  /// A year of sessions.
  public static final int SESSIONS = 252;

  private final Ledger ledger;
  private Optional<Seal> seal = Optional.empty();
  private Optional<Opening> opening = Optional.empty();
  private long seen;

  /// Reads what `ledger` says of it.
  public Holdout(Ledger ledger) {
    this.ledger = ledger;
    catchUp();
  }

  /// The period that was put away.
  ///
  /// @param from its first session
  /// @param to its last one
  /// @param seq of the fact that says so
  public record Seal(LocalDate from, LocalDate to, int sessions, Instant at, long seq) {}

  /// What it was opened for.
  public record Opening(StrategyId strategy, ManifestHash manifest, String reason, Instant at) {}

  /// The seal, whether it has been opened since or not; empty if none was ever set.
  public Optional<Seal> seal() {
    return seal;
  }

  /// What the sealed period was opened for; empty while it is sealed, or if nothing was.
  public Optional<Opening> opening() {
    return opening;
  }

  /// The newest session research may read; empty if it may read all.
  public Optional<LocalDate> researchEnds() {
    return opening.isPresent() ? Optional.empty() : lastBefore();
  }

  /// The session before the sealed period, opened or not; empty if nothing was ever sealed.
  public Optional<LocalDate> lastBefore() {
    return seal.map(one -> ExchangeCalendar.nyse().previous(one.from()).date());
  }

  /// Seals the last [#SESSIONS] sessions up to `newest`, unless a period was sealed before.
  ///
  /// @param newest the newest session of which bars are stored
  /// @return the seal that stands, whoever set it
  public Seal seal(LocalDate newest, String reason, Instant at) {
    catchUp();
    if (seal.isEmpty()) {
      List<Session> sessions =
          ExchangeCalendar.nyse().sessions(newest.minusDays(2L * SESSIONS), newest);
      List<Session> last = sessions.subList(sessions.size() - SESSIONS, sessions.size());
      append(
          at,
          Draft.of(
              "holdout/sealed",
              new HoldoutSealed(last.getFirst().date(), last.getLast().date(), SESSIONS, reason)));
    }
    return seal.orElseThrow();
  }

  /// Opens it for one frozen strategy, and so for everybody, unless it was opened before.
  ///
  /// @return the opening that stands, whoever did it
  /// @throws IllegalStateException if nothing was ever sealed
  public Opening open(StrategyId strategy, ManifestHash manifest, String reason, Instant at) {
    catchUp();
    Seal now = seal.orElseThrow(() -> new IllegalStateException("nothing is sealed"));
    if (opening.isEmpty()) {
      append(
          at,
          Draft.because(
              now.seq(),
              "holdout/opened",
              new HoldoutOpened(strategy, manifest, now.from(), now.to(), reason)));
    }
    return opening.orElseThrow();
  }

  private void append(Instant at, Draft draft) {
    try {
      ledger.append(at, draft);
    } catch (DuplicateKeyException e) {
      // Somebody was faster: what stands under the key is read now.
    }
    catchUp();
  }

  /// Others may write to the same ledger.
  private void catchUp() {
    ledger.replay(seen, this::fold);
  }

  private void fold(Event event) {
    seen = event.seq();
    if (event.fact() instanceof HoldoutSealed put) {
      seal = Optional.of(new Seal(put.from(), put.to(), put.sessions(), event.at(), event.seq()));
      opening = Optional.empty();
    }
    if (event.fact() instanceof HoldoutOpened opened) {
      opening =
          Optional.of(
              new Opening(opened.strategy(), opened.manifest(), opened.reason(), event.at()));
    }
  }
}
