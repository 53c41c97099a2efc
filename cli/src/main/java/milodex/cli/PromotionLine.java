package milodex.cli;

import milodex.ledger.PromotionFact;
import milodex.ledger.PromotionFact.StagePromoted;

/// A fact of the promotion log as one sentence.
final class PromotionLine {

  private PromotionLine() {}

  static String of(PromotionFact fact) {
    return switch (fact) {
      case PromotionFact.EvidenceJudged f ->
          "Evidence %s of %s, manifest %s, run %s: %s by policy %s."
              .formatted(
                  brief(f.evidence()),
                  f.strategy(),
                  f.manifest().brief(),
                  f.run().brief(),
                  f.grade(),
                  f.policy());
      case StagePromoted f ->
          "%s promoted from %s to %s with manifest %s: %s%s%s. For it: %s Risks: %s"
              .formatted(
                  f.strategy(),
                  f.from(),
                  f.to(),
                  f.manifest().brief(),
                  f.grade(),
                  f.evidence().map(hash -> ", evidence " + brief(hash)).orElse(""),
                  f.override().map(waiver -> ", " + overridden(waiver)).orElse(""),
                  closed(f.recommendation()),
                  closed(String.join("; ", f.risks())));
      case PromotionFact.StageDemoted f ->
          "%s demoted from %s to %s%s: %s"
              .formatted(
                  f.strategy(),
                  f.from(),
                  f.to(),
                  f.reverses().map(seq -> ", which takes back event " + seq).orElse(""),
                  f.reason());
    };
  }

  /// With a full stop, unless it ends a sentence already.
  private static String closed(String text) {
    return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
  }

  private static String overridden(StagePromoted.Waiver waiver) {
    return "overridden by %s until %s (%s)".formatted(waiver.by(), waiver.until(), waiver.why());
  }

  private static String brief(String hash) {
    return hash.substring(0, Math.min(12, hash.length()));
  }
}
