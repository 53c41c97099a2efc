package milodex.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import milodex.ledger.Event;
import milodex.ledger.PromotionFact;
import milodex.ledger.PromotionFact.EvidenceJudged;
import milodex.ledger.PromotionFact.StageDemoted;
import milodex.ledger.PromotionFact.StagePromoted;
import milodex.market.NewYork;
import milodex.strategy.StrategyId;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// The promotion log as a table and as data.
final class PromotionTable {

  private static final String NONE = "-";

  private PromotionTable() {}

  /// The table of `events`, all of them promotion facts, by strategy.
  static Table of(List<Event> events) {
    Map<String, String> policies = new HashMap<>();
    Map<StrategyId, List<Event>> byStrategy =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    event -> fact(event).strategy(), LinkedHashMap::new, Collectors.toList()));
    Table table =
        Table.of(
            Column.number("#"),
            Column.text("When"),
            Column.text("What"),
            Column.text("Grade"),
            Column.text("Policy"),
            Column.text("Evidence"),
            Column.wrapping("Note"));
    byStrategy.forEach(
        (strategy, own) -> {
          table.group(strategy.toString());
          own.forEach(event -> row(table, event, policies));
        });
    return table;
  }

  private static void row(Table table, Event event, Map<String, String> policies) {
    switch (fact(event)) {
      case EvidenceJudged f -> {
        policies.put(f.evidence(), f.policy());
        row(table, event, "judged", f.grade(), f.policy(), Optional.of(f.evidence()), NONE);
      }
      case StagePromoted f ->
          row(
              table,
              event,
              "to " + f.to(),
              f.grade(),
              f.evidence().map(hash -> policies.getOrDefault(hash, NONE)).orElse(NONE),
              f.evidence(),
              f.override().map(one -> "override: " + StandingText.of(one)).orElse(NONE));
      case StageDemoted f ->
          row(
              table,
              event,
              "to " + f.to(),
              NONE,
              NONE,
              Optional.empty(),
              f.reverses().map(seq -> "reverses " + seq).orElse(NONE));
    }
  }

  private static void row(
      Table table,
      Event event,
      String what,
      String grade,
      String policy,
      Optional<String> evidence,
      String note) {
    table.row(
        "" + event.seq(),
        NewYork.day(event.at()),
        what,
        grade,
        policy,
        evidence.map(hash -> hash.substring(0, Math.min(8, hash.length()))).orElse(NONE),
        note);
  }

  /// One event, with everything that its fact says.
  static Data data(Event event) {
    PromotionFact fact = fact(event);
    Data data =
        Data.of()
            .count("seq", event.seq())
            .text("at", event.at().toString())
            .text("strategy", fact.strategy().toString());
    return switch (fact) {
      case EvidenceJudged f ->
          data.text("kind", "judged")
              .text("manifest", f.manifest().hash())
              .text("run", f.run().hash())
              .text("grade", f.grade())
              .text("policy", f.policy())
              .text("evidence", f.evidence());
      case StagePromoted f -> promoted(data, f);
      case StageDemoted f -> {
        data.text("kind", "demoted")
            .text("from", f.from())
            .text("to", f.to())
            .text("reason", f.reason());
        f.reverses()
            .ifPresentOrElse(seq -> data.count("reverses", seq), () -> data.absent("reverses"));
        yield data;
      }
    };
  }

  private static Data promoted(Data data, StagePromoted f) {
    data.text("kind", "promoted")
        .text("from", f.from())
        .text("to", f.to())
        .text("manifest", f.manifest().hash())
        .text("grade", f.grade())
        .text("recommendation", f.recommendation())
        .texts("risks", f.risks());
    f.evidence()
        .ifPresentOrElse(hash -> data.text("evidence", hash), () -> data.absent("evidence"));
    f.override()
        .ifPresentOrElse(
            one -> data.object("override", StandingText.data(one)), () -> data.absent("override"));
    return data;
  }

  private static PromotionFact fact(Event event) {
    return (PromotionFact) event.fact();
  }
}
