package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.Floor;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.execution.ActiveStrategy;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.Circumstances;
import org.junit.jupiter.api.Test;

/// What is asked for, and the recorded sessions that answer it.
class RecordedDaysTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 3, 7);
  private static final LocalDate LAST = LocalDate.of(2024, 3, 12);

  private static TinyMarket market(String words) {
    return TinyMarket.of("2024-03-07", "2024-03-12").bars("ACME", words);
  }

  private static RehearsalPlan plan() {
    return TinyRehearsals.plan(market("50/50 50/50 50/50 50/50"), new Script());
  }

  @Test
  void thePeriodIsPlayedWhole() {
    RecordedDays.Ready days = TinyRehearsals.ready(plan(), market("50/50 50/50 50/50 50/50"));

    assertThat(days.sessions()).isEqualTo(4);
    assertThat(days.played()).first().satisfies(one -> assertThat(one.date()).isEqualTo(FIRST));
    assertThat(days.played()).last().satisfies(one -> assertThat(one.date()).isEqualTo(LAST));
  }

  @Test
  void whateverDecidesTheOutcomeChangesTheName() {
    TinyMarket market = market("50/50 50/50 50/50 50/50");
    String name = TinyRehearsals.ready(plan(), market).name();

    assertThat(TinyRehearsals.ready(plan(), market).name()).isEqualTo(name);
    assertThat(TinyRehearsals.ready(plan(), market("50/50 50/50 50/50 50/51")).name())
        .isNotEqualTo(name);
    assertThat(TinyRehearsals.ready(between(FIRST, LAST.minusDays(1)), market).name())
        .isNotEqualTo(name);
    assertThat(TinyRehearsals.ready(with(Money.of(20_000)), market).name()).isNotEqualTo(name);
  }

  @Test
  void aStrategyWhoseBarsDoNotAllowItIsNamed() {
    TinyMarket market = market("50/50 50/50 50/50 50/50");
    TinyMarket none = TinyMarket.of("2024-03-07", "2024-03-12").bars("OTHER", "1/1 1/1 1/1 1/1");
    RehearsalPlan plan = TinyRehearsals.plan(market, new Script());

    assertThat(RecordedDays.read(TinyRuns.store(none), plan))
        .isInstanceOfSatisfying(
            RecordedDays.Refused.class,
            refused -> {
              assertThat(refused.strategy().id()).isEqualTo(Play.ID);
              assertThat(refused.refusal().says()).isNotBlank();
              assertThat(refused.refusal().next()).isNotBlank();
            });
  }

  @Test
  void severalStrategiesBeginWithTheFirstOfThemAndShareTheAccount() {
    TinyMarket market = market("50/50 50/50 50/50 50/50");
    RehearsalPlan one = TinyRehearsals.plan(market, new Script());
    ActiveStrategy first = one.strategies().getFirst();
    ActiveStrategy second =
        TinyRehearsals.frozen(
            new ActiveStrategy(
                Floor.SIBLING,
                first.template(),
                first.parameters(),
                first.universe(),
                first.limits(),
                first.standing()));
    RehearsalPlan both =
        new RehearsalPlan(
            List.of(first, second), one.from(), one.to(), one.account(), one.costs(), one.policy());

    assertThat(TinyRehearsals.ready(both, market).sessions()).isEqualTo(4);
    assertThat(both.manifests()).containsOnlyKeys(Play.ID, Floor.SIBLING);
    assertThat(both.allocated())
        .isEqualTo(both.policy().allocation(Play.ID).plus(both.policy().allocation(Floor.SIBLING)));
    assertThat(one.allocated().compareTo(Fraction.ZERO)).isPositive();
  }

  @Test
  void whatCannotBeRehearsedIsNamed() {
    assertRefused("the period ends", () -> between(LAST, FIRST));
    assertRefused("the account begins with more than nothing", () -> with(Money.ZERO));
    assertRefused("a rehearsal needs a strategy", () -> of(List.of()));
    ActiveStrategy draft =
        plan()
            .strategies()
            .getFirst()
            .standing(
                new Circumstances.Standing(
                    "backtest", Optional.empty(), Optional.empty(), List.of()));
    assertRefused(Play.ID + " runs no frozen manifest", () -> of(List.of(draft)));
  }

  private static void assertRefused(String says, Runnable plan) {
    assertThatThrownBy(plan::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says);
  }

  private static RehearsalPlan of(List<ActiveStrategy> strategies) {
    RehearsalPlan plan = plan();
    return new RehearsalPlan(
        strategies, plan.from(), plan.to(), plan.account(), plan.costs(), plan.policy());
  }

  private static RehearsalPlan between(LocalDate from, LocalDate to) {
    RehearsalPlan plan = plan();
    return new RehearsalPlan(
        plan.strategies(), from, to, plan.account(), plan.costs(), plan.policy());
  }

  private static RehearsalPlan with(Money account) {
    RehearsalPlan plan = plan();
    return new RehearsalPlan(
        plan.strategies(), plan.from(), plan.to(), account, plan.costs(), plan.policy());
  }
}
