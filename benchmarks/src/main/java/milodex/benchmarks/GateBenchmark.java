package milodex.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import milodex.ledger.Intent;
import milodex.ledger.Side;
import milodex.market.ExchangeCalendar;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.Circumstances;
import milodex.risk.Proposal;
import milodex.risk.RiskGate;
import milodex.risk.RiskPolicy;
import milodex.risk.StrategyLimits;
import milodex.risk.Verdict;
import milodex.strategy.StrategyId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The veto: every check on one proposal to buy, with its facts at hand.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GateBenchmark {

  private static final LocalDate DECIDED = LocalDate.of(2024, 7, 1);
  private static final LocalDate TODAY = LocalDate.of(2024, 7, 2);
  private static final Instant NOW = Instant.parse("2024-07-02T13:30:00Z");
  private static final Symbol BOUGHT = Symbol.of("SIM-IDX");
  private static final Symbol HELD = Symbol.of("SIM-BND");
  private static final StrategyId STRATEGY = StrategyId.parse("null.daily.bench.gate.v1");
  private static final Price PRICE = Price.parse("140.25");

  private final RiskGate gate = new RiskGate(RiskPolicy.standard());
  private final Circumstances facts = facts();
  private final Proposal proposal =
      Proposal.automated(
          intent(),
          1,
          Quantity.of(2_000),
          PRICE,
          Costs.slippage(Fraction.parse("0.0005")),
          Quantity.ZERO);

  /// The proposal is cut and then approved, or the figure would be of something else.
  @Setup
  public void requireApproval() {
    Verdict verdict = trimAndJudge();
    if (verdict instanceof Verdict.Refused refused) {
      throw new IllegalStateException("refused: " + refused.codes());
    }
    if (gate.trim(proposal, facts).trims().isEmpty()) {
      throw new IllegalStateException("no limit cut the proposal");
    }
  }

  /// Cuts the wish to what the limits leave room for, and judges it.
  @Benchmark
  public Verdict trimAndJudge() {
    return gate.judge(gate.trim(proposal, facts), facts);
  }

  private static Intent intent() {
    return new Intent(
        "bench",
        STRATEGY,
        BOUGHT,
        Side.BUY,
        Fraction.parse("0.30"),
        Optional.empty(),
        "bench",
        DECIDED,
        TODAY,
        Optional.empty(),
        PRICE,
        new TreeMap<>());
  }

  private static Circumstances facts() {
    Money account = Money.of(1_000_000);
    Money own = Money.of(80_000);
    TreeMap<Symbol, Money> exposure = new TreeMap<>();
    exposure.put(HELD, Money.of(10_000));
    TreeMap<Symbol, Double> correlations = new TreeMap<>();
    correlations.put(HELD, -0.2);
    return new Circumstances(
        NOW,
        ExchangeCalendar.nyse().sessions(TODAY, TODAY).stream().findFirst(),
        Optional.of(true),
        Circumstances.Halts.NONE,
        new Circumstances.Venue(Circumstances.Venue.Kind.SIMULATED, "SIMULATED", "SIMULATED"),
        Optional.of(TODAY),
        new Circumstances.Standing("backtest", Optional.empty(), Optional.empty(), List.of()),
        new Circumstances.Account(
            account,
            Optional.of(account),
            account,
            account,
            exposure,
            new TreeSet<>(List.of(HELD))),
        new Circumstances.Strategy(
            STRATEGY,
            new StrategyLimits(Fraction.parse("0.35"), 3, Fraction.parse("0.05")),
            own,
            Optional.of(own),
            own,
            exposure),
        new Circumstances.Instrument(
            BOUGHT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            Money.ZERO,
            Optional.of(PRICE),
            Optional.of(PRICE),
            PRICE,
            Optional.of(DECIDED),
            DECIDED,
            Optional.empty(),
            OptionalDouble.of(1_000_000),
            correlations,
            Optional.empty()),
        List.of(),
        List.of(),
        0,
        0);
  }
}
