package milodex.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import milodex.strategy.templates.PullbackRsi2;
import milodex.strategy.templates.Sma200Rotation;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  /// What has to be said beside an end of some bounds.
  private static final Map<String, Map<String, String>> COMPANIONS =
      Map.of(
          "sizing_rule=fixed_notional", Map.of("fixed_notional", "5000"),
          "fixed_notional=1", Map.of("sizing_rule", "fixed_notional"),
          "fixed_notional=10000000", Map.of("sizing_rule", "fixed_notional"),
          "exit_outside_top_n=1", Map.of("target_positions", "1"),
          "target_positions=50", Map.of("exit_outside_top_n", "50"),
          "holds=5000", Map.of("first_session", "2000-01-03"));

  @Test
  void theShippedTemplatesAreFoundByName() {
    Templates shipped = Templates.shipped();

    assertThat(shipped.names()).contains("daily.pullback_rsi2", "daily.sma200_rotation");
    assertThat(shipped.find("daily.pullback_rsi2")).contains(new PullbackRsi2());
    assertThat(shipped.find("daily.sma200_rotation")).contains(new Sma200Rotation());
    assertThat(shipped.find("daily.unheard_of")).isEmpty();
  }

  @Test
  void twoTemplatesOfOneNameAreRefused() {
    List<Template> twice = List.of(new PullbackRsi2(), new PullbackRsi2());

    assertThatThrownBy(() -> Templates.of(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two templates are called 'daily.pullback_rsi2'");
  }

  @Test
  void theStandardValuesAreThoseOfTheConstructorWithoutArguments() {
    for (Template template : all()) {
      assertThat(template.with(ParameterValues.standard(template))).isEqualTo(template);
    }
  }

  @Test
  void everyStandardValueLiesWithinItsBounds() {
    for (Template template : all()) {
      Set<String> names = new HashSet<>();
      for (Parameter parameter : template.parameters()) {
        String where = template.name() + " " + parameter.name();
        assertThat(names.add(parameter.name())).as(where + " is named once").isTrue();
        assertThat(parameter.name()).as(where).matches("[a-z][a-z0-9_]*");
        assertThat(parameter.says()).as(where).endsWith(".");
        assertThat(isWithinBounds(parameter)).as(where).isTrue();
      }
    }
  }

  @Test
  void everyTemplateTakesTheEndsOfItsBounds() {
    for (Template template : all()) {
      ParameterValues standard = ParameterValues.standard(template);
      for (Parameter parameter : template.parameters()) {
        for (String end : ends(parameter)) {
          ParameterValues values = standard.with(parameter.name(), end);
          String said = parameter.name() + "=" + end;
          for (var companion : COMPANIONS.getOrDefault(said, Map.of()).entrySet()) {
            values = values.with(companion.getKey(), companion.getValue());
          }
          assertThat(template.with(values).lookback()).isPositive();
        }
      }
    }
  }

  private static boolean isWithinBounds(Parameter parameter) {
    return switch (parameter) {
      case Parameter.Whole whole ->
          whole.min() <= whole.standard() && whole.standard() <= whole.max();
      case Parameter.Decimal decimal ->
          decimal.standard().stream()
              .allMatch(
                  standard ->
                      decimal.min().compareTo(standard) <= 0
                          && standard.compareTo(decimal.max()) <= 0);
      case Parameter.Choice choice -> choice.words().contains(choice.standard());
      case Parameter.Ticker _, Parameter.Day _ -> true;
      case Parameter.Wholes wholes ->
          wholes.standard().stream().allMatch(n -> wholes.min() <= n && n <= wholes.max());
    };
  }

  private static List<String> ends(Parameter parameter) {
    return switch (parameter) {
      case Parameter.Whole whole -> List.of("" + whole.min(), "" + whole.max());
      case Parameter.Decimal decimal ->
          List.of(ParameterValues.plain(decimal.min()), ParameterValues.plain(decimal.max()));
      case Parameter.Choice choice -> choice.words();
      case Parameter.Ticker _ -> List.of("QQQ");
      case Parameter.Day day -> List.of(day.standard().toString());
      case Parameter.Wholes wholes -> List.of("" + wholes.min(), "" + wholes.max());
    };
  }

  private static List<Template> all() {
    Templates shipped = Templates.shipped();
    return shipped.names().stream().map(name -> shipped.find(name).orElseThrow()).toList();
  }
}
