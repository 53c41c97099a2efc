package milodex.cli;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.backtest.RunInputs;
import milodex.backtest.Runs;
import milodex.execution.ActiveStrategy;
import milodex.ledger.CanonicalJson;
import milodex.ledger.ResearchFact;
import milodex.market.NewYork;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.yaml.Configuration;

/// Whether a run is one of what the files say now.
final class RunMatch {

  private RunMatch() {}

  /// Whether the run's name comes out again when all but its period, its windows, its capital, its
  /// benchmark and its bars is taken from `configuration`.
  static boolean isOf(Configuration configuration, Runs.Run run) {
    ResearchFact.TrialRegistered registration = run.registration();
    if (!run.strategy().equals(configuration.strategy().id())
        || !(CanonicalJson.parse(registration.inputs()) instanceof Map<?, ?> then)) {
      return false;
    }
    ActiveStrategy strategy = Plans.strategy(configuration);
    RunInputs now =
        new RunInputs(
            strategy.template().name(),
            strategy.template().rulesVersion(),
            strategy.origin().code(),
            strategy.parameters().asMap(),
            strategy.barSize(),
            strategy.universe().members(),
            strategy.limits(),
            registration.from(),
            registration.to(),
            then.get("windows") instanceof Long windows ? Math.toIntExact(windows) : 0,
            Money.parse(String.valueOf(then.get("initial_equity"))),
            configuration.policy().allocation(strategy.id()),
            Plans.costs(configuration),
            configuration.policy().fingerprint(),
            then.get("benchmark") instanceof String ticker
                ? Optional.of(Symbol.of(ticker))
                : Optional.empty(),
            bars(then));
    return now.id().equals(run.id());
  }

  /// The exchange day on which `run` was last registered.
  static LocalDate day(Runs.Run run) {
    return LocalDate.parse(NewYork.day(run.at()));
  }

  private static SortedMap<Symbol, String> bars(Map<?, ?> inputs) {
    SortedMap<Symbol, String> bars = new TreeMap<>();
    if (inputs.get("bars") instanceof Map<?, ?> hashes) {
      hashes.forEach((symbol, hash) -> bars.put(Symbol.of("" + symbol), "" + hash));
    }
    return bars;
  }
}
