package milodex.research;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import milodex.backtest.Artifacts;
import milodex.backtest.RunSummary;
import milodex.ledger.Ledger;
import milodex.ledger.PromotionFact.EvidenceJudged;
import milodex.ledger.Sha256;
import milodex.promotion.Judgement;
import milodex.promotion.Overfitting;
import milodex.promotion.Requirement;
import milodex.promotion.Requirement.Kind;
import milodex.promotion.Requirement.Status;

/// A judgement of the past with its evidence package, read back.
///
/// @param fact that recorded it
/// @param at when it was recorded
/// @param contents of the package; empty if its file is gone or is not what was written
public record KeptEvidence(EvidenceJudged fact, Instant at, Optional<RunSummary> contents) {

  private static final String SUBSTITUTED = "NOT_APPLICABLE:";

  private record Judged(EvidenceJudged fact, Instant at) {}

  /// The newest judgement in `ledger` that is `wanted`.
  public static Optional<KeptEvidence> newest(
      Ledger ledger, Artifacts artifacts, Predicate<EvidenceJudged> wanted) {
    return newest(ledger, wanted)
        .map(one -> new KeptEvidence(one.fact, one.at, contents(artifacts, one.fact.evidence())));
  }

  /// What the gate found; empty if the package is lost.
  public Optional<Judgement> judgement() {
    return contents.map(
        tree ->
            new Judgement(
                tree.text("policy"),
                tree.at("requirements").items().stream().map(KeptEvidence::requirement).toList()));
  }

  /// How its neighbours fared; empty if the package is lost.
  public Optional<Sensitivity> sensitivity() {
    return contents.map(
        tree ->
            new Sensitivity(
                tree.at("summary").figure("metrics", "sharpe"),
                tree.at("sensitivity").items().stream().map(KeptEvidence::cell).toList()));
  }

  /// The share of its own Sharpe ratio that the median neighbour had to keep; empty if the package
  /// is lost or older than that it was kept.
  public Optional<Double> leastPlateau() {
    return contents
        .flatMap(tree -> tree.find(EvidencePackage.LEAST_PLATEAU))
        .map(share -> Double.parseDouble(share.text()));
  }

  /// What choosing among its family was worth; empty as [#leastPlateau] is.
  public Optional<Overfitting> overfitting() {
    return contents.flatMap(tree -> tree.find(OverfittingTree.KEY)).map(OverfittingTree::read);
  }

  /// What was shown beside the judgement; empty as [#leastPlateau] is.
  public Optional<EvidenceContext> context() {
    return contents.flatMap(tree -> tree.find(ContextTree.KEY)).map(ContextTree::read);
  }

  private static Optional<Judged> newest(Ledger ledger, Predicate<EvidenceJudged> wanted) {
    List<Judged> found = new ArrayList<>();
    ledger.replay(
        event -> {
          if (event.fact() instanceof EvidenceJudged judged && wanted.test(judged)) {
            found.add(new Judged(judged, event.at()));
          }
        });
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
  }

  /// The package of this name; empty if what was kept is gone or damaged.
  private static Optional<RunSummary> contents(Artifacts artifacts, String hash) {
    try {
      return artifacts
          .open(hash)
          .map(KeptEvidence::text)
          .filter(text -> Sha256.of(text).equals(hash))
          .map(RunSummary::parse);
    } catch (UncheckedIOException _) {
      return Optional.empty();
    }
  }

  private static String text(InputStream open) {
    try (open) {
      return new String(open.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read an evidence package", e);
    }
  }

  private static Requirement requirement(RunSummary line) {
    return new Requirement(
        Kind.valueOf(line.text("kind")),
        line.text("title"),
        status(line.text("status")),
        line.text("required"),
        line.text("actual"));
  }

  private static Status status(String word) {
    if (word.startsWith(SUBSTITUTED)) {
      return new Status.NotApplicable(word.substring(SUBSTITUTED.length()));
    }
    return switch (word) {
      case "PASS" -> new Status.Pass();
      case "FAIL" -> new Status.Fail();
      default -> new Status.Missing();
    };
  }

  private static Sensitivity.Cell cell(RunSummary cell) {
    return new Sensitivity.Cell(
        cell.text("parameter"), cell.text("from"), cell.text("to"), cell.figure("sharpe"));
  }
}
