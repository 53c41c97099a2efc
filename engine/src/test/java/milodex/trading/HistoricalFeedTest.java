package milodex.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.TinyMarket;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.money.Price;
import org.junit.jupiter.api.Test;

/// Recorded sessions are told moment by moment, and the market moves with what is told.
class HistoricalFeedTest {

  private static final Symbol ACME = Symbol.of("ACME");

  private final TinyMarket market =
      TinyMarket.of("2024-07-02", "2024-07-05").bars("ACME", "50/51 52/53 54/55");

  @Test
  void eachSessionBeginsOpensAndClosesInOrder() {
    assertThat(names(feed(market.begin(), market.begin() + 1)))
        .containsExactly(
            "2024-07-02 begins",
            "2024-07-02 opens",
            "2024-07-02 closes",
            "2024-07-03 begins",
            "2024-07-03 opens",
            "2024-07-03 closes");
  }

  @Test
  void theMarketShowsTheOpenFromTheBeginningAndTheCloseAtTheEnd() {
    HistoricalFeed feed = feed(market.begin(), market.begin());
    assertThat(feed.next()).isPresent();
    assertThat(feed.market().price(ACME)).contains(Price.parse("50"));
    assertThat(feed.next()).isPresent();
    assertThat(feed.market().price(ACME)).contains(Price.parse("50"));
    assertThat(feed.next()).isPresent();

    assertThat(feed.market().lastPrice(ACME)).contains(Price.parse("51"));
    assertThat(feed.next()).isEmpty();
    assertThat(feed.next()).isEmpty();
  }

  @Test
  void whatIsComingIsKnownBeforeTheMarketShowsIt() {
    HistoricalFeed feed = feed(market.begin(), market.begin());
    assertThat(feed.coming()).isPresent();
    assertThat(names(feed, 2)).containsExactly("2024-07-02 begins", "2024-07-02 opens");

    assertThat(feed.coming().orElseThrow().name()).isEqualTo("2024-07-02 closes");
    assertThat(feed.market().lastPrice(ACME)).contains(Price.parse("50"));
    assertThat(feed.next()).isEqualTo(Optional.of(new Moment.SessionCloses(session())));
    assertThat(feed.market().lastPrice(ACME)).contains(Price.parse("51"));
    assertThat(feed.coming()).isEmpty();
  }

  @Test
  void pulsesLieBetweenOpenAndCloseAndNoneAfterAnEarlyClose() {
    HistoricalFeed feed =
        new HistoricalFeed(
            market.history(),
            market.begin(),
            market.begin() + 1,
            List.of(Duration.ofMinutes(1), Duration.ofHours(5)));

    assertThat(names(feed))
        .containsExactly(
            "2024-07-02 begins",
            "2024-07-02 opens",
            "2024-07-02 pulse 09:31",
            "2024-07-02 pulse 14:30",
            "2024-07-02 closes",
            "2024-07-03 begins",
            "2024-07-03 opens",
            "2024-07-03 pulse 09:31",
            "2024-07-03 closes");
  }

  private HistoricalFeed feed(int first, int last) {
    return new HistoricalFeed(market.history(), first, last);
  }

  private Session session() {
    return market.sessions().get(market.begin());
  }

  private static List<String> names(HistoricalFeed feed, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(feed.next().orElseThrow().name());
    }
    return names;
  }

  private static List<String> names(HistoricalFeed feed) {
    List<String> names = new ArrayList<>();
    for (Optional<Moment> due = feed.next(); due.isPresent(); due = feed.next()) {
      names.add(due.get().name());
    }
    return names;
  }
}
