package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import milodex.market.CorporateAction;
import org.junit.jupiter.api.Test;

class ActionMergeTest {

  private final CorporateAction march = of("dividend", "2024-03-15", "1.59");
  private final CorporateAction june = of("dividend", "2024-06-21", "1.76");
  private final CorporateAction split = of("split", "2024-06-21", "2");

  @Test
  void newActionsAreAddedByExDate() {
    ActionMerge merge = ActionMerge.of(Bars.SPY, List.of(june), List.of(split, march));
    assertThat(merge.actions()).containsExactly(march, june, split);
    assertThat(merge.objection()).isEmpty();
    assertThat(merge.isNothingNew()).isFalse();
  }

  @Test
  void theSameActionsAgainAreNothingNew() {
    ActionMerge merge = ActionMerge.of(Bars.SPY, List.of(march, june), List.of(june));
    assertThat(merge.isNothingNew()).isTrue();
  }

  @Test
  void anotherAmountOnTheSameDateIsAnObjection() {
    CorporateAction corrected = of("dividend", "2024-03-15", "1.6");
    ActionMerge merge = ActionMerge.of(Bars.SPY, List.of(march, june), List.of(corrected));
    assertThat(merge.objection().orElseThrow())
        .contains("2024-03-15 dividend stored 1.59, offered 1.6");
    assertThat(merge.changed()).containsExactly(LocalDate.parse("2024-03-15"));
    assertThat(merge.actions()).containsExactly(corrected, june);
  }

  @Test
  void twoDividendsOnOneDateAreBothKept() {
    CorporateAction special = of("dividend", "2024-03-15", "3");
    ActionMerge merge = ActionMerge.of(Bars.SPY, List.of(), List.of(special, march));
    assertThat(merge.actions()).containsExactly(march, special);
  }

  @Test
  void aTrailingZeroIsNoOtherAmount() {
    CorporateAction longer =
        new CorporateAction.Dividend(
            Bars.SPY, LocalDate.parse("2024-03-15"), new BigDecimal("1.5900"));
    assertThat(ActionMerge.of(Bars.SPY, List.of(march), List.of(longer)).isNothingNew()).isTrue();
  }

  @Test
  void anotherNewTickerOnTheSameDateIsAnObjection() {
    CorporateAction first = of("ticker_change", "2022-06-09", "META");
    CorporateAction other = of("ticker_change", "2022-06-09", "MVRS");
    assertThat(ActionMerge.of(Bars.SPY, List.of(first), List.of(other)).objection().orElseThrow())
        .contains("2022-06-09 ticker_change stored META, offered MVRS");
    assertThat(ActionMerge.of(Bars.SPY, List.of(first), List.of(first)).isNothingNew()).isTrue();
  }

  private static CorporateAction of(String kind, String exDate, String value) {
    return ActionTerms.of(kind, Bars.SPY, LocalDate.parse(exDate), value);
  }
}
