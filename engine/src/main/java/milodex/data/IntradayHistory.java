package milodex.data;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// The intraday bars of many symbols, all of one size; shared, never changed.
public final class IntradayHistory {

  private final Timeframe size;
  private final SortedMap<Symbol, IntradayTrack> tracks;

  private IntradayHistory(Timeframe size, SortedMap<Symbol, IntradayTrack> tracks) {
    this.size = size;
    this.tracks = tracks;
  }

  /// Bars of one size, and what companies did meanwhile.
  ///
  /// @param series regular bars of `size` as traded, one series for each symbol
  /// @param actions corporate actions of each symbol
  /// @throws IllegalArgumentException if a series is of another size
  public static IntradayHistory of(
      Timeframe size, List<BarSeries> series, SortedMap<Symbol, List<CorporateAction>> actions) {
    SortedMap<Symbol, IntradayTrack> tracks = new TreeMap<>();
    for (BarSeries one : series) {
      if (one.timeframe() != size) {
        throw new IllegalArgumentException(one.symbol() + ": " + one.timeframe() + ", not " + size);
      }
      tracks.put(
          one.symbol(), IntradayTrack.of(one, actions.getOrDefault(one.symbol(), List.of())));
    }
    return new IntradayHistory(size, Collections.unmodifiableSortedMap(tracks));
  }

  /// The size of its bars.
  public Timeframe size() {
    return size;
  }

  /// The regular bars of `symbol`, as traded.
  public Optional<BarSeries> bars(Symbol symbol) {
    return track(symbol).map(IntradayTrack::series);
  }

  /// Whether any symbol has a bar in the session of `date`.
  public boolean covers(LocalDate date) {
    return tracks.values().stream()
        .anyMatch(track -> !track.series().between(date, date).isEmpty());
  }

  Optional<IntradayTrack> track(Symbol symbol) {
    return Optional.ofNullable(tracks.get(symbol));
  }
}
