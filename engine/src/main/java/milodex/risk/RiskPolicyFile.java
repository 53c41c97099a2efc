package milodex.risk;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import milodex.config.ConfigException;
import milodex.config.Node;
import milodex.config.Section;
import milodex.config.Setting;
import milodex.ledger.HaltMode;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.strategy.StrategyId;

/// Reads the risk policy from its file; a key left out has the standard value.
public final class RiskPolicyFile {

  /// The one key at the top of a risk policy file.
  public static final String ROOT = "risk";

  private RiskPolicyFile() {}

  /// The policy that `file` states.
  ///
  /// @throws ConfigException with every problem of the file
  public static RiskPolicy read(Node file) {
    Section top = Section.of(file);
    Section risk = top.required(ROOT).section();
    RiskPolicy standard = RiskPolicy.standard();
    RiskPolicy policy =
        new RiskPolicy(
            allocations(risk.optional("allocations")),
            share(risk, "standard_allocation_pct", standard.standardAllocation()),
            share(risk, "slippage_pct", standard.slippageRate()),
            share(risk, "reserve_pct", standard.reserve()),
            share(risk, "max_daily_loss_pct", standard.maxDailyLoss()),
            share(risk, "max_drawdown_pct", standard.maxDrawdown()),
            whole(risk, "max_entries_per_day", 0, 1_000, standard.maxEntriesPerDay()),
            whole(risk, "max_orders_per_minute", 1, 200, standard.maxOrdersPerMinute()),
            share(risk, "max_order_value_pct", standard.maxOrderValue()),
            share(risk, "max_single_position_pct", standard.maxSinglePosition()),
            share(risk, "max_total_exposure_pct", standard.maxTotalExposure()),
            share(risk, "max_sector_exposure_pct", standard.maxSectorExposure()),
            share(risk, "min_correlation", standard.minCorrelation()),
            whole(risk, "max_correlated_positions", 1, 1_000, standard.maxCorrelatedPositions()),
            whole(risk, "max_positions", 0, 1_000, standard.maxPositions()),
            share(risk, "max_volume_share_pct", standard.maxVolumeShare()),
            share(risk, "max_gap_pct", standard.maxGap()),
            share(risk, "max_price_disagreement_pct", standard.maxPriceDisagreement()),
            whole(risk, "duplicate_window_seconds", 1, 86_400, standard.duplicateWindowSeconds()),
            forbidden(risk.optional("forbidden")),
            false,
            triggers(risk.optional("triggers")));
    top.finish();
    return policy;
  }

  private static Fraction share(Section risk, String key, Fraction standard) {
    return risk.optional(key).decimal("0", "1").map(Fraction::new).orElse(standard);
  }

  private static int whole(Section risk, String key, int min, int max, int standard) {
    return risk.optional(key).whole(min, max).orElse(standard);
  }

  private static SortedMap<StrategyId, Fraction> allocations(Setting setting) {
    SortedMap<StrategyId, Fraction> allocations = new TreeMap<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (Setting allocation : setting.section().settings()) {
      Optional<StrategyId> id = allocation.keyAs(StrategyId::parse);
      Optional<BigDecimal> share = allocation.decimal("0.001", "1");
      if (id.isPresent() && share.isPresent()) {
        allocations.put(id.get(), new Fraction(share.get()));
        sum = sum.add(share.get());
      }
    }
    if (sum.compareTo(BigDecimal.ONE) > 0) {
      setting.report("sum to " + sum.toPlainString() + "; allowed: at most 1, the whole account");
    }
    return allocations;
  }

  private static Triggers triggers(Setting setting) {
    Section section = setting.section();
    Map<Trigger, Optional<HaltMode>> modes = new EnumMap<>(Trigger.class);
    for (Trigger trigger : Trigger.values()) {
      modes.put(
          trigger,
          section
              .optional(trigger.key())
              .choice(List.of("halt", "reduce-only"))
              .map(HaltMode::parse));
    }
    Map<Threshold, Optional<BigDecimal>> thresholds = new EnumMap<>(Threshold.class);
    for (Threshold threshold : Threshold.values()) {
      thresholds.put(threshold, threshold(section.optional(threshold.key()), threshold));
    }
    Triggers triggers = Triggers.of(modes, thresholds);
    for (Trigger never : triggers.never()) {
      setting.report(
          "never trips by %s: found once a session, %d times in %d sessions; allowed: a _count"
                  .formatted(never.key(), triggers.times(never), triggers.sessions(never))
              + " of at most its _sessions");
    }
    return triggers;
  }

  private static Optional<BigDecimal> threshold(Setting setting, Threshold threshold) {
    return threshold.isWhole()
        ? setting
            .whole(threshold.min().intValueExact(), threshold.max().intValueExact())
            .map(BigDecimal::valueOf)
        : setting.decimal(threshold.min(), threshold.max());
  }

  private static SortedSet<Symbol> forbidden(Setting setting) {
    SortedSet<Symbol> forbidden = new TreeSet<>();
    for (Setting item : setting.items()) {
      Optional<Symbol> symbol = item.as(text -> Symbol.of(text.toUpperCase(Locale.ROOT)));
      if (symbol.isPresent() && !forbidden.add(symbol.get())) {
        item.report("is " + symbol.get() + ", which is in the list already; remove one");
      }
    }
    return forbidden;
  }
}
