package milodex.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Proofs as the part of a summary that keeps them, and back.
final class ProofsTree {

  private ProofsTree() {}

  static Map<String, Object> of(Proofs proofs) {
    List<Object> all = new ArrayList<>();
    for (Proof proof : proofs.all()) {
      Map<String, Object> one = new TreeMap<>();
      one.put("proof", proof.kind().label());
      one.put("covered", proof.covered());
      one.put("of", proof.of());
      one.put("unit", proof.kind().unit());
      proof
          .failure()
          .ifPresent(
              failure ->
                  one.put(
                      "failure",
                      Map.of("session", failure.session().toString(), "says", failure.says())));
      all.add(one);
    }
    return Map.of("depth", proofs.depth().name().toLowerCase(Locale.ROOT), "all", all);
  }

  static Proofs read(RunSummary tree) {
    return new Proofs(
        Proofs.Depth.valueOf(tree.text("depth").toUpperCase(Locale.ROOT)),
        tree.at("all").items().stream().map(ProofsTree::proof).toList());
  }

  private static Proof proof(RunSummary one) {
    return new Proof(
        Proof.Kind.labelled(one.text("proof")),
        one.whole("covered"),
        one.whole("of"),
        one.find("failure")
            .map(
                failure ->
                    new Proof.Failure(
                        LocalDate.parse(failure.text("session")), failure.text("says"))));
  }
}
