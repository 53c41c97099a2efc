package milodex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The files of the demo's study of luck: one rule, on a market of noise and on one with an edge.
///
/// @param demo the workspace they are written to
record StudyFiles(Path demo) {

  static final String NOISE = "meanrev.daily.ibs_lowclose.sim_noise.v1";
  static final String EDGE = "meanrev.daily.ibs_lowclose.sim_edge.v1";
  static final String GRID = "noise-grid.yaml";

  /// What the rule has before anybody tried anything.
  static final Map<String, String> STANDARD =
      Map.of("ma_filter_length", "200", "ibs_entry_threshold", "0.2", "max_hold_days", "1");

  /// Writes both universes, both strategies and the grid.
  void write() throws IOException {
    universe("sim_noise", "SIM-NOISE");
    universe("sim_edge", "SIM-EDGE");
    strategy("sim_noise", STANDARD);
    strategy("sim_edge", STANDARD);
    Files.writeString(
        demo.resolve(GRID),
        """
      strategy: %s
      parameters:
        ma_filter_length: [10, 20, 50, 100, 200]
        ibs_entry_threshold: [0.1, 0.2, 0.3, 0.5]
        max_hold_days: [2, 3, 5, 10, 20]
      windows: 4
      note: a hundred variants of one rule on noise
      """
            .formatted(NOISE));
  }

  /// Writes the strategy of the noise with the values of a cell.
  void noise(Map<String, String> values) throws IOException {
    strategy("sim_noise", values);
  }

  private void universe(String variant, String symbol) throws IOException {
    Files.writeString(
        demo.resolve("configs/universes/universe." + variant + ".v1.yaml"),
        """
      universe:
        id: universe.%1$s.v1
        version: 1
        description: "%2$s alone, generated"
        slippage_pct: 0.0002
        survivorship_corrected_from: 2008-01-02
        etfs: [%2$s]
      """
            .formatted(variant, symbol));
  }

  private void strategy(String variant, Map<String, String> values) throws IOException {
    Files.writeString(
        demo.resolve("configs/strategies/meanrev.daily.ibs_lowclose." + variant + ".v1.yaml"),
        """
      strategy:
        id: meanrev.daily.ibs_lowclose.%1$s.v1
        family: meanrev
        template: daily.ibs_lowclose
        variant: %1$s
        version: 1
        description: "Buys weak closes of one generated symbol, sells on the rebound"
        enabled: true
        hypothesis: "A weak session is taken back by the next."
        universe_ref: universe.%1$s.v1
        parameters:
          ma_filter_length: %2$s
          ibs_entry_threshold: %3$s
          ranking: ibs_ascending
          stop_loss_pct: 0.03
          max_hold_days: %4$s
          max_concurrent_positions: 1
          sizing_rule: equal_notional
          per_position_notional_pct: 0.40
        tempo:
          bar_size: 1D
          min_hold_days: 1
          max_hold_days: %4$s
        risk:
          max_position_pct: 0.50
          max_positions: 1
          daily_loss_cap_pct: 0.05
          stop_loss_pct: 0.03
        backtest:
          commission_per_trade: 0.0
          min_trades_required: 30
          walk_forward_windows: 4
        disable_conditions_additional: []
      """
            .formatted(
                variant,
                value(values, "ma_filter_length"),
                value(values, "ibs_entry_threshold"),
                value(values, "max_hold_days")));
  }

  private static String value(Map<String, String> values, String name) {
    return values.getOrDefault(name, STANDARD.getOrDefault(name, ""));
  }
}
