package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.ledger.RunId;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.market.Universe;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.StrategyLimits;
import org.junit.jupiter.api.Test;

class RunInputsTest {

  private static final Costs COSTS =
      new Costs(Fraction.parse("0.001"), Money.of(1), Fraction.parse("0.0001"), Money.parse("0.5"));

  @Test
  void eachComponentNamesAnotherRun() {
    List<RunInputs> others =
        List.of(
            inputs(),
            like("template", "daily.other"),
            like("rulesVersion", 2),
            like("parameters", new TreeMap<>(Map.of("length", "3"))),
            like("parameters", new TreeMap<>(Map.of("width", "2"))),
            like("barSize", Timeframe.HOUR_1),
            like("members", List.of(member("ACME", "energy"), member("OTHER", "energy"))),
            like("members", List.of(member("ACME", "other"))),
            like("members", List.of(spell("ACME", Optional.of(day("2020-01-02")), none()))),
            like("members", List.of(spell("ACME", none(), Optional.of(day("2020-01-02"))))),
            like("members", List.of(fund("ACME"))),
            like("limits", new StrategyLimits(Fraction.parse("0.3"), 3, Fraction.ONE)),
            like("limits", new StrategyLimits(Fraction.ONE, 4, Fraction.ONE)),
            like("limits", new StrategyLimits(Fraction.ONE, 3, Fraction.parse("0.02"))),
            like("from", day("2010-01-05")),
            like("to", day("2019-12-30")),
            like("windows", 4),
            like("equity", Money.of(50_000)),
            like("allocation", Fraction.parse("0.1")),
            like("costs", costs("0.002", "1", "0.0001", "0.5")),
            like("costs", costs("0.001", "2", "0.0001", "0.5")),
            like("costs", costs("0.001", "1", "0.0002", "0.5")),
            like("costs", costs("0.001", "1", "0.0001", "0.6")),
            like("policy", "p2"),
            like("benchmark", Optional.of(Symbol.of("QQQ"))),
            like("benchmark", Optional.empty()),
            like("bars", new TreeMap<>(Map.of(Symbol.of("ACME"), "h2"))),
            like("bars", new TreeMap<>(Map.of(Symbol.of("OTHER"), "h1"))));

    List<RunId> ids = new ArrayList<>(others.stream().map(RunInputs::id).toList());
    assertThat(new HashSet<>(ids)).hasSize(others.size());
  }

  @Test
  void everyComponentOfTheRecordIsPartOfTheName() {
    assertThat(RunInputs.class.getRecordComponents()).hasSize(15);
  }

  @Test
  void equalInputsHaveOneNameHoweverTheirNumbersAreWritten() {
    assertThat(like("costs", costs("0.0010", "1.00", "0.00010", "0.50")).id())
        .isEqualTo(inputs().id());
    assertThat(like("equity", Money.parse("100000.00")).id()).isEqualTo(inputs().id());
  }

  @Test
  void theCanonicalFormSaysAllThatDecidesAndNothingElse() {
    assertThat(inputs().canonical())
        .startsWith("{\"allocation\":\"0.08\",\"bars\":{\"ACME\":\"h1\"},\"benchmark\":\"SPY\",")
        .contains("\"universe\":[{\"kind\":\"STOCK\",\"sector\":\"energy\",\"symbol\":\"ACME\"}]")
        .doesNotContain("hopeful");
  }

  @Test
  void theSizeOfTheBarsIsUnsaidOnlyIfTheyAreDaily() {
    assertThat(inputs().canonical()).doesNotContain("bar_size");
    assertThat(like("barSize", Timeframe.MINUTE_5).canonical()).contains("\"bar_size\":\"5Min\"");
    assertThat(like("barSize", Timeframe.MINUTE_5).id()).isNotEqualTo(inputs().id());
  }

  private static RunInputs inputs() {
    return like("", "");
  }

  /// The standard inputs with one component replaced.
  @SuppressWarnings("unchecked") // each test gives its component the right type
  private static RunInputs like(String component, Object value) {
    Map<String, Object> parts = new TreeMap<>();
    parts.put("template", "daily.script");
    parts.put("rulesVersion", 1);
    parts.put("parameters", new TreeMap<>(Map.of("length", "2")));
    parts.put("barSize", Timeframe.DAY_1);
    parts.put("members", List.of(member("ACME", "energy")));
    parts.put("limits", new StrategyLimits(Fraction.ONE, 3, Fraction.ONE));
    parts.put("from", day("2010-01-04"));
    parts.put("to", day("2019-12-31"));
    parts.put("windows", 0);
    parts.put("equity", Money.of(100_000));
    parts.put("allocation", Fraction.parse("0.08"));
    parts.put("costs", COSTS);
    parts.put("policy", "p1");
    parts.put("benchmark", Optional.of(Symbol.of("SPY")));
    parts.put("bars", new TreeMap<>(Map.of(Symbol.of("ACME"), "h1")));
    parts.put(component, value);
    return new RunInputs(
        (String) part(parts, "template"),
        (int) part(parts, "rulesVersion"),
        (SortedMap<String, String>) part(parts, "parameters"),
        (Timeframe) part(parts, "barSize"),
        (List<Universe.Member>) part(parts, "members"),
        (StrategyLimits) part(parts, "limits"),
        (LocalDate) part(parts, "from"),
        (LocalDate) part(parts, "to"),
        (int) part(parts, "windows"),
        (Money) part(parts, "equity"),
        (Fraction) part(parts, "allocation"),
        (Costs) part(parts, "costs"),
        (String) part(parts, "policy"),
        (Optional<Symbol>) part(parts, "benchmark"),
        (SortedMap<Symbol, String>) part(parts, "bars"));
  }

  private static Object part(Map<String, Object> parts, String name) {
    return Optional.ofNullable(parts.get(name)).orElseThrow();
  }

  private static Universe.Member member(String symbol, String sector) {
    return new Universe.Member(
        Symbol.of(symbol), Universe.Kind.STOCK, Optional.of(sector), none(), none());
  }

  private static Universe.Member fund(String symbol) {
    return new Universe.Member(
        Symbol.of(symbol), Universe.Kind.ETF, Optional.of("energy"), none(), none());
  }

  private static Universe.Member spell(
      String symbol, Optional<LocalDate> from, Optional<LocalDate> to) {
    return new Universe.Member(
        Symbol.of(symbol), Universe.Kind.STOCK, Optional.of("energy"), from, to);
  }

  private static Costs costs(String slippage, String perTrade, String rate, String least) {
    return new Costs(
        Fraction.parse(slippage), Money.parse(perTrade), Fraction.parse(rate), Money.parse(least));
  }

  private static Optional<LocalDate> none() {
    return Optional.empty();
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
