package milodex.backtest;

import java.util.Map;
import java.util.TreeMap;
import milodex.analytics.SharpeEvidence;

/// How far a run's Sharpe ratio can be trusted, as a tree.
final class EvidenceTree {

  private EvidenceTree() {}

  static Map<String, Object> of(SharpeEvidence evidence) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("sessions", evidence.moments().n());
    tree.put("sharpe", SummaryTree.figure(evidence.moments().sharpe()));
    tree.put("skew", SummaryTree.figure(evidence.moments().skew()));
    tree.put("kurtosis", SummaryTree.figure(evidence.moments().kurtosis()));
    tree.put("standard_error", SummaryTree.figure(evidence.standardError()));
    tree.put("low", SummaryTree.figure(evidence.low()));
    tree.put("high", SummaryTree.figure(evidence.high()));
    tree.put("above_zero", SummaryTree.figure(evidence.aboveZero()));
    tree.put("track_record", SummaryTree.figure(evidence.trackRecord()));
    return tree;
  }
}
