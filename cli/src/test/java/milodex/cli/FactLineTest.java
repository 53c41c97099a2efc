package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.ledger.ByHand;
import milodex.ledger.ClientOrderId;
import milodex.ledger.DataFact;
import milodex.ledger.Excursion;
import milodex.ledger.ExternalTrade;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.Fill;
import milodex.ledger.Finding;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Head;
import milodex.ledger.Intent;
import milodex.ledger.ManifestHash;
import milodex.ledger.OrderStatus;
import milodex.ledger.PromotionFact;
import milodex.ledger.ResearchFact;
import milodex.ledger.RiskFact;
import milodex.ledger.RunId;
import milodex.ledger.RunnerFact;
import milodex.ledger.Side;
import milodex.ledger.StartStep;
import milodex.market.Adjustment;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

/// Each kind of fact is one sentence an operator understands.
class FactLineTest {

  private static final Symbol SPY = Symbol.of("SPY");
  private static final StrategyId ID = StrategyId.parse("regime.daily.sma200_rotation.spy_shy.v1");
  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
  private static final String HASH = "0123456789ab" + "0".repeat(52);
  private static final RunId RUN = new RunId(HASH);
  private static final ClientOrderId ORDER = new ClientOrderId("mdx-1");
  private static final Quantity TEN = Quantity.of(10);

  @Test
  void everyKindOfFactHasItsSentence() {
    Map<Fact, String> lines = new LinkedHashMap<>();
    lines.put(
        new DataFact.BarsImported(
            SPY, Timeframe.DAY_1, Adjustment.RAW, "csv", DAY, DAY, 5271, HASH),
        "SPY 1Day raw: 5,271 bars from csv, 2024-03-01 to 2024-03-01.");
    lines.put(
        new DataFact.BarsRevised(
            SPY, Timeframe.DAY_1, Optional.empty(), "a".repeat(64), HASH, "a late print"),
        "SPY 1Day: bars aaaaaaaaaaaa replaced by 0123456789ab. Reason: a late print");
    lines.put(
        new DataFact.BarsRevised(
            SPY,
            Timeframe.DAY_1,
            Optional.of(Adjustment.RAW),
            "a".repeat(64),
            HASH,
            "a late print"),
        "SPY 1Day raw: bars aaaaaaaaaaaa replaced by 0123456789ab. Reason: a late print");
    lines.put(new DataFact.ActionsImported(SPY, 1, HASH), "SPY: 1 corporate action.");
    lines.put(
        new DataFact.ActionsRevised(SPY, "a".repeat(64), HASH, "a wrong ratio"),
        "SPY: corporate actions aaaaaaaaaaaa replaced by 0123456789ab. Reason: a wrong ratio");
    lines.put(
        new DataFact.BarsFetched(
            "sample", SPY, Timeframe.DAY_1, DAY, DAY, 0, Optional.empty(), Optional.empty()),
        "SPY 1Day: asked sample for 2024-03-01 to 2024-03-01, which delivered 0 bars.");
    lines.put(
        new DataFact.BarsFetched(
            "sample", SPY, Timeframe.DAY_1, DAY, DAY, 1_000, Optional.of(DAY), Optional.of(DAY)),
        "SPY 1Day: asked sample for 2024-03-01 to 2024-03-01, which delivered 1,000 bars,"
            + " 2024-03-01 to 2024-03-01.");
    lines.put(
        new Fact.ExternalBooked(DAY, Money.of(-25), Optional.empty(), "A fee."),
        "Outside of Milodex: $25.00 went out. A fee.");
    lines.put(
        new Fact.ExternalBooked(
            DAY,
            Money.ZERO,
            Optional.of(
                new ExternalTrade(
                    SPY, Side.SELL, Quantity.of(3), Price.parse("500.5"), new TreeMap<>())),
            "By phone."),
        "Outside of Milodex: sold 3 SPY at 500.5. By phone.");
    lines.put(
        new Fact.TickerChanged(SPY, Symbol.of("SPX"), DAY),
        "SPY trades as SPX from the open of 2024-03-01; what was held and wished goes on under it.");
    lines.put(
        new ResearchFact.ManifestFrozen(ID, new ManifestHash(HASH), "{}"),
        "Manifest 0123456789ab of regime.daily.sma200_rotation.spy_shy.v1 frozen.");
    lines.put(
        new ResearchFact.TrialRegistered(RUN, ID, DAY, DAY, "{}", "second thoughts"),
        "Run 0123456789ab of regime.daily.sma200_rotation.spy_shy.v1, 2024-03-01 to 2024-03-01, is"
            + " about to look at the data. Note: second thoughts");
    lines.put(
        new ResearchFact.RunCompleted(RUN, ID, "{}", HASH, Head.EMPTY),
        "Run 0123456789ab of regime.daily.sma200_rotation.spy_shy.v1 completed; its record is"
            + " 0123456789ab.");
    lines.put(
        new ResearchFact.RunFailed(RUN, ID, "no room"),
        "Run 0123456789ab of regime.daily.sma200_rotation.spy_shy.v1 failed: no room");
    lines.put(
        new ResearchFact.CellCompleted(RUN, ID, "{}"),
        "Run 0123456789ab of regime.daily.sma200_rotation.spy_shy.v1 completed as a cell of a"
            + " sweep; its summary is all that is kept.");
    lines.put(
        new ResearchFact.ExperimentCreated("dips", "Dips are bought.", Optional.empty()),
        "Experiment dips created: Dips are bought.");
    lines.put(
        new ResearchFact.ExperimentUpdated(
            "dips",
            Optional.of(ResearchFact.ExperimentUpdated.Status.REJECTED),
            "No better than luck."),
        "Experiment dips ended rejected: No better than luck.");
    lines.put(
        new ResearchFact.ExperimentUpdated("dips", Optional.empty(), "More data."),
        "Experiment dips goes on: More data.");
    lines.put(
        new ResearchFact.HoldoutSealed(DAY, DAY, 1, "the first hypothesis"),
        "2024-03-01 to 2024-03-01, 1 session, sealed as holdout: the first hypothesis");
    lines.put(
        new ResearchFact.HoldoutOpened(ID, new ManifestHash(HASH), DAY, DAY, "the last step"),
        "Holdout 2024-03-01 to 2024-03-01 opened for manifest 0123456789ab of"
            + " regime.daily.sma200_rotation.spy_shy.v1: the last step");
    lines.put(
        new PromotionFact.EvidenceJudged(
            ID, new ManifestHash(HASH), RUN, "CONDITIONAL", "1", "e".repeat(64)),
        "Evidence eeeeeeeeeeee of regime.daily.sma200_rotation.spy_shy.v1, manifest 0123456789ab,"
            + " run 0123456789ab: CONDITIONAL by policy 1.");
    lines.put(
        promoted("PASS", Optional.of("e".repeat(64)), Optional.empty()),
        "regime.daily.sma200_rotation.spy_shy.v1 promoted from backtest to paper with manifest"
            + " 0123456789ab: PASS, evidence eeeeeeeeeeee. For it: It holds. Risks: crowded; a bear"
            + " market.");
    lines.put(
        promoted(
            "REJECT",
            Optional.of("e".repeat(64)),
            Optional.of(new PromotionFact.StagePromoted.Waiver("Ann", "a slow rule", DAY))),
        "regime.daily.sma200_rotation.spy_shy.v1 promoted from backtest to paper with manifest"
            + " 0123456789ab: REJECT, evidence eeeeeeeeeeee, overridden by Ann until 2024-03-01 (a"
            + " slow rule). For it: It holds. Risks: crowded; a bear market.");
    lines.put(
        promoted("LIFECYCLE", Optional.empty(), Optional.empty()),
        "regime.daily.sma200_rotation.spy_shy.v1 promoted from backtest to paper with manifest"
            + " 0123456789ab: LIFECYCLE. For it: It holds. Risks: crowded; a bear market.");
    lines.put(
        new PromotionFact.StageDemoted(ID, "paper", "backtest", "it bleeds", Optional.of(41L)),
        "regime.daily.sma200_rotation.spy_shy.v1 demoted from paper to backtest, which takes back"
            + " event 41: it bleeds");
    lines.put(
        new PromotionFact.StageDemoted(ID, "backtest", "disabled", "no use", Optional.empty()),
        "regime.daily.sma200_rotation.spy_shy.v1 demoted from backtest to disabled: no use");
    lines.put(
        new RiskFact.GateTested(HASH, 1, List.of("market_closed", "x"), List.of(), List.of()),
        "Risk gate tested under policy 0123456789ab: all 2 reasons veto, and an order in order"
            + " passes.");
    lines.put(
        new RiskFact.GateTested(HASH, 1, List.of("market_closed"), List.of("x", "y"), List.of()),
        "Risk gate tested under policy 0123456789ab: NOT PROVED. Inert: x, y.");
    lines.put(
        new RiskFact.GateTested(HASH, 1, List.of("market_closed"), List.of(), List.of("x", "y")),
        "Risk gate tested under policy 0123456789ab: NOT PROVED. An order in order was refused: x,"
            + " y.");
    lines.put(
        new RiskFact.TroubleFound(DAY, "reconcile_mismatch", HaltScope.ACCOUNT, "X: books 3"),
        "Trouble found on 2024-03-01 (reconcile_mismatch, account): X: books 3");
    lines.put(
        new RiskFact.LedgerRestored(
            Instant.parse("2024-03-01T21:00:00Z"),
            "7:" + HASH,
            Optional.empty(),
            List.of(new ClientOrderId("mdx-1"))),
        "The ledger was restored from the backup of 2024-03-01 16:00:00 New York; the broker took 1"
            + " order that it does not tell of.");
    lines.put(
        new RiskFact.LedgerRestored(
            Instant.parse("2024-03-01T21:00:00Z"), "7:" + HASH, Optional.empty(), List.of()),
        "The ledger was restored from the backup of 2024-03-01 16:00:00 New York; the broker knows"
            + " of no order beyond it.");
    lines.put(
        new RiskFact.AlertAcknowledged(431, "data_quality", "the stock was halted"),
        "Alert 431 (data_quality) was acknowledged: the stock was halted");
    lines.put(
        new RunnerFact.RunnerStarted(
            Optional.of(HASH),
            List.of(ID),
            Optional.empty(),
            List.of(StartStep.ok("clock", "it steps"), StartStep.warn("calendar", "ends soon"))),
        "Started 1 strategy on 0123456789ab: clock ok, calendar warn.");
    lines.put(
        new RunnerFact.RunnerStarted(
            Optional.of("PA1"),
            List.of(ID),
            Optional.empty(),
            List.of(StartStep.failed("broker", "it says it is PA2"))),
        "A start failed at broker: it says it is PA2");
    lines.put(
        new RunnerFact.MomentPassed(DAY, "2024-03-01 closes", List.of(ID), 0),
        "Everything due was done: 2024-03-01 closes.");
    lines.put(
        new RunnerFact.MomentPassed(DAY, "2024-03-01 closes", List.of(ID), 3_900),
        "Everything due was done: 2024-03-01 closes, 1h5m late.");
    lines.put(
        new RunnerFact.MomentMissed(DAY, "2024-03-01 opens", List.of(ID), "the session had closed"),
        "Missed: 2024-03-01 opens; the session had closed.");
    lines.put(
        new RunnerFact.BooksDiffered(DAY, List.of("cash: books 1, broker 2", "X: books 3")),
        "Books and broker differ on 2024-03-01: cash: books 1, broker 2; X: books 3.");
    lines.put(
        new RunnerFact.ClockJumped(DAY, -60, "the wall clock was set back by 60 s"),
        "CLOCK JUMPED: the wall clock was set back by 60 s; books and broker are compared again.");
    lines.put(
        new RunnerFact.RunnerStopped(List.of(ID), "controlled stop before 2024-03-01 opens"),
        "The runner was stopped: controlled stop before 2024-03-01 opens.");
    lines.put(
        rehearsed(Optional.empty()),
        "Rehearsed regime.daily.sma200_rotation.spy_shy.v1 from 2024-03-01 to 2024-03-01: 7 closed"
            + " trades; all 12 facts equal those of a backtest.");
    lines.put(
        rehearsed(Optional.of("here")),
        "Rehearsed regime.daily.sma200_rotation.spy_shy.v1 from 2024-03-01 to 2024-03-01: 7 closed"
            + " trades; it is NOT what a backtest does: here.");
    lines.put(
        new RiskFact.HaltTripped(
            "2024-03-01-1",
            HaltScope.ACCOUNT,
            HaltMode.REDUCE_ONLY,
            "daily_loss_cap_exceeded",
            "96 is far below 100",
            new TreeMap<>()),
        "KILL SWITCH tripped, incident 2024-03-01-1, the whole account, mode reduce-only (entries"
            + " stop, automated exits go on): daily_loss_cap_exceeded, 96 is far below 100");
    lines.put(
        new RiskFact.HaltVerified(
            "2024-03-01-1",
            List.of(new ClientOrderId("mx-1")),
            List.of(),
            "All quiet.",
            new TreeMap<>()),
        "The broker was asked after incident 2024-03-01-1: 1 order cancelled, none left working."
            + " All quiet.");
    lines.put(
        new RiskFact.HaltVerified(
            "2024-03-01-1",
            List.of(),
            List.of(new ClientOrderId("mx-1"), new ClientOrderId("mx-2")),
            "They do not stop.",
            new TreeMap<>()),
        "The broker was asked after incident 2024-03-01-1: 0 orders cancelled, LEFT: mx-1, mx-2."
            + " They do not stop.");
    lines.put(
        new RiskFact.HaltReset("2024-03-01-1", "a false alarm"),
        "Incident 2024-03-01-1 was reset: a false alarm");
    lines.put(
        new RiskFact.StrategyPaused(ID, "earnings"),
        "regime.daily.sma200_rotation.spy_shy.v1 paused, entries stop and exits go on: earnings");
    lines.put(
        new RiskFact.StrategyUnpaused(ID, "they are out"),
        "regime.daily.sma200_rotation.spy_shy.v1 may enter again: they are out");
    lines.put(
        new Fact.BooksOpened(
            1, "OOS window 1", DAY, DAY, Money.of(9), new TreeMap<>(Map.of(ID, Money.of(100_000)))),
        "Books opened for OOS window 1, 2024-03-01 to 2024-03-01, with $100,000.00 for strategies and"
            + " $9.00 idle.");
    lines.put(
        new Fact.StrategyFunded(ID, DAY, Money.of(8_000)),
        "regime.daily.sma200_rotation.spy_shy.v1 joined the account with $8,000.00, from the session"
            + " of 2024-03-01 on.");
    lines.put(
        new Fact.BooksClosed(1, DAY, Money.parse("1.5"), Money.parse("-2")),
        "Books closed on 2024-03-01 with -$2.00, after $1.50 that selling what is open would cost.");
    lines.put(
        new Fact.StrategyEvaluated(
            ID, DAY, "no_signal", Money.ZERO, Money.ZERO, 1, List.of(), List.of(), new TreeMap<>()),
        "regime.daily.sma200_rotation.spy_shy.v1 decided `no_signal` on the close of 2024-03-01: 0"
            + " wishes, 1 position held.");
    lines.put(
        new Fact.BarEvaluated(
            ID,
            DAY,
            Instant.parse("2024-03-01T15:05:00Z"),
            Timeframe.MINUTE_5,
            "x.y",
            Money.ZERO,
            Money.ZERO,
            0,
            List.of(),
            List.of(),
            new TreeMap<>()),
        "regime.daily.sma200_rotation.spy_shy.v1 decided `x.y` on the 5Min bar that closed at"
            + " 2024-03-01 10:05 New York: 0 wishes, 0 positions held.");
    lines.put(
        new Fact.ExitMissed("i", ID, Symbol.of("SPY"), DAY, "no price"),
        "EXIT MISSED in the session of 2024-03-01: SPY was not sold; no price.");
    lines.put(
        new Fact.ExitParked("i", ID, SPY, DAY, 5),
        "EXIT PARKED in the session of 2024-03-01: 5 orders for SPY ended without selling all; the"
            + " next leaves in the next session.");
    lines.put(
        new Fact.OrderResolved(ORDER, SPY, "the broker's site shows no such order"),
        "The operator resolved the order in SPY: nothing more of it will be filled. Reason: the"
            + " broker's site shows no such order");
    lines.put(
        rehearsed(Optional.empty(), Optional.of(2)),
        "Rehearsed %s from 2024-03-01 to 2024-03-01: 7 closed trades; the first 12 facts equal"
                .formatted(ID)
            + " those of a backtest; 2 orders by hand, from the first of which comparing ends.");
    lines.put(
        new Fact.CancelRequested(ORDER, SPY, "sent by mistake"),
        "The operator asked for the order in SPY to be cancelled. Reason: sent by mistake");
    lines.put(
        new Fact.IntentRecorded(byHand(intent(Side.SELL, "0"))),
        "The operator's wish to sell 10 SPY in the session of 2024-03-04: bad news.");
    lines.put(
        new Fact.IntentRecorded(intent(Side.BUY, "0.305")),
        "Wish to put 30.5 % of its equity into SPY at the open of 2024-03-04: `regime.risk_on`.");
    lines.put(
        new Fact.IntentRecorded(intent(Side.BUY, "0", Optional.of(Money.of(2500)))),
        "Wish to put $2,500.00 into SPY at the open of 2024-03-04: `regime.risk_on`.");
    lines.put(
        new Fact.IntentRecorded(intent(Side.SELL, "0")),
        "Wish to sell all of SPY at the open of 2024-03-04: `regime.risk_on`.");
    lines.put(
        new Fact.IntentClosed("i", ID, Fact.IntentClosed.Outcome.ZERO_SHARES, "too dear"),
        "The wish i ended, zero shares: too dear");
    lines.put(
        new Fact.IntentClosed("i", ID, Fact.IntentClosed.Outcome.WITHDRAWN, "old news"),
        "The operator withdrew the wish i. Reason: old news");
    lines.put(
        judged(true, new Finding(1, "stage", Finding.Outcome.CLEAR, "", "fine")),
        "Buy 10 SPY at 505.25: approved by all 1 checks.");
    lines.put(
        judged(
            false,
            new Finding(18, "size", Finding.Outcome.BREACH, "max_order_value_exceeded", "much"),
            new Finding(19, "total", Finding.Outcome.ADVISORY, "max_total_exposure", "much"),
            new Finding(22, "open", Finding.Outcome.BREACH, "max_concurrent_positions", "many")),
        "Buy 10 SPY at 505.25: refused, max_order_value_exceeded, max_concurrent_positions.");
    lines.put(
        new Fact.OrderSubmitted(ORDER, "i", ID, SPY, Side.SELL, TEN),
        "Order to sell 10 SPY is about to be sent.");
    lines.put(
        new Fact.OrderReported(ORDER, SPY, OrderStatus.PARTIALLY_FILLED, TEN, "halted"),
        "The broker says of the order in SPY: partially filled, 10 shares done. halted");
    lines.put(
        new Fact.FillRecorded(
            new Fill(
                "e",
                ORDER,
                ID,
                SPY,
                Side.BUY,
                TEN,
                Price.parse("505.25"),
                Money.parse("0.35"),
                DAY,
                "regime.risk_on",
                new TreeMap<>())),
        "Bought 10 SPY at 505.25, fee 0.35.");
    lines.put(
        new Fact.SplitApplied(SPY, DAY, new BigDecimal("0.1"), Price.parse("5")),
        "SPY split at the open of 2024-03-01: 0.1 new for one old.");
    lines.put(
        new Fact.DividendCredited(ID, SPY, DAY, TEN, Money.parse("1.65"), Money.parse("16.5")),
        "SPY paid 1.65 a share on 10 shares at the open of 2024-03-01: $16.50.");
    lines.put(
        new Fact.DelistingSettled(SPY, DAY, Money.parse("0.16"), "Last close."),
        "SPY stopped trading; 0.16 a share paid in 2024-03-01. Last close.");
    lines.put(
        new Fact.TradeMeasured(
            ID,
            SPY,
            12,
            Optional.of(new Excursion(Fraction.parse("-0.0125"), Fraction.parse("0.034"))),
            ""),
        "Trade 12, in SPY, ran from -1.25 % to 3.40 % of its entry price.");
    lines.put(
        new Fact.TradeMeasured(ID, SPY, 13, Optional.empty(), "a bar is missing"),
        "Trade 13, in SPY, ran nobody knows how far: a bar is missing.");
    lines.put(
        new Fact.WouldTrip(DAY, "drawdown_limit_exceeded", "down 11 %"),
        "Would have tripped a halt on 2024-03-01: drawdown_limit_exceeded, down 11 %");

    assertThat(lines).allSatisfy((fact, line) -> assertThat(FactLine.of(fact)).isEqualTo(line));
    assertThat(lines.keySet().stream().map(Object::getClass).distinct().count())
        .isEqualTo(FactType.values().length);
  }

  private static Fact promoted(
      String grade,
      Optional<String> evidence,
      Optional<PromotionFact.StagePromoted.Waiver> override) {
    return new PromotionFact.StagePromoted(
        ID,
        new ManifestHash(HASH),
        "backtest",
        "paper",
        grade,
        evidence,
        "It holds.",
        List.of("crowded", "a bear market"),
        override);
  }

  private static Fact rehearsed(Optional<String> difference) {
    return rehearsed(difference, Optional.empty());
  }

  private static Fact rehearsed(Optional<String> difference, Optional<Integer> byHand) {
    return new RunnerFact.RehearsalCompleted(
        HASH,
        new TreeMap<>(Map.of(ID, new ManifestHash(HASH))),
        DAY,
        DAY,
        1,
        Money.of(100),
        7,
        12,
        difference,
        "9:" + HASH,
        byHand);
  }

  private static Intent intent(Side side, String weight) {
    return intent(side, weight, Optional.empty());
  }

  private static Intent intent(Side side, String weight, Optional<Money> amount) {
    return new Intent(
        "i",
        ID,
        SPY,
        side,
        Fraction.parse(weight),
        amount,
        "regime.risk_on",
        DAY,
        LocalDate.of(2024, 3, 4),
        Optional.of(Instant.EPOCH),
        Price.parse("505"),
        new TreeMap<>());
  }

  private static Intent byHand(Intent intent) {
    return new Intent(
        intent.id(),
        intent.strategy(),
        intent.symbol(),
        intent.side(),
        intent.weight(),
        intent.amount(),
        "operator",
        intent.decidedOn(),
        intent.worksOn(),
        intent.expiresAt(),
        intent.decisionPrice(),
        intent.entryFacts(),
        Optional.of(new ByHand(TEN, "bad news")));
  }

  private static Fact judged(boolean approved, Finding... findings) {
    return new Fact.ProposalJudged(
        "i",
        ID,
        SPY,
        Side.BUY,
        TEN,
        Price.parse("505.25"),
        approved,
        List.of(findings),
        List.of(),
        HASH);
  }
}
