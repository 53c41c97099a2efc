package milodex.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.execution.ActiveStrategy;
import milodex.ledger.CanonicalJson;
import milodex.ledger.RunId;
import milodex.ledger.Semantics;
import milodex.ledger.Sha256;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.market.Universe;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.StrategyLimits;

/// Everything that decides the outcome of a run, and nothing else; its hash names the run.
///
/// Names and prose are left out: two strategies with one rule, one set of values and one period are
/// one run.
///
/// @param template `daily.pullback_rsi2`
/// @param rulesVersion the template's own
/// @param code SHA-256 of the plug-in the template came from; empty if it is shipped
/// @param parameters canonical text by name
/// @param barSize the bars on whose close it decides; unsaid in the canonical form if daily
/// @param windows out-of-sample windows, or 0 for one pass over the whole period
/// @param equity dollars the strategy starts every window with
/// @param allocation share of the account that is
/// @param policy SHA-256 of the risk policy
/// @param benchmark what it is compared with; empty if nothing
/// @param bars SHA-256 of the bars and corporate actions read, by symbol
public record RunInputs(
    String template,
    int rulesVersion,
    Optional<String> code,
    SortedMap<String, String> parameters,
    Timeframe barSize,
    List<Universe.Member> members,
    StrategyLimits limits,
    LocalDate from,
    LocalDate to,
    int windows,
    Money equity,
    Fraction allocation,
    Costs costs,
    String policy,
    Optional<Symbol> benchmark,
    SortedMap<Symbol, String> bars) {

  public RunInputs {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    members = List.copyOf(members);
    bars = Collections.unmodifiableSortedMap(new TreeMap<>(bars));
  }

  /// The inputs of a plan over the sessions it comes to and the bars read for it.
  static RunInputs of(
      BacktestPlan plan, LocalDate from, LocalDate to, SortedMap<Symbol, String> bars) {
    ActiveStrategy strategy = plan.strategy();
    return new RunInputs(
        strategy.template().name(),
        strategy.template().rulesVersion(),
        strategy.origin().code(),
        strategy.parameters().asMap(),
        strategy.barSize(),
        strategy.universe().members(),
        strategy.limits(),
        from,
        to,
        plan.windows(),
        plan.equity(),
        plan.policy().allocation(strategy.id()),
        plan.costs(),
        plan.policy().fingerprint(),
        plan.benchmark(),
        bars);
  }

  /// The same with other parameters.
  RunInputs with(SortedMap<String, String> values) {
    return new RunInputs(
        template,
        rulesVersion,
        code,
        values,
        barSize,
        members,
        limits,
        from,
        to,
        windows,
        equity,
        allocation,
        costs,
        policy,
        benchmark,
        bars);
  }

  /// The name of the run these inputs decide.
  public RunId id() {
    return new RunId(Sha256.of(canonical()));
  }

  /// Canonical JSON of all inputs.
  public String canonical() {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("semantics", Semantics.VERSION);
    tree.put("template", template);
    tree.put("rules_version", rulesVersion);
    code.ifPresent(hash -> tree.put("plugin_code", hash));
    tree.put("parameters", parameters);
    if (barSize.isIntraday()) {
      tree.put("bar_size", barSize.label());
    }
    tree.put("universe", universe());
    tree.put("limits", limitsTree());
    tree.put("from", from.toString());
    tree.put("to", to.toString());
    tree.put("windows", windows);
    tree.put("initial_equity", equity.toString());
    tree.put("allocation", allocation.toString());
    tree.put("costs", costsTree());
    tree.put("policy", policy);
    benchmark.ifPresent(symbol -> tree.put("benchmark", symbol.ticker()));
    tree.put("bars", barHashes());
    return CanonicalJson.write(tree);
  }

  private List<Object> universe() {
    List<Object> universe = new ArrayList<>();
    for (Universe.Member member : members) {
      Map<String, Object> one = new TreeMap<>();
      one.put("symbol", member.symbol().ticker());
      one.put("kind", member.kind().name());
      member.sector().ifPresent(sector -> one.put("sector", sector));
      member.from().ifPresent(date -> one.put("from", date.toString()));
      member.to().ifPresent(date -> one.put("to", date.toString()));
      universe.add(one);
    }
    return universe;
  }

  private Map<String, Object> limitsTree() {
    return Map.of(
        "max_position", limits.maxPosition().toString(),
        "max_positions", limits.maxPositions(),
        "max_daily_loss", limits.maxDailyLoss().toString());
  }

  private Map<String, Object> costsTree() {
    return Map.of(
        "slippage", costs.slippageRate().toString(),
        "commission_per_trade", costs.commissionPerTrade().toString(),
        "commission_rate", costs.commissionRate().toString(),
        "min_commission", costs.minCommission().toString());
  }

  private Map<String, Object> barHashes() {
    Map<String, Object> hashes = new TreeMap<>();
    bars.forEach((symbol, hash) -> hashes.put(symbol.ticker(), hash));
    return hashes;
  }
}
