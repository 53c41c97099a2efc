package milodex.risk;

import java.util.List;
import java.util.Optional;
import milodex.ledger.Finding;

/// Shows that each check can veto: a proposal in order passes the gate, and with one fact broken
/// the same gate refuses it for that reason.
///
/// @param baseline why the proposal in order was refused; empty if it was approved
/// @param lines one for each reason code of the table, in its order
public record SelfProof(List<String> baseline, List<Line> lines) {

  public SelfProof {
    baseline = List.copyOf(baseline);
    lines = List.copyOf(lines);
  }

  /// Whether a check vetoed for a reason.
  ///
  /// @param says what the check answered
  public record Line(int row, String check, String code, boolean proven, String says) {}

  /// Puts every reason of the table to the gate.
  public static SelfProof of(RiskGate gate) {
    Scene clean = new Scene();
    List<String> baseline =
        switch (gate.judge(clean.proposal(), clean.facts())) {
          case Verdict.Approved _ -> List.of();
          case Verdict.Refused refused -> refused.codes();
        };
    return new SelfProof(baseline, Wrong.all().stream().map(wrong -> prove(wrong, gate)).toList());
  }

  /// Whether trading may start: the proposal in order passes and every reason vetoes.
  public boolean holds() {
    return baseline.isEmpty() && inert().isEmpty();
  }

  /// The reasons that did not veto.
  public List<Line> inert() {
    return lines.stream().filter(line -> !line.proven()).toList();
  }

  private static Line prove(Wrong wrong, RiskGate gate) {
    Scene scene = new Scene();
    wrong.how().accept(scene, gate.policy());
    Verdict verdict = gate.judge(scene.proposal(), scene.facts());
    Optional<Finding> finding =
        verdict.findings().stream().filter(found -> found.row() == wrong.row()).findFirst();
    boolean proven =
        verdict instanceof Verdict.Refused
            && finding.isPresent()
            && finding.get().outcome() == Finding.Outcome.BREACH
            && finding.get().code().equals(wrong.code());
    return new Line(
        wrong.row(),
        finding.map(Finding::check).orElse("missing"),
        wrong.code(),
        proven,
        finding.map(Finding::says).orElse("the gate has no such row"));
  }
}
