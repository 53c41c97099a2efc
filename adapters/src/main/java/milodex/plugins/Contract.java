package milodex.plugins;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.Rule;
import milodex.strategy.Template;

/// What every template promises of itself, and the shipped ones are tested for.
final class Contract {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_]*\\.[a-z0-9][a-z0-9_]*");
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]*");

  private Contract() {}

  /// What a template does not keep, each with what to do about it.
  static List<String> faults(Template template) {
    List<String> faults = new ArrayList<>();
    check(
        faults,
        NAME.matcher(template.name()).matches(),
        "its name '%s' is not tempo.rule in lower case, daily.gap_fade for instance"
            .formatted(template.name()));
    check(faults, template.rulesVersion() >= 1, "rulesVersion() begins with 1");
    check(faults, !template.says().isBlank(), "says() is blank; write a sentence");
    faults.addAll(rules(template));
    faults.addAll(parameters(template));
    check(
        faults,
        faults.isEmpty() && template.with(ParameterValues.standard(template)).equals(template),
        "with(...) of the standard values is not what the constructor without arguments makes");
    check(faults, template.lookback() >= 1, "lookback() is below 1");
    check(faults, template.slots() >= 1, "slots() is below 1");
    return faults;
  }

  private static List<String> rules(Template template) {
    List<String> faults = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    check(faults, !template.rules().isEmpty(), "rules() names none");
    for (Rule rule : template.rules()) {
      check(faults, ids.add(rule.id()), "rules() names '%s' twice".formatted(rule.id()));
    }
    return faults;
  }

  private static List<String> parameters(Template template) {
    List<String> faults = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Parameter parameter : template.parameters()) {
      String name = parameter.name();
      check(faults, names.add(name), "parameters() names '%s' twice".formatted(name));
      check(
          faults, KEY.matcher(name).matches(), "parameter '%s' is not snake_case".formatted(name));
      check(
          faults,
          hasStandardWithinBounds(parameter),
          "the standard value of '%s' lies outside its bounds".formatted(name));
    }
    return faults;
  }

  private static boolean hasStandardWithinBounds(Parameter parameter) {
    return switch (parameter) {
      case Parameter.Whole whole ->
          whole.min() <= whole.standard() && whole.standard() <= whole.max();
      case Parameter.Decimal decimal ->
          decimal
              .standard()
              .filter(
                  value -> value.compareTo(decimal.min()) < 0 || value.compareTo(decimal.max()) > 0)
              .isEmpty();
      case Parameter.Choice choice -> choice.words().contains(choice.standard());
      case Parameter.Ticker _, Parameter.Day _ -> true;
      case Parameter.Wholes wholes ->
          !wholes.standard().isEmpty()
              && wholes.standard().stream().allMatch(n -> wholes.min() <= n && n <= wholes.max());
    };
  }

  private static void check(List<String> faults, boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
