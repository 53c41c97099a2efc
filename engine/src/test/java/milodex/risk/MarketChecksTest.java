package milodex.risk;

import static milodex.risk.Judged.STANDARD;
import static milodex.risk.Judged.finding;
import static milodex.risk.Judged.row;
import static milodex.risk.Judged.sale;
import static milodex.risk.Judged.says;
import static milodex.risk.Judged.scene;
import static milodex.risk.Judged.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import milodex.ledger.Finding;
import milodex.market.Session;
import milodex.money.Price;
import org.junit.jupiter.api.Test;

class MarketChecksTest {

  @Test
  void aSessionIsOpenFromItsOpeningInstantUntilJustBeforeItsClose() {
    assertThat(row(8, scene -> at(scene, "2024-07-02T13:30:00Z"))).isEqualTo("CLEAR");
    assertThat(row(8, scene -> at(scene, "2024-07-02T19:59:59Z"))).isEqualTo("CLEAR");
    assertThat(row(8, scene -> at(scene, "2024-07-02T13:29:59Z")))
        .isEqualTo("BREACH market_closed");
    assertThat(row(8, scene -> at(scene, "2024-07-02T20:00:00Z")))
        .isEqualTo("BREACH market_closed");
    assertThat(row(8, scene -> scene.session = closed(scene))).isEqualTo("BREACH market_closed");
    assertThat(says(8, scene -> at(scene, "2024-07-02T20:00:00.123456789Z")))
        .isEqualTo("no session is open at 2024-07-02 16:00 New York");
  }

  @Test
  void calendarAndBrokerMustAgreeThatTheSessionIsOpen() {
    assertThat(row(8, scene -> scene.brokerSaysOpen = Optional.of(false)))
        .isEqualTo("BREACH calendar_conflict");
    assertThat(row(8, scene -> scene.session = Optional.empty()))
        .isEqualTo("BREACH calendar_conflict");
    assertThat(row(8, sale(5, 5, scene -> scene.brokerSaysOpen = Optional.of(false))))
        .isEqualTo("BREACH calendar_conflict");
    assertThat(row(8, scene -> scene.brokerSaysOpen = Optional.empty())).isEqualTo("CLEAR");
    assertThat(says(8, scene -> scene.brokerSaysOpen = Optional.empty()))
        .isEqualTo("session 2024-07-02 is open; the broker has no clock of its own");
  }

  @Test
  void theNewestBarMustBeTheOneThatShouldBeThere() {
    assertThat(row(9, scene -> {})).isEqualTo("CLEAR");
    assertThat(row(9, scene -> bar(scene, "2024-06-28"))).isEqualTo("BREACH stale_market_data");
    assertThat(row(9, scene -> bar(scene, "2024-07-02"))).isEqualTo("BREACH stale_market_data");
    assertThat(row(9, scene -> scene.lastClosedBar = Optional.empty()))
        .isEqualTo("BREACH no_latest_bar");
    assertThat(row(9, sale(5, 5, scene -> bar(scene, "2024-06-28"))))
        .isEqualTo("ADVISORY stale_market_data");
  }

  @Test
  void aProposalIsPricedAtThePriceObservableNow() {
    assertThat(row(10, scene -> {})).isEqualTo("CLEAR");
    assertThat(row(10, scene -> scene.observed = Optional.empty()))
        .isEqualTo("BREACH price_disagreement");
    assertThat(row(10, scene -> scene.price = Price.parse("10.01")))
        .isEqualTo("BREACH price_disagreement");
  }

  @Test
  void twoSourcesMayDifferByFivePercentAndAreMentionedFromHalfAPercent() {
    assertThat(row(10, scene -> scene.secondPrice = Optional.empty())).isEqualTo("NOT_APPLICABLE");
    assertThat(says(10, scene -> second(scene, "10.05"))).startsWith("10 and 10.05");
    assertThat(says(10, scene -> second(scene, "10.06")))
        .isEqualTo("warning: 10 and 10.06 are 0.60 % apart, at most 5 %");
    assertThat(row(10, scene -> second(scene, "10.5"))).isEqualTo("CLEAR");
    assertThat(row(10, scene -> second(scene, "10.51"))).isEqualTo("BREACH price_disagreement");
    assertThat(row(10, scene -> second(scene, "9.52"))).isEqualTo("BREACH price_disagreement");
  }

  @Test
  void whatCannotBeTradedCannotBeSoldEither() {
    assertThat(row(11, scene -> {})).isEqualTo("CLEAR");
    assertThat(row(11, scene -> scene.tradable = Optional.of("trading is halted")))
        .isEqualTo("BREACH not_tradable");
    assertThat(row(11, sale(5, 5, scene -> scene.tradable = Optional.of("delisted"))))
        .isEqualTo("BREACH not_tradable");
  }

  @Test
  void whatIsForbiddenMayStillBeSold() {
    RiskPolicy forbidding = with(STANDARD, "forbidden", new TreeSet<>(Set.of(Scene.SYMBOL)));
    assertThat(finding(11, forbidding, scene(scene -> {})).code())
        .isEqualTo("instrument_forbidden");
    assertThat(finding(11, forbidding, sale(5, 5, scene -> {})).outcome())
        .isEqualTo(Finding.Outcome.CLEAR);
    assertThat(row(11, scene -> scene.forbiddenKind = Optional.of("a leveraged fund")))
        .isEqualTo("BREACH instrument_forbidden");
    assertThat(row(11, sale(5, 5, scene -> scene.forbiddenKind = Optional.of("an option"))))
        .isEqualTo("CLEAR");
    assertThat(row(11, sale(6, 5, scene -> scene.forbiddenKind = Optional.of("an option"))))
        .isEqualTo("BREACH instrument_forbidden");
  }

  @Test
  void anOpenFarFromTheDecidedCloseRefusesTheEntry() {
    assertThat(row(12, scene -> opensAt(scene, "10.8"))).isEqualTo("CLEAR");
    assertThat(row(12, scene -> opensAt(scene, "9.2"))).isEqualTo("CLEAR");
    assertThat(row(12, scene -> opensAt(scene, "10.81"))).isEqualTo("BREACH gap_since_decision");
    assertThat(row(12, scene -> opensAt(scene, "9.19"))).isEqualTo("BREACH gap_since_decision");
    assertThat(says(12, scene -> opensAt(scene, "9.19")))
        .isEqualTo("moved -8.10 % from 10 to 9.19, at most 8 %");
    assertThat(row(12, sale(5, 5, scene -> opensAt(scene, "5"))))
        .isEqualTo("ADVISORY gap_since_decision");
  }

  @Test
  void withinTheSessionABarIsFreshForFiveMinutes() {
    assertThat(row(9, scene -> closedAgo(scene, 300))).isEqualTo("CLEAR");
    assertThat(row(9, scene -> closedAgo(scene, 301))).isEqualTo("BREACH stale_market_data");
    assertThat(says(9, scene -> closedAgo(scene, 301)))
        .isEqualTo("the newest bar closed 301 s ago, at most 300 s");
    assertThat(row(9, sale(5, 5, scene -> closedAgo(scene, 3_000))))
        .isEqualTo("ADVISORY stale_market_data");
  }

  private static void closedAgo(Scene scene, int seconds) {
    scene.barAge = Optional.of(Duration.ofSeconds(seconds));
  }

  private static void at(Scene scene, String instant) {
    scene.now = Instant.parse(instant);
    scene.brokerSaysOpen = Optional.empty();
  }

  private static Optional<Session> closed(Scene scene) {
    scene.brokerSaysOpen = Optional.of(false);
    return Optional.empty();
  }

  private static void bar(Scene scene, String date) {
    scene.lastClosedBar = Optional.of(LocalDate.parse(date));
  }

  private static void second(Scene scene, String price) {
    scene.secondPrice = Optional.of(Price.parse(price));
  }

  private static void opensAt(Scene scene, String price) {
    scene.price = Price.parse(price);
    scene.observed = Optional.of(scene.price);
    scene.secondPrice = Optional.empty();
  }
}
