package milodex.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import milodex.calibration.Calibration;
import milodex.calibration.Measured;
import milodex.calibration.Rate;
import milodex.promotion.Policy;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// What a calibration of the gate came to, and what it does not tell.
final class CalibrationReport {

  private static final String LIMITS =
      "Not measured: the conditions of an evidence run and the holdout, both of which only lower a"
          + " grade; trials without return streams; rules that see the future, and data that lacks"
          + " the companies that failed. Made-up markets have no regimes, gaps or delistings."
          + " Costs are 5 basis points one way.";

  private static final int REASONS = 2;

  private CalibrationReport() {}

  static Reply of(Calibration calibration, List<Measured> measured, Optional<StoredReturns> bars) {
    Policy policy = calibration.gate().policy();
    Reply reply = Reply.of();
    List<Measured> luck = measured.stream().filter(one -> !one.cell().hasEdge()).toList();
    List<Measured> skill = measured.stream().filter(one -> one.cell().hasEdge()).toList();
    if (!luck.isEmpty()) {
      reply.block(
          Block.section("Without an edge: how often luck passes, in %", luck(luck, policy)));
    }
    if (!skill.isEmpty()) {
      reply.block(
          Block.section("With an edge: how often it is found and passes, in %", skill(skill)));
    }
    reply.say(
        "Policy %s of the gate, %d replicates a cell, seed %d."
            .formatted(policy.version(), calibration.replicates(), calibration.seed()));
    reply.block(Block.paragraph(LIMITS));
    reply
        .data()
        .text("policy", policy.version())
        .count("replicates", calibration.replicates())
        .text("seed", Long.toString(calibration.seed()))
        .objects("cells", measured.stream().map(one -> data(one, policy)).toList())
        .text("not_measured", LIMITS);
    bars.ifPresent(stored -> bars(reply, stored));
    return reply;
  }

  private static Table luck(List<Measured> cells, Policy policy) {
    Table table =
        Table.of(
            Column.text("Market"),
            Column.number("Best of"),
            Column.number("Pass"),
            Column.number("95 %"),
            Column.number("Conditional"),
            Column.number("95 %"),
            Column.number("Naive"),
            Column.number("p alone"));
    for (Measured one : cells) {
      table.row(
          one.cell().kind(),
          "" + one.cell().trials(),
          percent(one.pass().share()),
          interval(one.pass()),
          percent(one.conditional().share()),
          interval(one.conditional()),
          percent(one.naive().share()),
          percent(unadjusted(one, policy)));
    }
    return table;
  }

  private static Table skill(List<Measured> cells) {
    Table table =
        Table.of(
            Column.text("Edge"),
            Column.number("Best of"),
            Column.number("Pass"),
            Column.number("95 %"),
            Column.number("Conditional"),
            Column.number("Naive"),
            Column.wrapping("Most lost to"));
    for (Measured one : cells) {
      table.row(
          one.cell().kind(),
          "" + one.cell().trials(),
          percent(one.pass().share()),
          interval(one.pass()),
          percent(one.conditional().share()),
          percent(one.naive().share()),
          reasons(one).stream()
              .limit(REASONS)
              .map(lost -> lost.getKey() + " " + percent(share(one, lost.getValue())))
              .collect(Collectors.joining(", ")));
    }
    return table;
  }

  private static Data data(Measured one, Policy policy) {
    Data data =
        Data.of()
            .text("cell", one.cell().name())
            .text("kind", one.cell().kind())
            .count("trials", one.cell().trials())
            .flag("edge", one.cell().hasEdge())
            .count("replicates", one.pass().of())
            .object("pass", rate(one.pass()))
            .object("conditional_or_better", rate(one.conditional()))
            .object("naive", rate(one.naive()));
    if (!one.cell().hasEdge()) {
      data.number("unadjusted_p", unadjusted(one, policy));
    }
    List<Data> lost = new ArrayList<>();
    reasons(one)
        .forEach(
            reason ->
                lost.add(
                    Data.of().text("to", reason.getKey()).count("replicates", reason.getValue())));
    return data.objects("lost", lost);
  }

  private static Data rate(Rate rate) {
    return Data.of()
        .count("count", rate.count())
        .number("share", rate.share())
        .number("low", rate.low())
        .number("high", rate.high());
  }

  private static void bars(Reply reply, StoredReturns stored) {
    reply
        .data()
        .object(
            "bars",
            Data.of()
                .count("symbols", stored.symbols().size())
                .text("first", stored.first().toString())
                .text("last", stored.last().toString()));
  }

  /// How often the best of so many independent trials has a p at the gate's level for a pass, if
  /// nobody counts them: `1 − (1 − α)^N` (Šidák, 1967).
  private static double unadjusted(Measured one, Policy policy) {
    return 1 - Math.pow(1 - policy.passP(), one.cell().trials());
  }

  /// The requirements that cost most passes, first.
  private static List<Map.Entry<String, Integer>> reasons(Measured one) {
    return one.lostTo().entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  private static double share(Measured one, int count) {
    return new Rate(count, one.pass().of()).share();
  }

  private static String interval(Rate rate) {
    return percent(rate.low()) + "–" + percent(rate.high());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
