package milodex.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.backtest.RunSummary;

/// Something a reader has to know before the numbers of a run.
///
/// @param code for programs, in snake_case
/// @param says half a sentence
public record Caveat(String code, String says) {

  /// What the bars and the choice of symbols take away from a run.
  public static List<Caveat> ofData(RunSummary summary) {
    List<Caveat> caveats = new ArrayList<>();
    absent(summary).ifPresent(caveats::add);
    ended(summary)
        .forEach(
            (last, symbols) ->
                caveats.add(
                    new Caveat(
                        "series_ended",
                        "no bars after %s, so a position is closed at its last close: %s"
                            .formatted(last, String.join(", ", symbols)))));
    unseen(summary).ifPresent(caveats::add);
    caveats.addAll(missedExits(summary));
    hindsight(summary).ifPresent(caveats::add);
    return List.copyOf(caveats);
  }

  private static Optional<Caveat> absent(RunSummary summary) {
    List<String> absent =
        summary.at("data", "absent").items().stream().map(item -> item.tree().toString()).toList();
    return absent.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Caveat("symbols_absent", "no bars in the period: " + String.join(", ", absent)));
  }

  private static Map<String, List<String>> ended(RunSummary summary) {
    Map<String, List<String>> symbols = new TreeMap<>();
    for (RunSummary one : summary.at("data", "ended_early").items()) {
      symbols
          .computeIfAbsent(one.text("last_session"), _ -> new ArrayList<>())
          .add(one.text("symbol"));
    }
    return symbols;
  }

  private static Optional<Caveat> unseen(RunSummary summary) {
    List<String> sessions =
        summary
            .find("data", "intraday", "not_evaluated")
            .map(RunSummary::items)
            .orElse(List.of())
            .stream()
            .map(item -> item.tree().toString())
            .toList();
    return sessions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Caveat(
                "sessions_not_evaluated",
                "no intraday bars, so nothing was decided on: " + String.join(", ", sessions)));
  }

  private static List<Caveat> missedExits(RunSummary summary) {
    List<Caveat> missed = new ArrayList<>();
    for (RunSummary window : summary.find("windows").map(RunSummary::items).orElse(List.of())) {
      for (RunSummary exit : window.find("missed_exits").map(RunSummary::items).orElse(List.of())) {
        missed.add(
            new Caveat(
                "exit_missed",
                "%s should have been sold on %s: %s"
                    .formatted(exit.text("symbol"), exit.text("session"), exit.text("says"))));
      }
    }
    return missed;
  }

  /// Whether the symbols were chosen knowing how the period went; older summaries do not say.
  private static Optional<Caveat> hindsight(RunSummary summary) {
    if (summary.find("survivorship").isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> from =
        summary.find("survivorship", "corrected_from").map(date -> LocalDate.parse(date.text()));
    LocalDate first = LocalDate.parse(summary.text("first_session"));
    return from.filter(date -> !first.isBefore(date)).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Caveat(
                "survivorship",
                "its symbols (%s) were chosen with hindsight for sessions %s; winners are favoured"
                    .formatted(
                        UniverseName.of(summary.text("universe")),
                        from.map(date -> "before " + date).orElse("of any date"))));
  }
}
