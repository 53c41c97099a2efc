package milodex.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.market.Universe.Kind;
import milodex.market.Universe.Member;
import milodex.strategy.UniverseFile;
import org.junit.jupiter.api.Test;

class UniverseFileTest {

  private static final String LARGE =
      """
      universe:
        id: universe.large.v2
        version: 2
        description: "Large"
        slippage_pct: 0.0005
        survivorship_corrected_from: 2020-01-01
        etfs: [xlf, SPY]
        stocks: [JPM, BAC]
        sectors: { JPM: financials, XLF: financials }
        members:
          - { symbol: JPM, from: 2001-01-02 }
          - { symbol: bac, to: 2015-06-30 }
      """;

  @Test
  void membersAreSortedAndCarryTheirKindSectorAndDates() {
    assertThat(read(LARGE))
        .isEqualTo(
            new Universe(
                "universe.large.v2",
                2,
                "Large",
                Optional.of(new BigDecimal("0.0005")),
                Optional.of(LocalDate.of(2020, 1, 1)),
                List.of(
                    member("BAC", Kind.STOCK, "", "", "2015-06-30"),
                    member("JPM", Kind.STOCK, "financials", "2001-01-02", ""),
                    member("SPY", Kind.ETF, "", "", ""),
                    member("XLF", Kind.ETF, "financials", "", ""))));
  }

  @Test
  void aListOfSurvivorsSaysNever() {
    Universe universe = read(LARGE.replace("2020-01-01", "never"));

    assertThat(universe.survivorshipCorrectedFrom()).isEmpty();
  }

  @Test
  void instrumentsThatAreNeverTradedAreRefusedEachByName() {
    String text = LARGE.replace("etfs: [xlf, SPY]", "etfs: [XLF, tqqq, VXX, BTC/USD, NSRGY]");

    assertThat(problems(text))
        .containsExactly(
            "u.yaml:7:15: universe.etfs[2] is refused: 'TQQQ' is a leveraged or inverse fund,"
                + " which is never traded; remove it",
            "u.yaml:7:21: universe.etfs[3] is refused: 'VXX' is a volatility product,"
                + " which is never traded; remove it",
            "u.yaml:7:26: universe.etfs[4] is refused: 'BTC/USD' is a crypto pair,"
                + " which is never traded; remove it",
            "u.yaml:7:35: universe.etfs[5] is refused: 'NSRGY' is an over-the-counter share,"
                + " which is never traded; remove it");
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    String text =
        LARGE
            .replace("version: 2", "version: 3")
            .replace("2020-01-01", "2020-02-30")
            .replace("[JPM, BAC]", "[JPM, BAC, SPY]")
            .replace("JPM: financials", "JPM: finance, MSFT: energy")
            .replace("from: 2001-01-02", "from: 2001-01-02, to: 1999-01-04, till: 2001")
            .replace("symbol: bac", "symbol: JPM");

    assertThat(problems(text))
        .containsExactly(
            "u.yaml:2:7: universe.id is 'universe.large.v2', but version is 3",
            "u.yaml:6:32: universe.survivorship_corrected_from is refused: '2020-02-30' is not a"
                + " date of the calendar such as 2020-12-31",
            "u.yaml:8:22: universe.stocks[3] is SPY, which is universe.etfs[2] already;"
                + " remove one",
            "u.yaml:9:19: universe.sectors.JPM is 'finance'; allowed: communication_services,"
                + " consumer_discretionary, consumer_staples, energy, financials, health_care,"
                + " industrials, information_technology, materials, real_estate, utilities",
            "u.yaml:9:34: universe.sectors.MSFT is refused: MSFT stands neither under etfs nor"
                + " under stocks",
            "u.yaml:11:7: universe.members[1] ends on 1999-01-04, before it begins on 2001-01-02",
            "u.yaml:11:56: unknown key 'till' in universe.members[1]; known: symbol, from, to",
            "u.yaml:12:17: universe.members[2].symbol is JPM, which has its dates already;"
                + " keep one");
  }

  @Test
  void aUniverseWithoutSymbolsIsRefused() {
    String empty =
        """
        universe:
          id: universe.none.v1
          version: 1
          description: "None"
          survivorship_corrected_from: never
        """;

    assertThat(problems(empty))
        .containsExactly(
            "u.yaml:2:7: universe.id lists nothing; write its symbols under etfs or stocks");
    assertThat(problems(empty + "  stocks: []\n"))
        .containsExactly(
            "u.yaml:6:11: universe.stocks is an empty list; write at least one item or remove the"
                + " key");
  }

  private static Universe read(String text) {
    return UniverseFile.read(YamlReader.read("u.yaml", text));
  }

  private static List<String> problems(String text) {
    return Problems.of(() -> read(text));
  }

  private static Member member(String symbol, Kind kind, String sector, String from, String to) {
    return new Member(
        Symbol.of(symbol),
        kind,
        Optional.of(sector).filter(text -> !text.isEmpty()),
        Optional.of(from).filter(text -> !text.isEmpty()).map(LocalDate::parse),
        Optional.of(to).filter(text -> !text.isEmpty()).map(LocalDate::parse));
  }
}
