package milodex.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.ledger.Event;
import milodex.ledger.Ledger;
import milodex.ledger.ManifestHash;
import milodex.ledger.PromotionFact.EvidenceJudged;
import milodex.strategy.StrategyId;

/// What the gate said so far, oldest first.
public final class Judged {

  private final List<Answer> answers = new ArrayList<>();

  /// One answer, and where it stands in the ledger.
  public record Answer(EvidenceJudged judged, Event event) {}

  /// Reads the answers `ledger` holds.
  public Judged(Ledger ledger) {
    ledger.replay(
        event -> {
          if (event.fact() instanceof EvidenceJudged judged) {
            answers.add(new Answer(judged, event));
          }
        });
  }

  /// All answers.
  public List<Answer> all() {
    return List.copyOf(answers);
  }

  /// The newest answer about `strategy`, whatever it was frozen as then.
  public Optional<Answer> newest(StrategyId strategy) {
    return answers.reversed().stream()
        .filter(one -> one.judged().strategy().equals(strategy))
        .findFirst();
  }

  /// The newest answer about what is frozen as `manifest`.
  public Optional<Answer> newest(ManifestHash manifest) {
    return answers.reversed().stream()
        .filter(one -> one.judged().manifest().equals(manifest))
        .findFirst();
  }
}
