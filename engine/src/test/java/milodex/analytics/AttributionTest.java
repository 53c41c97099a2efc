package milodex.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import milodex.analytics.Attribution.Group;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.portfolio.Entry;
import milodex.portfolio.Exit;
import milodex.portfolio.Trade;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class AttributionTest {

  private static final StrategyId DIP = StrategyId.parse("meanrev.daily.pullback_rsi2.demo.v1");
  private static final LocalDate DAY = LocalDate.parse("2024-03-07");

  @Test
  void everyGroupSaysWhatItsTradesCameToAndTheRestIsNamed() {
    Attribution<Symbol> bySymbol =
        Attribution.of(
            List.of(trade("GE", "10.5"), trade("SPY", "-4"), trade("GE", "0")),
            Trade::symbol,
            Money.of(100));

    assertThat(bySymbol.groups().sequencedKeySet())
        .containsExactly(Symbol.of("GE"), Symbol.of("SPY"));
    assertThat(bySymbol.groups().get(Symbol.of("GE")))
        .isEqualTo(new Group(2, 1, Money.parse("10.5")));
    assertThat(bySymbol.groups().get(Symbol.of("SPY"))).isEqualTo(new Group(1, 0, Money.of(-4)));
    assertThat(bySymbol.rest()).isEqualTo(Money.parse("93.5"));
  }

  @Test
  void withoutTradesAllIsRest() {
    Attribution<Symbol> none = Attribution.of(List.of(), Trade::symbol, Money.parse("-1.25"));

    assertThat(none.groups()).isEmpty();
    assertThat(none.rest()).isEqualTo(none.total()).isEqualTo(Money.parse("-1.25"));
  }

  @Test
  void thePartsAddUpToTheTotalExactlyHoweverItIsDivided() {
    Seeds.forEachSeed(
        50,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          List<Trade> trades = new ArrayList<>();
          for (int i = 0; i < 40; i++) {
            String symbol = "S" + (char) ('A' + random.nextInt(7));
            trades.add(trade(symbol, random.nextInt(-400, 500) + "." + random.nextInt(1_000)));
          }
          Money total = Money.parse(seed + ".0000001");
          Attribution<Symbol> bySymbol = Attribution.of(trades, Trade::symbol, total);
          Money sum = bySymbol.rest();
          for (Group group : bySymbol.groups().values()) {
            sum = sum.plus(group.net());
          }

          assertThat(sum).isEqualTo(total).isEqualTo(bySymbol.total());
          assertThat(bySymbol.groups().values().stream().mapToInt(Group::trades).sum())
              .isEqualTo(40);
        });
  }

  @Test
  void everyLengthOfHoldHasOneGroup() {
    assertThat(HoldLength.of(0).says()).isEqualTo("0 to 1 sessions");
    assertThat(HoldLength.of(1)).isEqualTo(HoldLength.A_DAY);
    assertThat(HoldLength.of(2)).isEqualTo(HoldLength.of(5)).isEqualTo(HoldLength.A_WEEK);
    assertThat(HoldLength.of(63)).isEqualTo(HoldLength.A_QUARTER);
    assertThat(HoldLength.of(64).says()).isEqualTo("64 sessions or more");
    for (int held = 0; held < 500; held++) {
      assertThat(HoldLength.of(held)).isLessThanOrEqualTo(HoldLength.of(held + 1));
    }
    assertThatThrownBy(() -> HoldLength.of(-1)).hasMessageContaining("0 sessions or more: -1");
  }

  private static Trade trade(String symbol, String net) {
    return new Trade(
        1,
        DIP,
        Symbol.of(symbol),
        new Entry(1, DAY, "entry", new TreeMap<>()),
        new Exit(2, DAY, "exit"),
        Quantity.of(1),
        Money.of(1_000),
        Money.of(1_000).plus(Money.parse(net)),
        Money.ZERO,
        Money.ZERO,
        Optional.empty());
  }
}
