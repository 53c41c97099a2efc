package milodex.data;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import milodex.market.Adjustment;
import milodex.market.BarColumns;
import milodex.market.BarSeries;

/// Stored bars and offered bars of one series, joined: what is new, what agrees, what does not.
///
/// Bars are matched by opening instant. A stored bar that is not offered again stays; where both
/// exist and differ, the joined series has the offered one, and [#objection] says so.
public final class BarMerge {

  private static final int SHOWN = 5;

  private final Optional<BarSeries> stored;
  private final BarSeries bars;
  private final int offered;
  private final int added;
  private final int unchanged;
  private final SortedSet<LocalDate> changed;
  private final String firstChange;

  private BarMerge(
      Optional<BarSeries> stored,
      BarSeries bars,
      int offered,
      int added,
      int unchanged,
      Changes changes) {
    this.stored = stored;
    this.bars = bars;
    this.offered = offered;
    this.added = added;
    this.unchanged = unchanged;
    this.changed = changes.sessions;
    this.firstChange = changes.first;
  }

  /// Joins what is stored, if anything, with what is offered.
  ///
  /// @throws IllegalArgumentException if the two are not of one symbol, timeframe and adjustment,
  ///     or nothing is offered
  public static BarMerge of(Optional<BarSeries> stored, BarSeries offered) {
    if (offered.isEmpty()) {
      throw new IllegalArgumentException(offered.symbol() + ": no bars are offered");
    }
    if (stored.isEmpty()) {
      return new BarMerge(stored, offered, offered.size(), offered.size(), 0, new Changes());
    }
    requireSameSeries(stored.get(), offered);
    return join(stored.get(), offered);
  }

  /// The series that was stored before; empty if none was.
  public Optional<BarSeries> stored() {
    return stored;
  }

  /// The joined series.
  public BarSeries bars() {
    return bars;
  }

  /// All bars offered.
  public int offered() {
    return offered;
  }

  /// Offered bars that were not stored.
  public int added() {
    return added;
  }

  /// Offered bars that are stored just so.
  public int unchanged() {
    return unchanged;
  }

  /// Sessions with a stored bar that differs from the offered one.
  public SortedSet<LocalDate> changed() {
    return changed;
  }

  /// Whether the store already holds all that is offered.
  public boolean isNothingNew() {
    return added == 0 && changed.isEmpty();
  }

  /// The fingerprint of the stored series that was joined; empty if none is stored.
  public Optional<BarFingerprint> replaces() {
    return stored.map(BarFingerprint::of);
  }

  /// Why the joined series may not be stored without a reason given; empty if it may.
  ///
  /// Two things forbid it: a stored bar would change, or a split-adjusted series would be
  /// lengthened by bars that share no bar with it, so that nothing proves the same basis.
  public Optional<String> objection() {
    if (!changed.isEmpty()) {
      String sessions =
          changed.stream().limit(SHOWN).map(LocalDate::toString).collect(Collectors.joining(", "));
      String more = changed.size() > SHOWN ? " and " + (changed.size() - SHOWN) + " more" : "";
      return Optional.of(
          "stored bars differ from the offered ones on %d sessions (%s%s); first: %s"
              .formatted(changed.size(), sessions, more, firstChange));
    }
    if (stored.isPresent() && unchanged == 0 && bars.adjustment() == Adjustment.SPLIT_ADJUSTED) {
      return Optional.of(
          "the offered split-adjusted bars share no bar with the stored ones (%s to %s), so nothing"
                  .formatted(stored.get().first(), stored.get().last())
              + " proves that both are adjusted for the same splits");
    }
    return Optional.empty();
  }

  private static BarMerge join(BarSeries stored, BarSeries offered) {
    BarRows rows = new BarRows(stored.size() + offered.size());
    Changes changes = new Changes();
    int added = 0;
    int unchanged = 0;
    int s = 0;
    int o = 0;
    while (s < stored.size() || o < offered.size()) {
      long storedAt = s < stored.size() ? stored.openedAt()[s] : Long.MAX_VALUE;
      long offeredAt = o < offered.size() ? offered.openedAt()[o] : Long.MAX_VALUE;
      if (storedAt < offeredAt) {
        rows.add(stored, s++);
      } else if (offeredAt < storedAt) {
        rows.add(offered, o++);
        added++;
      } else {
        unchanged += changes.compare(stored, s++, offered, o) ? 1 : 0;
        rows.add(offered, o++);
      }
    }
    BarSeries bars =
        rows.toSeries(
            offered.symbol(), offered.timeframe(), offered.adjustment(), sources(stored, offered));
    return new BarMerge(Optional.of(stored), bars, offered.size(), added, unchanged, changes);
  }

  private static String sources(BarSeries stored, BarSeries offered) {
    SortedSet<String> names = new TreeSet<>(Arrays.asList(stored.source().split("\\+")));
    names.add(offered.source());
    return String.join("+", names);
  }

  private static void requireSameSeries(BarSeries stored, BarSeries offered) {
    if (!stored.symbol().equals(offered.symbol())
        || stored.timeframe() != offered.timeframe()
        || stored.adjustment() != offered.adjustment()) {
      throw new IllegalArgumentException(
          "%s %s %s cannot be joined with %s %s %s"
              .formatted(
                  stored.symbol(),
                  stored.timeframe(),
                  stored.adjustment(),
                  offered.symbol(),
                  offered.timeframe(),
                  offered.adjustment()));
    }
  }

  /// The stored bars that an offered bar contradicts.
  private static final class Changes {
    final SortedSet<LocalDate> sessions = new TreeSet<>();
    String first = "";

    boolean compare(BarSeries stored, int s, BarSeries offered, int o) {
      BarColumns a = stored.columns();
      BarColumns b = offered.columns();
      boolean same =
          same("open", a.open()[s], b.open()[o], stored, s)
              && same("high", a.high()[s], b.high()[o], stored, s)
              && same("low", a.low()[s], b.low()[o], stored, s)
              && same("close", a.close()[s], b.close()[o], stored, s)
              && same("volume", a.volume()[s], b.volume()[o], stored, s);
      if (!same) {
        sessions.add(stored.session(s));
      }
      return same;
    }

    private boolean same(String field, double stored, double offered, BarSeries series, int bar) {
      boolean same = Double.compare(stored, offered) == 0;
      if (!same && first.isEmpty()) {
        first =
            "%s %s stored %s, offered %s".formatted(series.openedAt(bar), field, stored, offered);
      }
      return same;
    }
  }
}
