package milodex.cli;

import java.time.LocalDate;
import milodex.ledger.ManifestHash;
import milodex.ledger.PromotionFact.StagePromoted;
import milodex.ledger.PromotionFact.StagePromoted.Waiver;
import milodex.promotion.Standing;

/// Where a strategy is, in words and as data; an override is never left out.
final class StandingText {

  private StandingText() {}

  /// `paper, CONDITIONAL, manifest 0123456789ab`.
  static String of(Standing standing) {
    return standing.stage().word()
        + standing
            .promotion()
            .map(Standing.Promoted::fact)
            .map(
                fact ->
                    ", %s, manifest %s%s"
                        .formatted(
                            fact.grade(),
                            fact.manifest().brief(),
                            fact.override().map(one -> ", overridden by " + of(one)).orElse("")))
            .orElse("");
  }

  /// `Ann until 2024-05-30 (a slow rule)`.
  static String of(Waiver override) {
    return "%s until %s (%s)".formatted(override.by(), override.until(), override.why());
  }

  static Data data(Standing standing) {
    Data data = Data.of().text("stage", standing.stage().word()).count("steps", standing.steps());
    standing
        .promotion()
        .ifPresentOrElse(one -> data.count("promotion", one.seq()), () -> data.absent("promotion"));
    standing
        .manifest()
        .map(ManifestHash::hash)
        .ifPresentOrElse(hash -> data.text("manifest", hash), () -> data.absent("manifest"));
    standing
        .promotion()
        .map(one -> one.fact().grade())
        .ifPresentOrElse(grade -> data.text("grade", grade), () -> data.absent("grade"));
    standing
        .evidence()
        .ifPresentOrElse(hash -> data.text("evidence", hash), () -> data.absent("evidence"));
    standing
        .override()
        .ifPresentOrElse(one -> data.object("override", data(one)), () -> data.absent("override"));
    return data;
  }

  /// Who, why and until when.
  static Data data(Waiver override) {
    return Data.of()
        .text("by", override.by())
        .text("why", override.why())
        .text("until", override.until().toString());
  }

  /// Adds what a report says of an override that a strategy rests on.
  static Reply warn(Reply reply, Standing standing, LocalDate today) {
    standing
        .promotion()
        .map(Standing.Promoted::fact)
        .filter(fact -> fact.override().isPresent())
        .ifPresent(fact -> reply.warn("overridden", overridden(fact, standing, today)));
    return reply;
  }

  private static String overridden(StagePromoted fact, Standing standing, LocalDate today) {
    return "it is at %s in spite of %s, overridden by %s%s"
        .formatted(
            standing.stage(),
            fact.grade(),
            of(fact.override().orElseThrow()),
            standing.isOverrideOver(today) ? ", which is over: demote it or judge it anew" : "");
  }
}
