package milodex.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import milodex.strategy.GridFile;
import milodex.strategy.ParameterAxis;
import milodex.strategy.StrategyDefinition;
import milodex.strategy.StrategyFile;
import milodex.strategy.Templates;
import org.junit.jupiter.api.Test;

/// A grid is read strictly, and every problem has its line.
class GridFileTest {

  private static final StrategyDefinition DIP =
      StrategyFile.read(
              YamlReader.read(
                  "dip.yaml",
                  """
                  strategy:
                    id: meanrev.daily.pullback_rsi2.mine.v1
                    family: meanrev
                    template: daily.pullback_rsi2
                    variant: mine
                    version: 1
                    description: "Dips"
                    universe: [SPY]
                    risk: { max_position_pct: 0.35, max_positions: 3, daily_loss_cap_pct: 0.02 }
                  """),
              Templates.shipped())
          .definition();

  @Test
  void aGridHasItsAxesInOrderAndTheirNumbersAscending() {
    GridFile grid =
        read(
            """
            strategy: dip
            parameters:
              ma_filter_length: [200, 50]
              ranking: [rsi_ascending]
              stop_loss_pct: [0.10, 0.05]
            start: 2010-01-04
            end: 2019-12-31
            windows: 4
            note: why not
            """);

    assertThat(grid.grid().axes())
        .containsExactly(
            new ParameterAxis("ma_filter_length", true, List.of("50", "200")),
            new ParameterAxis("ranking", false, List.of("rsi_ascending")),
            new ParameterAxis("stop_loss_pct", true, List.of("0.05", "0.1")));
    assertThat(grid.start()).contains(LocalDate.parse("2010-01-04"));
    assertThat(grid.end()).contains(LocalDate.parse("2019-12-31"));
    assertThat(grid.windows()).isEqualTo(4);
    assertThat(grid.note()).isEqualTo("why not");
    assertThat(grid.grid().size()).isEqualTo(4);
    assertThat(grid.grid().cells().get(1))
        .isEqualTo(
            Map.of("ma_filter_length", "50", "ranking", "rsi_ascending", "stop_loss_pct", "0.1"));
  }

  @Test
  void whatIsLeftOutIsTheWholePeriodWithoutANote() {
    GridFile grid = read("strategy: dip\nparameters: { ma_filter_length: [50] }\n");

    assertThat(grid.windows()).isZero();
    assertThat(grid.start()).isEmpty();
    assertThat(grid.end()).isEmpty();
    assertThat(grid.note()).isEmpty();
  }

  @Test
  void everyProblemIsNamedWithItsPlace() {
    assertThat(
            Problems.of(
                () ->
                    read(
                        """
                        strategy: dip
                        parameters:
                          ma_filter_lenght: [50]
                          rsi_lookback: [2, 10000]
                          ma_filter_length: []
                          max_hold_days: [5, 7, 5]
                        windows: 101
                        nonsense: 1
                        """)))
        .containsExactly(
            "grid.yaml:3:21: parameters.ma_filter_lenght is no parameter of daily.pullback_rsi2;"
                + " did you mean 'ma_filter_length'?",
            "grid.yaml:4:21: parameters.rsi_lookback[2] is 10000; allowed: a whole number from 2 to"
                + " 50",
            "grid.yaml:5:21: parameters.ma_filter_length is an empty list; write at least one item or"
                + " remove the key",
            "grid.yaml:6:25: parameters.max_hold_days[3] is in the list already; remove one",
            "grid.yaml:7:10: windows is 101; allowed: a whole number from 0 to 100",
            "grid.yaml:8:1: unknown key 'nonsense'; known: strategy, parameters, start, end, windows,"
                + " note");
  }

  @Test
  void moreCellsThanMayBeAreRefused() {
    String values =
        IntStream.range(2, 103).mapToObj(String::valueOf).collect(Collectors.joining(","));
    String grid =
        "strategy: dip\nparameters:\n  ma_filter_length: [%s]\n  max_hold_days: [%s]\n"
            .formatted(values, values);

    assertThat(Problems.of(() -> read(grid)))
        .containsExactly("grid.yaml:3:3: parameters make 101 x 101 cells; allowed: at most 10,000");
  }

  @Test
  void anUnknownStrategyAndAGridWithoutParametersAreRefused() {
    assertThat(Problems.of(() -> read("strategy: dop\nparameters: {}\n")))
        .containsExactly(
            "grid.yaml:1:11: strategy is refused: no strategy has the id 'dop'",
            "grid.yaml:2:13: parameters names no parameter; write at least one, with a list of values");
    assertThat(Problems.of(() -> read("parameters: { ma_filter_length: [50] }\n")))
        .containsExactly("grid.yaml:1:1: strategy is missing");
  }

  private static GridFile read(String yaml) {
    return GridFile.read(
        YamlReader.read("grid.yaml", yaml),
        id -> {
          if (!id.equals("dip")) {
            throw new IllegalArgumentException("no strategy has the id '" + id + "'");
          }
          return DIP;
        });
  }
}
