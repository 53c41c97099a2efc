package milodex.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import milodex.config.Node;
import milodex.risk.RiskPolicyFile;
import milodex.strategy.StrategyFile;
import milodex.strategy.Templates;
import milodex.strategy.UniverseFile;
import org.junit.jupiter.api.Test;

/// What holds for each key of each kind of file: no key without a value, none unknown, none twice.
class EveryKeyTest {

  private static final Node STRATEGY =
      YamlReader.read(
          "strategy.yaml",
          """
          strategy:
            id: meanrev.daily.pullback_rsi2.mine.v1
            family: meanrev
            template: daily.pullback_rsi2
            variant: mine
            version: 1
            description: "Dips"
            enabled: true
            hypothesis: "They snap back"
            universe: [AAPL, SPY]
            parameters:
              rsi_lookback: 3
              stop_loss_pct: 0.05
              ranking: drawdown_deepest
              market_filter_symbol: SPY
            tempo: { bar_size: 1D, min_hold_days: 1, max_hold_days: 5 }
            risk:
              max_position_pct: 0.35
              max_positions: 3
              daily_loss_cap_pct: 0.02
              stop_loss_pct: 0.05
            backtest:
              slippage_pct: 0.0005
              commission_per_trade: 0.0
              commission_pct: 0.001
              min_commission: 1
              min_trades_required: 40
              walk_forward_windows: 4
            disable_conditions_additional: [earnings_week]
          """);

  private static final Node UNIVERSE =
      YamlReader.read(
          "universe.yaml",
          """
          universe:
            id: universe.mine.v1
            version: 1
            description: "Mine"
            slippage_pct: 0.0005
            survivorship_corrected_from: 2020-01-01
            etfs: [SPY]
            stocks: [AAPL, JPM]
            members: [ { symbol: JPM, from: 2001-01-02, to: 2019-12-31 } ]
            sectors: { AAPL: information_technology, JPM: financials }
          """);

  private static final Node POLICY =
      YamlReader.read(
          "risk.yaml",
          """
          risk:
            allocations: { meanrev.daily.pullback_rsi2.mine.v1: 0.1 }
            slippage_pct: 0.001
            max_positions: 12
            forbidden: [GME]
            triggers: { drawdown: halt }
          """);

  /// Every key of every section but the parameters, which belong to templates. A key that is given
  /// up goes from here to [#RETIRED], and never comes back with another meaning.
  private static final String KEYS =
      """
      risk: allocations, duplicate_window_seconds, forbidden, max_correlated_positions, \
      max_daily_loss_pct, max_drawdown_pct, max_entries_per_day, max_gap_pct, \
      max_order_value_pct, max_orders_per_minute, max_positions, max_price_disagreement_pct, \
      max_sector_exposure_pct, max_single_position_pct, max_total_exposure_pct, \
      max_volume_share_pct, min_correlation, reserve_pct, slippage_pct, standard_allocation_pct, \
      triggers
      risk.triggers: broker_lost, broker_lost_minutes, broker_lost_silences, daily_loss, \
      data_quality, data_quality_band_pct, data_quality_count, data_quality_sessions, disk_low, drawdown, \
      duplicate_uncertainty, duplicate_uncertainty_count, duplicate_uncertainty_sessions, \
      execution_divergence, execution_divergence_band_pct, execution_divergence_count, \
      execution_divergence_sessions, manifest_drift, reconcile_mismatch, \
      reconcile_mismatch_count, reconcile_mismatch_sessions, runtime_errors, \
      runtime_errors_count, runtime_errors_sessions, submit_failures, submit_failures_count, \
      valuation_impossible, valuation_impossible_count, valuation_impossible_sessions
      strategy: backtest, description, disable_conditions_additional, enabled, family, hypothesis, \
      id, parameters, risk, stage, template, tempo, universe, universe_ref, variant, version
      strategy.backtest: commission_pct, commission_per_trade, min_commission, \
      min_trades_required, slippage_pct, walk_forward_windows
      strategy.risk: daily_loss_cap_pct, max_position_pct, max_positions, stop_loss_pct
      strategy.tempo: bar_size, max_hold_days, min_hold_days
      universe: description, etfs, id, members, sectors, slippage_pct, stocks, \
      survivorship_corrected_from, version
      universe.members[1]: from, symbol, to
      """;

  private static final Set<String> RETIRED = Set.of();

  /// No key is near this, so that the message lists all there are.
  private static final String NONSENSE = "q".repeat(40);

  @Test
  void theFilesAreSoundAsTheyAre() {
    for (Kind kind : KINDS) {
      kind.reader.accept(kind.file);
    }
  }

  @Test
  void aKeyThatIsThereHasAValue() {
    eachKey(
        entry ->
            new Node.Entry(
                entry.key(), entry.position(), new Node.Scalar(entry.position(), "null", false)),
        entry -> entry.key() + " has no value");
  }

  @Test
  void aKeyNobodyKnowsIsRefusedWhereItStands() {
    eachKey(
        entry -> new Node.Entry(entry.key() + "_x", entry.position(), entry.value()),
        entry -> entry.key() + "_x");
  }

  @Test
  void anItemOfAListHasAValueToo() {
    eachKey(
        entry ->
            entry.value() instanceof Node.Sequence list
                ? new Node.Entry(entry.key(), entry.position(), withNothing(list))
                : new Node.Entry("_" + entry.key(), entry.position(), entry.value()),
        entry ->
            entry.value() instanceof Node.Sequence list
                ? entry.key() + "[" + (list.items().size() + 1) + "] "
                : "_" + entry.key());
  }

  @Test
  void theKeysAreTheseAndNoneThatWasGivenUpIsBack() {
    TreeMap<String, String> known = new TreeMap<>();
    for (Kind kind : KINDS) {
      for (String problem : Problems.of(() -> kind.reader.accept(withNonsense(kind.file)))) {
        for (MatchResult found : LISTED.matcher(problem).results().toList()) {
          known.put(
              found.group(1),
              String.join(", ", new TreeSet<>(List.of(found.group(2).split(", ")))));
        }
      }
    }
    known.remove("strategy.parameters");
    StringBuilder lines = new StringBuilder();
    known.forEach((section, keys) -> lines.append(section + ": " + keys + "\n"));

    assertThat(lines.toString()).isEqualTo(KEYS);
    assertThat(RETIRED).noneMatch(key -> KEYS.contains(key));
  }

  /// One kind of file, with what reads it.
  private record Kind(Node file, Consumer<Node> reader) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(STRATEGY, file -> StrategyFile.read(file, Templates.shipped())),
          new Kind(UNIVERSE, UniverseFile::read),
          new Kind(POLICY, RiskPolicyFile::read));

  private static final Pattern LISTED =
      Pattern.compile("unknown key '" + NONSENSE + "' in (\\S+); known: (.*)");

  /// Changes one key at a time, and wants a problem that says so.
  private static void eachKey(UnaryOperator<Node.Entry> change, Function<Node.Entry, String> says) {
    for (Kind kind : KINDS) {
      for (Node.Entry entry : entries(kind.file)) {
        Node changed = replaced(kind.file, entry, change.apply(entry));
        assertThat(Problems.of(() -> kind.reader.accept(changed)))
            .as("%s", entry)
            .anySatisfy(problem -> assertThat(problem).contains(says.apply(entry)));
      }
    }
  }

  /// Every key with its value, those within others included.
  private static List<Node.Entry> entries(Node node) {
    List<Node.Entry> entries = new ArrayList<>();
    switch (node) {
      case Node.Scalar _ -> {}
      case Node.Sequence list -> list.items().forEach(item -> entries.addAll(entries(item)));
      case Node.Mapping mapping ->
          mapping
              .entries()
              .forEach(
                  entry -> {
                    entries.add(entry);
                    entries.addAll(entries(entry.value()));
                  });
    }
    return entries;
  }

  private static Node replaced(Node node, Node.Entry from, Node.Entry to) {
    return mapped(
        node,
        mapping ->
            new Node.Mapping(
                mapping.position(),
                mapping.entries().stream().map(e -> e.equals(from) ? to : e).toList()));
  }

  private static Node withNonsense(Node node) {
    return mapped(
        node,
        mapping -> {
          List<Node.Entry> more = new ArrayList<>(mapping.entries());
          more.add(
              new Node.Entry(
                  NONSENSE, mapping.position(), new Node.Scalar(mapping.position(), "1", false)));
          return new Node.Mapping(mapping.position(), more);
        });
  }

  /// The tree with every mapping in it changed, outer ones first.
  private static Node mapped(Node node, UnaryOperator<Node.Mapping> change) {
    return switch (node) {
      case Node.Scalar scalar -> scalar;
      case Node.Sequence list ->
          new Node.Sequence(
              list.position(), list.items().stream().map(item -> mapped(item, change)).toList());
      case Node.Mapping mapping ->
          new Node.Mapping(
              mapping.position(),
              change.apply(mapping).entries().stream()
                  .map(e -> new Node.Entry(e.key(), e.position(), mapped(e.value(), change)))
                  .toList());
    };
  }

  private static Node.Sequence withNothing(Node.Sequence list) {
    List<Node> items = new ArrayList<>(list.items());
    items.add(new Node.Scalar(list.position(), "~", false));
    return new Node.Sequence(list.position(), items);
  }
}
