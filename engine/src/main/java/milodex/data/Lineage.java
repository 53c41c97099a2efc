package milodex.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.TickerChange;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// The tickers a company has borne, and its bars and corporate actions joined along them.
///
/// A ticker stands for the company that took it last. What lies before that day was told under the
/// ticker the company left; what was told under the new one before is another company's, and so is
/// what is told under the old one after.
public final class Lineage {

  private static final LocalDate EVER = LocalDate.of(1, 1, 1);
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  private final List<TickerChange> changes;

  private Lineage(List<TickerChange> changes) {
    this.changes = changes;
  }

  /// The lineages that these changes make.
  public static Lineage of(List<TickerChange> changes) {
    return new Lineage(
        changes.stream().sorted(Comparator.comparing(TickerChange::exDate)).toList());
  }

  /// A company's bars under one ticker, and what it did.
  ///
  /// @param actions by ex-date, its next ticker among them if bars of it are stored
  public record Company(BarSeries bars, List<CorporateAction> actions) {}

  /// A ticker of a company and the days it bore it.
  private record Part(Symbol ticker, LocalDate from, LocalDate to) {

    boolean holds(LocalDate date) {
      return !date.isBefore(from) && !date.isAfter(to);
    }

    BarSeries of(BarSeries series) {
      return holds(series.first()) && holds(series.last()) ? series : series.between(from, to);
    }
  }

  /// The companies behind `wanted`, and what they become on the days `[from, to]`; one without bars
  /// is left out.
  public static SortedMap<Symbol, Company> read(
      StoredBars store,
      Collection<Symbol> wanted,
      Timeframe timeframe,
      LocalDate from,
      LocalDate to) {
    Lineage lineage = of(store.tickerChanges());
    Period period = new Period(from, to);
    Predicate<TickerChange> within = change -> period.contains(change.exDate());
    SortedMap<Symbol, BarSeries> stored =
        store.loadAll(lineage.borne(lineage.carried(wanted, within)), timeframe);
    SortedMap<Symbol, Company> companies = new TreeMap<>();
    for (Symbol symbol :
        lineage.carried(wanted, within.and(change -> lineage.goesOn(change, stored)))) {
      lineage
          .company(symbol, stored, store::actions)
          .ifPresent(company -> companies.put(symbol, company));
    }
    return companies;
  }

  /// Every ticker that the companies behind `symbols` bore before, and `symbols` themselves.
  public SortedSet<Symbol> borne(Collection<Symbol> symbols) {
    SortedSet<Symbol> borne = new TreeSet<>();
    symbols.forEach(symbol -> parts(symbol).forEach(part -> borne.add(part.ticker)));
    return borne;
  }

  /// `symbols` and what they become by those changes that count.
  private SortedSet<Symbol> carried(Collection<Symbol> symbols, Predicate<TickerChange> counts) {
    SortedSet<Symbol> carried = new TreeSet<>();
    List<Symbol> open = new ArrayList<>(symbols);
    while (!open.isEmpty()) {
      Symbol symbol = open.removeLast();
      if (carried.add(symbol)) {
        end(symbol).filter(counts).ifPresent(change -> open.add(change.to()));
      }
    }
    return carried;
  }

  /// The company behind `ticker`; empty if no bars of it are stored.
  ///
  /// Only raw bars are joined: nothing proves that two vendor-adjusted series have one basis.
  ///
  /// @param stored the bars of every ticker it bore
  /// @param told the corporate actions of a ticker
  private Optional<Company> company(
      Symbol ticker, Map<Symbol, BarSeries> stored, Function<Symbol, List<CorporateAction>> told) {
    List<Part> parts = parts(ticker);
    boolean raw = parts.stream().allMatch(part -> isRaw(part.ticker, stored));
    List<Part> joined = raw ? parts : parts.subList(parts.size() - 1, parts.size());
    List<CorporateAction> actions = actions(ticker, joined, told);
    end(ticker).filter(change -> goesOn(change, stored)).ifPresent(actions::add);
    return bars(ticker, joined, stored).map(bars -> new Company(bars, List.copyOf(actions)));
  }

  private static List<CorporateAction> actions(
      Symbol ticker, List<Part> parts, Function<Symbol, List<CorporateAction>> told) {
    List<CorporateAction> actions = new ArrayList<>();
    for (Part part : parts) {
      for (CorporateAction action : told.apply(part.ticker)) {
        if (part.holds(action.exDate()) && !(action instanceof TickerChange)) {
          actions.add(part.ticker.equals(ticker) ? action : ActionTerms.under(ticker, action));
        }
      }
    }
    return actions;
  }

  private static Optional<BarSeries> bars(
      Symbol ticker, List<Part> parts, Map<Symbol, BarSeries> stored) {
    List<BarSeries> found = new ArrayList<>();
    for (Part part : parts) {
      Optional.ofNullable(stored.get(part.ticker))
          .map(part::of)
          .filter(series -> !series.isEmpty())
          .ifPresent(found::add);
    }
    if (found.isEmpty() || (found.size() == 1 && found.getFirst().symbol().equals(ticker))) {
      return found.stream().findFirst();
    }
    BarRows rows = new BarRows(found.stream().mapToInt(BarSeries::size).sum());
    SortedSet<String> sources = new TreeSet<>();
    for (BarSeries series : found) {
      sources.add(series.source());
      for (int i = 0; i < series.size(); i++) {
        rows.add(series, i);
      }
    }
    BarSeries last = found.getLast();
    return Optional.of(
        rows.toSeries(ticker, last.timeframe(), last.adjustment(), String.join("+", sources)));
  }

  /// Whether what is held before a change can be valued after it.
  private boolean goesOn(TickerChange change, Map<Symbol, BarSeries> stored) {
    Part before = partBefore(change);
    return isRaw(change.symbol(), stored)
        && isRaw(change.to(), stored)
        && Optional.ofNullable(stored.get(change.to()))
            .filter(series -> !series.isEmpty() && !series.last().isBefore(change.exDate()))
            .isPresent()
        && parts(change.to()).stream()
            .anyMatch(part -> part.ticker.equals(before.ticker) && part.to.equals(before.to));
  }

  private static Part partBefore(TickerChange change) {
    return new Part(change.symbol(), EVER, change.exDate().minusDays(1));
  }

  private static boolean isRaw(Symbol ticker, Map<Symbol, BarSeries> stored) {
    return Optional.ofNullable(stored.get(ticker))
        .map(series -> series.adjustment() == Adjustment.RAW)
        .orElse(true);
  }

  /// The tickers of the company that bears `ticker` last, oldest first.
  private List<Part> parts(Symbol ticker) {
    return partsBefore(ticker, end(ticker).map(TickerChange::exDate).orElse(NEVER));
  }

  /// The tickers of the company that bore `ticker` on the day before `end`.
  private List<Part> partsBefore(Symbol ticker, LocalDate end) {
    Optional<TickerChange> taken = taken(ticker, end);
    List<Part> parts = new ArrayList<>();
    taken.ifPresent(change -> parts.addAll(partsBefore(change.symbol(), change.exDate())));
    parts.add(new Part(ticker, taken.map(TickerChange::exDate).orElse(EVER), end.minusDays(1)));
    return parts;
  }

  /// The last change by which a company took `ticker` before a day.
  private Optional<TickerChange> taken(Symbol ticker, LocalDate before) {
    return changes.stream()
        .filter(change -> change.to().equals(ticker) && change.exDate().isBefore(before))
        .reduce((_, later) -> later);
  }

  /// The change by which the company that took `ticker` last left it.
  private Optional<TickerChange> end(Symbol ticker) {
    LocalDate since = taken(ticker, NEVER).map(TickerChange::exDate).orElse(EVER);
    return changes.stream()
        .filter(change -> change.symbol().equals(ticker) && change.exDate().isAfter(since))
        .findFirst();
  }
}
