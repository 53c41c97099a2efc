package milodex.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import milodex.config.ConfigException;
import milodex.config.Nearest;
import milodex.config.Node;
import milodex.config.Section;
import milodex.config.Setting;

/// A grid of one strategy's parameters, read from its file.
///
/// @param start first session wanted; empty: all bars
/// @param end last session wanted; empty: all bars
/// @param windows out-of-sample windows, or 0 for one pass over the whole period
/// @param note kept with every trial
public record GridFile(
    StrategyDefinition strategy,
    ParameterGrid grid,
    Optional<LocalDate> start,
    Optional<LocalDate> end,
    int windows,
    String note) {

  /// A grid of more cells is a search for noise, and takes a day.
  public static final int MOST_CELLS = 10_000;

  /// The grid that `file` states.
  ///
  /// @param strategies the strategy of an id; throws IllegalArgumentException or ConfigException if
  ///     there is none that can be read
  /// @throws ConfigException with every problem of the file
  public static GridFile read(Node file, Function<String, StrategyDefinition> strategies) {
    Section top = Section.of(file);
    Optional<StrategyDefinition> strategy = top.required("strategy").as(strategies);
    Setting parameters = top.required("parameters");
    Section axes = parameters.section();
    List<ParameterAxis> read = new ArrayList<>();
    List<Setting> written = axes.settings();
    strategy.ifPresent(one -> written.forEach(setting -> read(setting, one).ifPresent(read::add)));
    requireSome(parameters, written);
    requireFew(parameters, read);
    Optional<LocalDate> start = top.optional("start").date();
    Setting last = top.optional("end");
    Optional<LocalDate> end = last.date();
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      last.report("is before start, " + start.get());
    }
    int windows = top.optional("windows").whole(0, 100).orElse(0);
    String note = top.optional("note").text().orElse("");
    top.finish();
    return new GridFile(strategy.orElseThrow(), new ParameterGrid(read), start, end, windows, note);
  }

  private static Optional<ParameterAxis> read(Setting axis, StrategyDefinition strategy) {
    List<Parameter> known = strategy.template().parameters();
    String name = axis.keyAs(Function.<String>identity()).orElseThrow();
    Optional<Parameter> parameter =
        known.stream().filter(one -> one.name().equals(name)).findFirst();
    if (parameter.isEmpty()) {
      axis.report(
          "is no parameter of %s%s"
              .formatted(
                  strategy.template().name(),
                  Nearest.hint(name, known.stream().map(Parameter::name).toList())));
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    for (Setting item : axis.someItems()) {
      Optional<String> value = RuleSettings.value(item, parameter.get());
      if (value.filter(values::contains).isPresent()) {
        item.report("is in the list already; remove one");
      } else {
        value.ifPresent(values::add);
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(axis(parameter.get(), values));
  }

  private static ParameterAxis axis(Parameter parameter, List<String> values) {
    return switch (parameter) {
      case Parameter.Whole _, Parameter.Decimal _ ->
          new ParameterAxis(
              parameter.name(),
              true,
              values.stream().sorted(Comparator.comparing(BigDecimal::new)).toList());
      case Parameter.Day _ ->
          new ParameterAxis(parameter.name(), true, values.stream().sorted().toList());
      case Parameter.Choice _, Parameter.Ticker _, Parameter.Wholes _ ->
          new ParameterAxis(parameter.name(), false, values);
    };
  }

  private static void requireSome(Setting parameters, List<Setting> written) {
    if (written.isEmpty()) {
      parameters.report("names no parameter; write at least one, with a list of values");
    }
  }

  private static void requireFew(Setting parameters, List<ParameterAxis> axes) {
    double cells =
        axes.stream().mapToDouble(axis -> axis.values().size()).reduce(1, (a, b) -> a * b);
    if (cells > MOST_CELLS) {
      parameters.report(
          "make %s cells; allowed: at most %,d"
              .formatted(
                  axes.stream()
                      .map(axis -> "" + axis.values().size())
                      .collect(Collectors.joining(" x ")),
                  MOST_CELLS));
    }
  }
}
