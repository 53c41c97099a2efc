package milodex.research;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.backtest.Breakdown;
import milodex.backtest.CapacityEstimate;
import milodex.backtest.RunSummary;

/// An [EvidenceContext] as an evidence package keeps it.
final class ContextTree {

  static final String KEY = "context";

  private ContextTree() {}

  static Map<String, Object> of(EvidenceContext context) {
    return Map.of(
        "years", breakdown(context.years()),
        "regimes", breakdown(context.regimes()),
        "capacity", capacity(context.capacity()));
  }

  /// @param tree what [#of] gave
  static EvidenceContext read(RunSummary tree) {
    return new EvidenceContext(
        breakdown(tree.at("years")),
        breakdown(tree.at("regimes")),
        new CapacityEstimate(
            bound(tree.at("capacity", "break_even")),
            tree.figure("capacity", "most_profitable"),
            bound(tree.at("capacity", "participation"))));
  }

  private static Map<String, Object> breakdown(Breakdown breakdown) {
    return Map.of(
        "parts", breakdown.parts().stream().map(ContextTree::part).toList(),
        "without_best", RunSummary.written(breakdown.withoutBest()));
  }

  private static Map<String, Object> part(Breakdown.Part part) {
    return Map.of(
        "name", part.name(),
        "sessions", part.sessions(),
        "sum", Double.toString(part.sum()),
        "sharpe", RunSummary.written(part.sharpe()),
        "error", RunSummary.written(part.error()),
        "share", RunSummary.written(part.share()));
  }

  private static Breakdown breakdown(RunSummary tree) {
    List<Breakdown.Part> parts = tree.at("parts").items().stream().map(ContextTree::part).toList();
    return new Breakdown(parts, tree.figure("without_best"));
  }

  private static Breakdown.Part part(RunSummary part) {
    return new Breakdown.Part(
        part.text("name"),
        part.whole("sessions"),
        Double.parseDouble(part.text("sum")),
        part.figure("sharpe"),
        part.figure("error"),
        part.figure("share"));
  }

  private static Map<String, Object> capacity(CapacityEstimate capacity) {
    return Map.of(
        "break_even", bound(capacity.breakEven()),
        "most_profitable", RunSummary.written(capacity.mostProfitable()),
        "participation", bound(capacity.participation()));
  }

  private static Map<String, Object> bound(CapacityEstimate.Bound bound) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("assets", RunSummary.written(bound.assets()));
    bound.symbol().ifPresent(symbol -> tree.put("symbol", symbol));
    return tree;
  }

  private static CapacityEstimate.Bound bound(RunSummary tree) {
    Optional<String> symbol = tree.find("symbol").map(RunSummary::text);
    return new CapacityEstimate.Bound(tree.figure("assets"), symbol);
  }
}
