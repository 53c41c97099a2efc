package milodex.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import milodex.config.Nearest;
import milodex.data.BarProvider;
import milodex.data.Period;
import milodex.data.Settlement;
import milodex.market.ExchangeCalendar;
import milodex.market.Timeframe;
import picocli.CommandLine.Option;

/// What every fetch asks: whom, for when, for which bars.
final class FetchOptions {

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "Who delivers the bars; default: sample.")
  private String provider = "sample";

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First session; default: as far back as the exchange calendar knows.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last session; default: the newest whose bar is final.")
  private Optional<LocalDate> to = Optional.empty();

  @Option(
      names = "--timeframe",
      paramLabel = "SIZE",
      description = "1Min 5Min 15Min 1Hour or 1Day; default: 1Day.")
  Timeframe timeframe = Timeframe.DAY_1;

  @Option(
      names = "--again",
      description = "Ask also for what was asked for before; what differs becomes a revision.")
  boolean again;

  /// The provider; throws [Failure] if there is none of that name, or it lacks these bars.
  BarProvider provider(SortedMap<String, Supplier<BarProvider>> all) {
    Supplier<BarProvider> found = all.get(provider);
    if (found == null) {
      throw Failure.usage(
          "unknown_provider",
          "There is no provider `" + provider + "`.",
          "This version knows: %s. Vendors of real prices come later."
              .formatted(String.join(", ", all.keySet())),
          Nearest.to(provider, all.keySet()).map(near -> "Did you mean `" + near + "`? ").orElse("")
              + "Real prices come in as files: `milodex data import PATH`.");
    }
    BarProvider asked = found.get();
    if (!asked.timeframes().contains(timeframe)) {
      throw Failure.usage(
          "timeframe_not_delivered",
          "`" + provider + "` has no " + timeframe + " bars.",
          "It delivers " + asked.says() + ".",
          "Ask for another --timeframe.");
    }
    return asked;
  }

  /// The period asked for, up to the newest session whose bar is final; throws [Failure] if it is
  /// none.
  Period period(Instant now) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    LocalDate settled = Settlement.newestFinal(now);
    LocalDate first = from.orElse(calendar.firstCovered());
    LocalDate last = to.filter(date -> date.isBefore(settled)).orElse(settled);
    if (first.isBefore(calendar.firstCovered()) || last.isBefore(first)) {
      throw Failure.usage(
          "invalid_argument",
          "There is nothing to fetch from %s to %s.".formatted(first, to.orElse(settled)),
          "The exchange calendar begins on %s, and the newest session whose bar is final is %s."
              .formatted(calendar.firstCovered(), settled),
          "Ask for a period within them, and --from before --to.");
    }
    return new Period(first, last);
  }
}
