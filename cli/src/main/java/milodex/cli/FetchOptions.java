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

/// What every fetch asks: whom, for when, for which bars.
final class FetchOptions {

  private String provider = "sample";
  private Optional<LocalDate> from = Optional.empty();
  private Optional<LocalDate> to = Optional.empty();
  Timeframe timeframe = Timeframe.DAY_1;
  boolean again;

  /// What it takes.
  Usage usage() {
    return Usage.shared()
        .option(
            "--provider",
            "NAME",
            String.class,
            "Who delivers the bars; default: sample.",
            it -> provider = it)
        .option(
            "--from",
            "DATE",
            LocalDate.class,
            "First session; default: as far back as the exchange calendar knows.",
            it -> from = Optional.of(it))
        .option(
            "--to",
            "DATE",
            LocalDate.class,
            "Last session; default: the newest whose bar is final.",
            it -> to = Optional.of(it))
        .option(
            "--timeframe",
            "SIZE",
            Timeframe.class,
            "1Min 5Min 15Min 1Hour or 1Day; default: 1Day.",
            it -> timeframe = it)
        .flag(
            "--again",
            "Ask also for what was asked for before; what differs becomes a revision.",
            () -> again = true);
  }

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
