package milodex.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.config.Nearest;
import milodex.data.BarStore;
import milodex.data.RegularBars;
import milodex.data.StoredSeries;
import milodex.market.BarSeries;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.terminal.Block;

/// Shows stored bars of a symbol, those a run would read.
final class DataBarsCommand implements Action {

  private static final int USUAL = 20;

  private List<Symbol> symbols = List.of();
  private Optional<LocalDate> from = Optional.empty();
  private Optional<LocalDate> to = Optional.empty();
  private Optional<Integer> last = Optional.empty();
  private Timeframe timeframe = Timeframe.DAY_1;

  @Override
  public String name() {
    return "bars";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Show stored bars: raw ones where there are, else split-adjusted; the last 20 by default."
                + " Intraday sizes that are not stored are built from 1Min bars of regular sessions.")
        .words(1, "SYMBOL", Symbol.class, "Whose bars.", it -> symbols = it)
        .option("--from", "DATE", LocalDate.class, "First session.", it -> from = Optional.of(it))
        .option("--to", "DATE", LocalDate.class, "Last session.", it -> to = Optional.of(it))
        .option(
            "--last",
            "N",
            Integer.class,
            "Only the last N bars of the range; default: 20 without a range, else all.",
            it -> last = Optional.of(it))
        .option(
            "--timeframe",
            "SIZE",
            Timeframe.class,
            "1Min 5Min 15Min 1Hour or 1Day; default: 1Day.",
            it -> timeframe = it);
  }

  @Override
  public Reply run(Invocation invocation) {
    requireRange();
    BarStore store = new Wiring(invocation.workspace()).bars();
    List<BarTable> tables = symbols.stream().distinct().map(one -> table(store, one)).toList();
    Reply reply = Reply.of();
    List<Data> data = new ArrayList<>();
    for (BarTable table : tables) {
      BarSeries series = table.series();
      Optional<StoredSeries> stored = store.stored(series.symbol(), timeframe);
      StoredSeries shown =
          stored.orElseGet(() -> StoredSeries.of(built(store, series.symbol()).orElseThrow()));
      reply.block(Block.section(title(shown, stored.isEmpty()), table.block()));
      data.add(SeriesData.of(shown).flag("built", stored.isEmpty()).objects("shown", table.data()));
    }
    reply.data().objects("series", data);
    int shown = tables.stream().mapToInt(BarTable::size).sum();
    return reply.summary("%d bars of %d series.".formatted(shown, tables.size()));
  }

  private BarTable table(BarStore store, Symbol symbol) {
    BarSeries all =
        store
            .load(symbol, timeframe)
            .or(() -> built(store, symbol))
            .orElseThrow(() -> missing(store, symbol));
    BarSeries range = all.between(from.orElse(all.first()), to.orElse(all.last()));
    if (range.isEmpty()) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "bars_missing",
          "There are no %s bars of %s in that range.".formatted(timeframe, symbol),
          "The stored ones begin on %s and end on %s.".formatted(all.first(), all.last()),
          "Nothing was done.",
          "Ask for a range within them, or import more with `milodex data import PATH`.");
    }
    boolean ranged = from.isPresent() || to.isPresent();
    int count = last.orElse(ranged ? range.size() : USUAL);
    return BarTable.last(range, count, store.actions(symbol));
  }

  /// Intraday bars of a size that is not stored, from one-minute bars.
  private Optional<BarSeries> built(BarStore store, Symbol symbol) {
    return timeframe.isIntraday()
        ? RegularBars.load(store, symbol, timeframe).filter(bars -> !bars.isEmpty())
        : Optional.empty();
  }

  private Failure missing(BarStore store, Symbol symbol) {
    List<StoredSeries> stored = store.series();
    SortedSet<String> sizes = new TreeSet<>();
    SortedSet<String> tickers = new TreeSet<>();
    for (StoredSeries one : stored) {
      tickers.add(one.symbol().ticker());
      if (one.symbol().equals(symbol)) {
        sizes.add(one.timeframe().label());
      }
    }
    String next =
        sizes.isEmpty()
            ? Nearest.to(symbol.ticker(), tickers)
                .map(near -> "Did you mean `" + near + "`? ")
                .orElse("")
            : "Ask for --timeframe " + String.join(" or ", sizes) + ". ";
    return new Failure(
        ExitCode.UNAVAILABLE,
        "bars_missing",
        "There are no %s bars of %s.".formatted(timeframe, symbol),
        stored.isEmpty()
            ? "No bars are stored in this workspace yet."
            : "%d symbols are stored.".formatted(tickers.size()),
        "Nothing was done.",
        next + "Import bars with `milodex data import PATH`; `milodex data status` lists them.");
  }

  private void requireRange() {
    if (last.filter(n -> n < 1).isPresent()) {
      throw Failure.usage(
          "invalid_argument",
          "At least one bar has to be asked for.",
          "--last is " + last.orElseThrow() + ".",
          "Give a number from 1 on.");
    }
    if (from.isPresent() && to.filter(date -> date.isBefore(from.get())).isPresent()) {
      throw Failure.usage(
          "invalid_argument",
          "There is no such range.",
          "It ends on %s, before it begins on %s.".formatted(to.orElseThrow(), from.get()),
          "Swap --from and --to.");
    }
  }

  private static String title(StoredSeries stored, boolean built) {
    return "%s %s %s from %s%s: %,d bars, %s to %s"
        .formatted(
            stored.symbol(),
            stored.timeframe(),
            stored.adjustment(),
            stored.source(),
            built ? ", built from 1Min" : "",
            stored.bars(),
            stored.first(),
            stored.last());
  }
}
