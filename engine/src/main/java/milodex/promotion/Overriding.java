package milodex.promotion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import milodex.ledger.PromotionFact.StagePromoted.Waiver;

/// What an override has to say before it counts.
final class Overriding {

  private Overriding() {}

  /// Everything that is missing or wrong with `waiver` on `today`.
  static List<Lack> lacks(Waiver waiver, LocalDate today) {
    List<Lack> lacks = new ArrayList<>();
    if (waiver.by().isBlank()) {
      lacks.add(lack("override.by", "nobody answers for it"));
    }
    if (waiver.why().isBlank()) {
      lacks.add(lack("override.why", "no reason is given"));
    }
    LocalDate last = today.plusDays(Promotion.MOST_OVERRIDE_DAYS);
    if (waiver.until().isBefore(today) || waiver.until().isAfter(last)) {
      lacks.add(
          lack(
              "override.until",
              "%s does not lie from %s to %s, %d days at most"
                  .formatted(waiver.until(), today, last, Promotion.MOST_OVERRIDE_DAYS)));
    }
    return lacks;
  }

  private static Lack lack(String field, String says) {
    return new Lack(Lack.Code.OVERRIDE_INVALID, field, says);
  }
}
