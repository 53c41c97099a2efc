package milodex.backtest;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import milodex.data.QualityFinding;
import milodex.execution.ActiveStrategy;
import milodex.market.Symbol;

/// The bars a run was made from, as the part of its summary that keeps what was known of them.
final class DataTree {

  private DataTree() {}

  static Map<String, Object> of(Preparation.Ready ready) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("grade", ready.grade().toString());
    tree.put("read", read(ready));
    tree.put("findings", ready.findings().stream().map(DataTree::finding).toList());
    tree.put("absent", ready.absent().stream().map(Symbol::ticker).toList());
    Map<String, Object> excluded = new TreeMap<>();
    ready
        .excluded()
        .forEach(
            (symbol, stretches) ->
                excluded.put(
                    symbol.ticker(),
                    stretches.stream()
                        .map(
                            one ->
                                Map.of(
                                    "reason", one.reason().name().toLowerCase(Locale.ROOT),
                                    "from", one.from().toString(),
                                    "to", one.to().toString()))
                        .toList()));
    tree.put("excluded", excluded);
    ready.intraday().ifPresent(bars -> tree.put("intraday", intraday(bars)));
    tree.put(
        "ended_early",
        ready.history().assumedDelistings().stream()
            .map(
                one ->
                    Map.of(
                        "symbol", one.symbol().ticker(), "last_session", one.exDate().toString()))
            .toList());
    return tree;
  }

  /// How far back what was read reaches, so that it can be found again.
  private static Map<String, Object> read(Preparation.Ready ready) {
    ActiveStrategy strategy = ready.plan().strategy();
    return Map.of(
        "from", ready.history().sessions().getFirst().date().toString(),
        "bar_size", strategy.barSize().label(),
        "lookback", strategy.lookback(),
        "symbols", strategy.reads().stream().map(Symbol::ticker).toList());
  }

  private static Map<String, Object> intraday(IntradayCoverage bars) {
    Map<String, Object> covered = new TreeMap<>();
    bars.covered().forEach((symbol, sessions) -> covered.put(symbol.ticker(), sessions));
    return Map.of(
        "bar_size", bars.size().label(),
        "sessions", bars.sessions(),
        "covered", covered,
        "not_evaluated", bars.notEvaluated().stream().map(Object::toString).toList());
  }

  private static Map<String, Object> finding(QualityFinding finding) {
    return Map.of(
        "symbol", finding.symbol().ticker(),
        "code", finding.code().toString(),
        "session", finding.where().toString(),
        "says", finding.says());
  }
}
