package milodex.backtest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.analytics.EquityCurve;
import milodex.analytics.TradeResult;
import milodex.data.Liquidity;
import milodex.market.Symbol;
import milodex.portfolio.Exit;
import milodex.portfolio.Trade;
import milodex.statistics.Capacity;
import milodex.statistics.Figure;

/// How much money a run's way of trading can run before its own orders cost it the edge.
///
/// The edge and the linear cost are those of all closed trades together, for each dollar traded.
/// The turnover of a symbol is the mean traded share of the equity over the sessions in which the
/// run traded it, its volume and deviation are those of the run's sessions, and the factor of the
/// square-root impact is [#IMPACT]. Of several symbols the tightest counts, see [Capacity].
///
/// @param breakEven assets in dollars at which impact eats the edge
/// @param mostProfitable assets in dollars at which the profit in dollars is highest
/// @param participation assets in dollars at which a session's trading is [#PARTICIPATION] of the
///     volume
public record CapacityEstimate(Bound breakEven, Figure mostProfitable, Bound participation) {

  /// Y of the square-root law, of order one in most studies (Bouchaud, Farmer and Lillo, 2009).
  public static final double IMPACT = 1;

  /// The share of a session's volume that is held to be unnoticed.
  public static final double PARTICIPATION = 0.01;

  /// Assets in dollars, and the symbol that sets them.
  ///
  /// @param symbol empty if the assets are undefined
  public record Bound(Figure assets, Optional<String> symbol) {

    private static Bound undefined(String why) {
      return new Bound(Figure.undefined(why), Optional.empty());
    }

    /// The smaller of both; undefined if one of them is.
    private Bound or(Bound other) {
      return switch (assets) {
        case Figure.Undefined _ -> this;
        case Figure.Known(double own) ->
            switch (other.assets) {
              case Figure.Undefined _ -> other;
              case Figure.Known(double its) -> its < own ? other : this;
            };
      };
    }
  }

  /// What was traded of each symbol, as shares of the equity before the session.
  private static final class Traded {
    private final Map<Symbol, Map<Integer, Double>> shares = new TreeMap<>();
    private double dollars;
    private double gross;
    private double cost;

    private void add(WindowResult window) {
      for (Trade trade : window.closed()) {
        add(window.curve(), trade.symbol(), day(trade.entry().session()), trade.spent().toDouble());
        if (!trade.exit().rule().equals(Exit.DELISTING)) {
          int exit = day(trade.exit().session());
          add(window.curve(), trade.symbol(), exit, trade.proceeds().toDouble());
        }
      }
      for (TradeResult result : window.results()) {
        gross += result.pnl() + result.cost();
        cost += result.cost();
      }
    }

    private void add(EquityCurve curve, Symbol symbol, int day, double amount) {
      int session = Arrays.binarySearch(curve.session(), day);
      if (session >= 0) {
        dollars += amount;
        shares
            .computeIfAbsent(symbol, _ -> new TreeMap<>())
            .merge(day, amount / curve.equity()[session], Double::sum);
      }
    }

    private double turnover(Symbol symbol) {
      return shares.getOrDefault(symbol, Map.of()).values().stream()
          .mapToDouble(Double::doubleValue)
          .average()
          .orElse(0);
    }

    private static int day(LocalDate date) {
      return Math.toIntExact(date.toEpochDay());
    }
  }

  /// The estimate of a finished run.
  public static CapacityEstimate of(RunResult run) {
    Traded traded = new Traded();
    run.windows().forEach(traded::add);
    if (!(traded.dollars > 0)) {
      Bound none = Bound.undefined("no trade was closed");
      return new CapacityEstimate(none, none.assets(), none);
    }
    Optional<CapacityEstimate> tightest =
        traded.shares.keySet().stream()
            .map(symbol -> of(symbol, traded, run))
            .reduce(CapacityEstimate::tighter);
    return tightest.orElseThrow();
  }

  private static CapacityEstimate of(Symbol symbol, Traded traded, RunResult run) {
    Liquidity liquidity = Liquidity.of(run.ready().history(), symbol, run.curve().session());
    return switch (liquidity.dollars()) {
      case Figure.Undefined(String why) -> undefined(why);
      case Figure.Known(double volume) ->
          switch (liquidity.deviation()) {
            case Figure.Undefined(String why) -> undefined(why);
            case Figure.Known(double deviation) ->
                of(
                    symbol,
                    new Capacity(
                        traded.gross / traded.dollars,
                        traded.cost / traded.dollars,
                        traded.turnover(symbol),
                        volume,
                        deviation,
                        IMPACT));
          };
    };
  }

  private static CapacityEstimate of(Symbol symbol, Capacity capacity) {
    Optional<String> name = Optional.of(symbol.ticker());
    return new CapacityEstimate(
        new Bound(
            capacity.breakEven(),
            capacity.breakEven() instanceof Figure.Known ? name : Optional.empty()),
        capacity.mostProfitable(),
        new Bound(Figure.of(capacity.participation(PARTICIPATION)), name));
  }

  private static CapacityEstimate undefined(String why) {
    Bound none = Bound.undefined(why);
    return new CapacityEstimate(none, none.assets(), none);
  }

  /// The bounds that bind first.
  private CapacityEstimate tighter(CapacityEstimate other) {
    Bound first = breakEven.or(other.breakEven);
    return new CapacityEstimate(
        first,
        first.equals(breakEven) ? mostProfitable : other.mostProfitable,
        participation.or(other.participation));
  }
}
