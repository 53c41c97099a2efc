package milodex.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import milodex.strategy.templates.PullbackRsi2;
import milodex.strategy.templates.Sma200Rotation;
import org.junit.jupiter.api.Test;

class TemplatesTest {

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
      for (Parameter parameter : template.parameters()) {
        for (ParameterValues values : Surface.variants(template, parameter)) {
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

  private static List<Template> all() {
    return Surface.shipped().toList();
  }
}
