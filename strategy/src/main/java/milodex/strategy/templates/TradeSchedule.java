package milodex.strategy.templates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;

/// Trades laid over the sessions of a period by a seed: when each is decided, and for how long.
///
/// Trades are spread over lanes, so that no more than that many are open at once. Within a lane
/// their order, and the free sessions before, between and after them, are drawn. Where a lane has
/// room, a session lies between two trades, so that a symbol alone can serve them all.
///
/// @param seed another one gives another schedule of the same trades
/// @param holds sessions from the fill of an entry to the fill of its exit, sorted
/// @param byDecision the holds of the trades decided at the close of a session, sorted
record TradeSchedule(
    int seed,
    LocalDate first,
    LocalDate last,
    List<Integer> holds,
    int lanes,
    SortedMap<LocalDate, List<Integer>> byDecision) {

  /// What a number is drawn for: the lane of a trade, its turn in the lane, a free session.
  private static final int LANE = 1;

  private static final int TURN = 2;
  private static final int FREE = 3;

  /// Lays the trades over the sessions in `[first, last]`.
  ///
  /// @throws IllegalArgumentException if they do not fit, or the exchange calendar does not cover
  ///     the period
  static TradeSchedule of(
      int seed, LocalDate first, LocalDate last, List<Integer> holds, int lanes) {
    if (first.isAfter(last)) {
      throw new IllegalArgumentException(
          "first_session " + first + " is after last_session " + last);
    }
    List<LocalDate> sessions =
        ExchangeCalendar.nyse().sessions(first, last).stream().map(Session::date).toList();
    // A decision is filled one session later, and the last exit is filled within the period.
    int room = Math.max(sessions.size() - 2, 0);
    List<Integer> sorted = holds.stream().sorted().toList();
    Chance chance = new Chance(seed);
    SortedMap<LocalDate, List<Integer>> byDecision = new TreeMap<>();
    for (Lane lane : spread(chance, sorted, lanes, room)) {
      lane.place(
          chance,
          (decided, hold) ->
              byDecision.computeIfAbsent(sessions.get(decided), _ -> new ArrayList<>()).add(hold));
    }
    byDecision.values().forEach(Collections::sort);
    return new TradeSchedule(
        seed, first, last, sorted, lanes, Collections.unmodifiableSortedMap(byDecision));
  }

  /// The holds of the trades to decide on at the close of `session`, sorted.
  List<Integer> decidedOn(LocalDate session) {
    return byDecision.getOrDefault(session, List.of());
  }

  /// The session that decided on what was filled on `filled`: the newest before it with a trade.
  Optional<LocalDate> decisionOf(LocalDate filled) {
    SortedMap<LocalDate, List<Integer>> before = byDecision.headMap(filled);
    return before.isEmpty() ? Optional.empty() : Optional.of(before.lastKey());
  }

  /// Spreads trades in a drawn order; if that makes a lane too long, the longest first.
  private static List<Lane> spread(Chance chance, List<Integer> holds, int lanes, int room) {
    List<Integer> drawn = chance.order(holds.size(), LANE).stream().map(holds::get).toList();
    return Stream.of(drawn, holds.reversed())
        .map(ordered -> Lane.fill(ordered, lanes, room))
        .filter(filled -> filled.stream().allMatch(lane -> lane.free() >= 0))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%d holds of together %d sessions do not fit into %d sessions, %d at once"
                        .formatted(
                            holds.size(),
                            holds.stream().mapToInt(Integer::intValue).sum(),
                            room,
                            lanes)));
  }

  /// Trades of which one is open at a time.
  private record Lane(int number, int room, List<Integer> holds) {

    /// Puts each hold into the lane that is the shortest so far.
    static List<Lane> fill(List<Integer> holds, int lanes, int room) {
      List<Lane> filled =
          IntStream.range(0, lanes).mapToObj(i -> new Lane(i, room, new ArrayList<>())).toList();
      int[] taken = new int[lanes];
      for (int hold : holds) {
        int shortest = shortest(taken);
        taken[shortest] += hold;
        filled.get(shortest).holds().add(hold);
      }
      return filled;
    }

    private static int shortest(int[] lengths) {
      int shortest = 0;
      for (int i = 1; i < lengths.length; i++) {
        shortest = lengths[i] < lengths[shortest] ? i : shortest;
      }
      return shortest;
    }

    /// The sessions in which nothing is open.
    int free() {
      return room - holds.stream().mapToInt(Integer::intValue).sum();
    }

    /// Tells the index of the session that decides on each trade, and its hold.
    void place(Chance chance, BiConsumer<Integer, Integer> placed) {
      int trades = holds.size();
      int apart = free() >= trades - 1 ? 1 : 0;
      int spare = free() - apart * Math.max(trades - 1, 0);
      List<Integer> turns = chance.order(trades, TURN, number);
      List<Integer> starts =
          chance.order(spare + trades, FREE, number).subList(0, trades).stream().sorted().toList();
      int behind = 0;
      for (int i = 0; i < trades; i++) {
        int hold = holds.get(turns.get(i));
        placed.accept(starts.get(i) - i + behind, hold);
        behind += hold + apart;
      }
    }
  }
}
