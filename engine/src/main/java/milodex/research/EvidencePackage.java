package milodex.research;

import java.util.Map;
import java.util.TreeMap;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.ledger.CanonicalJson;
import milodex.ledger.Sha256;
import milodex.promotion.EvidenceVintage;
import milodex.promotion.Judgement;
import milodex.promotion.Luck;
import milodex.promotion.Manifest;
import milodex.promotion.Multiplicity;
import milodex.promotion.Overfitting;
import milodex.promotion.Policy;
import milodex.promotion.Requirement;
import milodex.promotion.Requirement.Status;
import milodex.statistics.Figure;

/// Everything a judgement rests on, as one canonical document named by its SHA-256.
///
/// @param text canonical JSON
public record EvidencePackage(String text) {

  /// The share of its own Sharpe ratio that the median neighbour had to keep.
  static final String LEAST_PLATEAU = "least_plateau";

  /// What the package is made of.
  ///
  /// @param summary of the evidence run
  /// @param net luck of the returns after costs
  /// @param universe luck of the returns beside the universe
  /// @param beside shown with the judgement and decided by nothing, as `context` is
  /// @param seed of every resampling
  public record Contents(
      Manifest manifest,
      Runs.Run run,
      RunSummary summary,
      Multiplicity tried,
      Luck net,
      Luck universe,
      Map<String, Figure> beside,
      Sensitivity sensitivity,
      Overfitting overfitting,
      EvidenceContext context,
      Judgement judgement,
      Policy policy,
      long seed) {

    public Contents {
      beside = Map.copyOf(beside);
    }
  }

  /// The package of `contents`.
  public static EvidencePackage of(Contents contents) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("manifest", contents.manifest().hash().hash());
    tree.put("strategy", contents.manifest().strategy().toString());
    tree.put("run", contents.run().id().hash());
    tree.put("inputs", CanonicalJson.parse(contents.run().registration().inputs()));
    tree.put("summary", contents.summary().tree());
    tree.put(EvidenceVintage.KEY, vintage(contents));
    tree.put("luck", luck(contents));
    tree.put("beside", figures(contents.beside()));
    tree.put(
        "sensitivity", contents.sensitivity().cells().stream().map(EvidencePackage::cell).toList());
    tree.put(LEAST_PLATEAU, Double.toString(contents.policy().plateau()));
    tree.put(OverfittingTree.KEY, OverfittingTree.of(contents.overfitting()));
    tree.put(ContextTree.KEY, ContextTree.of(contents.context()));
    tree.put("policy", contents.judgement().policy());
    tree.put("grade", contents.judgement().grade().name());
    tree.put(
        "requirements",
        contents.judgement().requirements().stream().map(EvidencePackage::requirement).toList());
    return new EvidencePackage(CanonicalJson.write(tree));
  }

  /// Its name: SHA-256 of the text.
  public String hash() {
    return Sha256.of(text);
  }

  /// What makes it stale when it changes.
  private static Map<String, Object> vintage(Contents contents) {
    return EvidenceVintage.ofRun(
            contents.manifest().hash(),
            contents.judgement().policy(),
            contents.run().registration().inputs())
        .tree();
  }

  private static Map<String, Object> luck(Contents contents) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("trials", contents.tried().trials());
    tree.put("without_streams", contents.tried().withoutStreams());
    tree.put("net", luck(contents.net()));
    tree.put("beside_universe", luck(contents.universe()));
    tree.put("draws", contents.policy().draws());
    tree.put("seed", Long.toString(contents.seed()));
    return tree;
  }

  private static Map<String, Object> luck(Luck luck) {
    return figures(Map.of("p", luck.p(), "alone", luck.alone(), "block", luck.block()));
  }

  private static Map<String, Object> figures(Map<String, Figure> figures) {
    Map<String, Object> tree = new TreeMap<>();
    figures.forEach((key, figure) -> tree.put(key, RunSummary.written(figure)));
    return tree;
  }

  private static Map<String, Object> cell(Sensitivity.Cell cell) {
    return Map.of(
        "parameter", cell.parameter(),
        "from", cell.from(),
        "to", cell.to(),
        "sharpe", RunSummary.written(cell.sharpe()));
  }

  private static Map<String, Object> requirement(Requirement one) {
    return Map.of(
        "kind", one.kind().name(),
        "title", one.title(),
        "status", word(one.status()),
        "required", one.required(),
        "actual", one.actual());
  }

  private static String word(Status status) {
    return switch (status) {
      case Status.Pass _ -> "PASS";
      case Status.Fail _ -> "FAIL";
      case Status.Missing _ -> "MISSING";
      case Status.NotApplicable(String substitute) -> "NOT_APPLICABLE:" + substitute;
    };
  }
}
