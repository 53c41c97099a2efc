package milodex.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.backtest.RunSummary;
import milodex.ledger.CanonicalJson;
import milodex.ledger.ManifestHash;
import milodex.ledger.PromotionFact;
import milodex.ledger.PromotionFact.StagePromoted.Waiver;
import milodex.ledger.RunId;
import milodex.promotion.Stage;
import milodex.promotion.Standing;
import milodex.research.KeptEvidence;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class GateAnswerSectionTest {

  private static final PromotionFact.EvidenceJudged FACT =
      new PromotionFact.EvidenceJudged(
          StrategyId.parse("meanrev.daily.dips.some.v1"),
          new ManifestHash("a".repeat(64)),
          new RunId("b".repeat(64)),
          "REJECT",
          "1",
          "c".repeat(64));

  @Test
  void aRunTheGateWasNotAskedOfSaysSo() {
    assertThat(GateAnswerSection.of(Optional.empty(), Optional.empty()).toString())
        .contains("not asked yet")
        .doesNotContain("<table");
  }

  @Test
  void everyLineHasWhatWasRequiredAndWhatWasThereAndOlderEvidenceIsStillRead() {
    String section = section(line("overfitting", "FAIL", "PBO ≤ 0.20", "PBO 0.41"), "0.8", "-0.4");

    assertThat(section)
        .contains("<strong>REJECT</strong>", "≥ 0.50", "0.31", ">FAIL<", ">caps<")
        .contains("with a probability of 0.41 (PBO)", "PBO ≤ 0.20")
        .contains("How the ranks were spread was not kept")
        .contains("ma length", "20.00\u202f% of its own", "at 11")
        .doesNotContain("NaN", "class=\"low\"", "When it was earned");
  }

  @Test
  void whatWasNotMeasuredIsSaidAndARuleWithoutNumbersHasNoNeighbours() {
    String section =
        section(line("overfitting", "NOT_APPLICABLE:luck", "PBO ≤ 0.20", "the family has 1"));

    assertThat(section)
        .contains("was not measured: the family has 1", "by luck", "No parameter is a number.")
        .doesNotContain("class=\"plateau\"");
  }

  @Test
  void whoAnswersForAStrategyInSpiteOfItsGradeIsNamedAndItsWordsAreOnlyWords() {
    Waiver waiver = new Waiver("Ann", "<b>Trades</b> rarely.", LocalDate.parse("2024-05-30"));
    Standing standing =
        new Standing(
            Stage.PAPER,
            Optional.of(
                new Standing.Promoted(
                    9,
                    new PromotionFact.StagePromoted(
                        FACT.strategy(),
                        FACT.manifest(),
                        "backtest",
                        "paper",
                        "REJECT",
                        Optional.of(FACT.evidence()),
                        "Worth a trial.",
                        List.of("luck"),
                        Optional.of(waiver)))),
            1);

    assertThat(answered(standing, "2024-05-30"))
        .contains("at paper in spite of REJECT: Ann answers for it until 2024-05-30.")
        .contains("&lt;b&gt;Trades&lt;/b&gt; rarely.");
    assertThat(answered(standing, "2024-05-31")).contains("until 2024-05-30, which is over.");
    assertThat(Overridden.of(Standing.BEGINNING, waiver.until())).isEmpty();
  }

  private static String answered(Standing standing, String today) {
    return GateAnswerSection.of(Optional.empty(), Overridden.of(standing, LocalDate.parse(today)))
        .toString();
  }

  @Test
  void aLostPackageIsSaid() {
    assertThat(
            GateAnswerSection.of(
                    Optional.of(new KeptEvidence(FACT, Instant.EPOCH, Optional.empty())),
                    Optional.empty())
                .toString())
        .contains("REJECT", "gone or damaged")
        .doesNotContain("<table");
  }

  private static String section(Map<String, String> overfitting, String... neighbours) {
    List<Map<String, String>> cells =
        List.of(neighbours).stream()
            .map(
                sharpe ->
                    Map.of("parameter", "ma_length", "from", "10", "to", "11", "sharpe", sharpe))
            .toList();
    RunSummary contents =
        RunSummary.parse(
            CanonicalJson.write(
                Map.of(
                    "policy",
                    "1",
                    "summary",
                    Map.of("metrics", Map.of("sharpe", "1")),
                    "sensitivity",
                    cells,
                    "requirements",
                    List.of(
                        Map.of(
                            "kind", "MANDATORY",
                            "title", "Sharpe",
                            "status", "FAIL",
                            "required", "≥ 0.50",
                            "actual", "0.31"),
                        overfitting))));
    return GateAnswerSection.of(
            Optional.of(new KeptEvidence(FACT, Instant.EPOCH, Optional.of(contents))),
            Optional.empty())
        .toString();
  }

  private static Map<String, String> line(
      String title, String status, String required, String actual) {
    return Map.of(
        "kind", "ADVISORY",
        "title", title,
        "status", status,
        "required", required,
        "actual", actual);
  }
}
