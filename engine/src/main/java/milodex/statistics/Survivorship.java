package milodex.statistics;

import java.util.List;
import java.util.stream.DoubleStream;

/// What a universe of today's survivors hides: the mean return of one holding each symbol equally.
///
/// @param survivors mean return of the symbols that still trade
/// @param everyone mean return with the delisted ones, their delisting returns included
/// @param withoutDelistingReturns the same, wrongly taking the last trade as the end
/// @param bias `survivors` − `everyone`
/// @param delistedShare share of all symbols that stopped trading; none over several years is a
///     sign of a universe that was not taken at the time
public record Survivorship(
    Figure survivors,
    Figure everyone,
    Figure withoutDelistingReturns,
    Figure bias,
    Figure delistedShare) {

  /// A symbol that stopped trading.
  ///
  /// @param toLastTrade its return until the last trade, at least −1
  /// @param delisting what came after, as a return on the last price, at least −1; about −0.3 if
  ///     unknown (Shumway 1997)
  public record Delisting(double toLastTrade, double delisting) {

    /// @throws IllegalArgumentException if a return is not finite or loses more than everything
    public Delisting {
      requireReturn(toLastTrade, "toLastTrade");
      requireReturn(delisting, "delisting");
    }

    /// Both returns, compounded.
    public double total() {
      return (1 + toLastTrade) * (1 + delisting) - 1;
    }
  }

  /// The survivorship of symbols by their returns over one period.
  ///
  /// @throws IllegalArgumentException if a return is not finite or loses more than everything
  public static Survivorship of(double[] survivors, List<Delisting> delisted) {
    for (double survivor : survivors) {
      requireReturn(survivor, "survivors");
    }
    Figure alive = mean(DoubleStream.of(survivors), "no survivors");
    Figure everyone =
        mean(
            DoubleStream.concat(
                DoubleStream.of(survivors), delisted.stream().mapToDouble(Delisting::total)),
            "no symbols");
    Figure naive =
        mean(
            DoubleStream.concat(
                DoubleStream.of(survivors), delisted.stream().mapToDouble(Delisting::toLastTrade)),
            "no symbols");
    return new Survivorship(
        alive,
        everyone,
        naive,
        difference(alive, everyone),
        Figure.ratio(delisted.size(), survivors.length + delisted.size(), "no symbols"));
  }

  private static Figure difference(Figure from, Figure less) {
    return switch (less) {
      case Figure.Known(double value) -> from.map(known -> known - value);
      case Figure.Undefined undefined -> undefined;
    };
  }

  private static Figure mean(DoubleStream returns, String why) {
    double[] all = returns.toArray();
    return all.length == 0 ? Figure.undefined(why) : Figure.of(Sample.mean(all));
  }

  private static void requireReturn(double value, String name) {
    if (!(value >= -1) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be a return of at least -1, not " + value);
    }
  }
}
