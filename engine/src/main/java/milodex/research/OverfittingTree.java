package milodex.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import milodex.analytics.Histogram;
import milodex.backtest.RunSummary;
import milodex.promotion.Overfitting;

/// An [Overfitting] as an evidence package keeps it.
///
/// Of its logits there is the width of a bin, which bin is the first, counted from the one that
/// begins at zero, and how many splits each holds.
final class OverfittingTree {

  static final String KEY = "overfitting";

  private OverfittingTree() {}

  static Map<String, Object> of(Overfitting overfitting) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("trials", overfitting.trials());
    tree.put("blocks", overfitting.blocks());
    tree.put("splits", overfitting.splits());
    tree.put("pbo", RunSummary.written(overfitting.pbo()));
    tree.put("median_logit", RunSummary.written(overfitting.medianLogit()));
    tree.put("logits", logits(overfitting.logits()));
    return tree;
  }

  /// @param tree what [#of] gave
  static Overfitting read(RunSummary tree) {
    return new Overfitting(
        tree.whole("trials"),
        tree.whole("blocks"),
        tree.whole("splits"),
        tree.figure("pbo"),
        tree.figure("median_logit"),
        logits(tree.at("logits")));
  }

  private static Map<String, Object> logits(Histogram logits) {
    double width = logits.width();
    return Map.of(
        "width",
        Double.toString(width),
        "first",
        logits.bins().isEmpty() ? 0 : Math.round(logits.bins().getFirst().from() / width),
        "counts",
        logits.bins().stream().map(Histogram.Bin::count).toList());
  }

  private static Histogram logits(RunSummary tree) {
    double width = Double.parseDouble(tree.text("width"));
    List<Histogram.Bin> bins = new ArrayList<>();
    int place = tree.whole("first");
    for (RunSummary count : tree.at("counts").items()) {
      bins.add(new Histogram.Bin(place * width, (place + 1) * width, count.whole()));
      place++;
    }
    return new Histogram(width, bins);
  }
}
