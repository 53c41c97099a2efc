package milodex.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.ledger.Fact;
import milodex.ledger.Intent;
import milodex.ledger.Side;
import milodex.market.ExchangeCalendar;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.portfolio.Trade;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyDefinition;
import milodex.strategy.StrategyDefinition.UniverseChoice;
import milodex.strategy.StrategyId;
import milodex.yaml.Configuration;

/// The random strategy that has a run's trades in number and length, and the file that states it.
///
/// @param id named after the run and the seed
/// @param holds sessions from the entry to the exit of each closed trade, sorted
/// @param atOnce the most of these trades that were open at once
/// @param weight mean share of the strategy's equity that an entry asked for
/// @param matched the strategy that ran, for its universe and limits
/// @param summary what the run came to, for its sessions and costs
record MatchedNull(
    StrategyId id,
    String run,
    int seed,
    List<Integer> holds,
    int atOnce,
    BigDecimal weight,
    StrategyDefinition matched,
    RunSummary summary) {

  private static final String TEMPLATE = "daily.random_matched_exposure";
  private static final int HOLDS_A_LINE = 12;

  /// Reads from the record of a run what a random strategy is to match; throws [Failure] if that
  /// cannot be done.
  ///
  /// @param configuration the strategy that ran, as it is now
  static MatchedNull of(
      RunRecord record, RunSummary summary, Configuration configuration, int seed) {
    String run = record.run().id().brief();
    requireSameUniverse(record.run(), configuration.universe());
    return new MatchedNull(
        new StrategyId("null", TEMPLATE, "run_%s_seed_%d".formatted(run, seed), 1),
        run,
        seed,
        holds(record.trades(), run),
        atOnce(record.trades()),
        weight(record, summary.decimal("initial_equity")),
        configuration.strategy(),
        summary);
  }

  LocalDate first() {
    return LocalDate.parse(summary.text("first_session"));
  }

  LocalDate last() {
    return LocalDate.parse(summary.text("last_session"));
  }

  String fileName() {
    return id + ".yaml";
  }

  /// The command that runs it as the run was run.
  String command() {
    return "milodex backtest %s --start %s --end %s --initial-equity %s%s"
        .formatted(
            id,
            first(),
            last(),
            summary.text("initial_equity"),
            summary.flag("unlimited") ? " --limits unlimited" : "");
  }

  /// The file: YAML as an operator would write it.
  String yaml() {
    StrategyDefinition.Risk risk = matched.risk();
    RunSummary costs = summary.at("costs");
    return """
        # Chance, matched to run %s of %s:
        # as many trades of the same lengths over the same sessions and symbols.
        strategy:
          id: %s
          family: "null"
          template: %s
          variant: %s
          version: 1
          description: "Chance, as often and for as long as run %s"
          enabled: true
          %s
          parameters:
            seed: %d
            first_session: %s
            last_session: %s
            holds: [
              %s ]
            max_concurrent_positions: %d
            per_position_notional_pct: %s
          tempo:
            bar_size: 1D
          risk:
            max_position_pct: %s
            max_positions: %d
            daily_loss_cap_pct: %s
          backtest:
            slippage_pct: %s
            commission_per_trade: %s
            commission_pct: %s
            min_commission: %s
        """
        .formatted(
            run,
            matched.id(),
            id,
            TEMPLATE,
            id.variant(),
            run,
            universe(),
            seed,
            first(),
            last(),
            lines(holds),
            atOnce,
            ParameterValues.plain(weight),
            ParameterValues.plain(risk.maxPosition()),
            atOnce,
            ParameterValues.plain(risk.dailyLossCap()),
            costs.text("slippage"),
            costs.text("commission_per_trade"),
            costs.text("commission_rate"),
            costs.text("min_commission"));
  }

  private String universe() {
    return switch (matched.universe()) {
      case UniverseChoice.Named(String name) -> "universe_ref: " + name;
      case UniverseChoice.Listed(List<Symbol> symbols) ->
          symbols.stream()
              .map(Symbol::ticker)
              .collect(Collectors.joining(", ", "universe: [", "]"));
    };
  }

  private static String lines(List<Integer> numbers) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i += HOLDS_A_LINE) {
      lines.add(
          numbers.subList(i, Math.min(i + HOLDS_A_LINE, numbers.size())).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(", ")));
    }
    return String.join(",\n      ", lines);
  }

  private static List<Integer> holds(List<Trade> trades, String run) {
    List<Integer> holds =
        trades.stream()
            .map(
                trade ->
                    ExchangeCalendar.nyse()
                        .sessionsBetween(trade.entry().session(), trade.exit().session()))
            .sorted()
            .toList();
    if (holds.isEmpty() || holds.getFirst() == 0) {
      throw Failure.usage(
          "cannot_match",
          "Run " + run + " cannot be matched by a random strategy.",
          holds.isEmpty()
              ? "It closed no trade."
              : "Some of its trades ended in the session they began in; a rule that decides at the"
                  + " close cannot do that.",
          "Choose a run with closed trades that were held overnight.");
    }
    return holds;
  }

  /// The file names the universe, so it must still be what was run on.
  private static void requireSameUniverse(Runs.Run run, Universe universe) {
    List<String> then =
        RunSummary.parse(run.registration().inputs()).at("universe").items().stream()
            .map(
                member ->
                    spell(
                        member.text("symbol"),
                        member.find("from").map(one -> one.text()),
                        member.find("to").map(one -> one.text())))
            .toList();
    List<String> now =
        universe.members().stream()
            .map(
                member ->
                    spell(
                        member.symbol().ticker(),
                        member.from().map(LocalDate::toString),
                        member.to().map(LocalDate::toString)))
            .toList();
    if (!then.equals(now)) {
      throw Failure.usage(
          "universe_changed",
          "Run " + run.id().brief() + " cannot be matched by a random strategy.",
          "The universe of " + run.strategy() + " is not what it was when the run was made.",
          "Run the strategy again, and match that run.");
    }
  }

  private static String spell(String symbol, Optional<String> from, Optional<String> to) {
    return symbol + " " + from.orElse("ever") + " " + to.orElse("now");
  }

  private static int atOnce(List<Trade> trades) {
    SortedMap<LocalDate, Integer> changes = new TreeMap<>();
    for (Trade trade : trades) {
      changes.merge(trade.entry().session(), 1, Integer::sum);
      changes.merge(trade.exit().session(), -1, Integer::sum);
    }
    int open = 0;
    int most = 1;
    for (int change : changes.values()) {
      open += change;
      most = Math.max(most, open);
    }
    return most;
  }

  /// Entries of a fixed amount count as its share of the initial equity.
  private static BigDecimal weight(RunRecord record, BigDecimal equity) {
    List<BigDecimal> weights = new ArrayList<>();
    record
        .ledger()
        .replay(
            event -> {
              if (event.fact() instanceof Fact.IntentRecorded(Intent intent)
                  && intent.side() == Side.BUY) {
                weights.add(
                    intent
                        .amount()
                        .map(amount -> amount.amount().divide(equity, 9, RoundingMode.HALF_EVEN))
                        .orElse(intent.weight().value()));
              }
            });
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.divide(BigDecimal.valueOf(weights.size()), 4, RoundingMode.HALF_EVEN);
  }
}
