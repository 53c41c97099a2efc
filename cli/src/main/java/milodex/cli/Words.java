package milodex.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/// The usage of a command in the terms of the library that reads the command line.
///
/// The library can also find it out by itself, from annotations of classes and fields; to make
/// those visible and to reach the fields is a quarter of what a cold `--version` takes.
final class Words {

  /// Where the library keeps what it read for one argument; the command is told of it.
  private static final class Kept<T> implements IGetter, ISetter {

    private final Argument<T> argument;
    private @Nullable Object value;

    Kept(Argument<T> argument) {
      this.argument = argument;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
    public <V> V get() {
      return (V) value;
    }

    /// @param read nothing, as long as nothing was read
    @Override
    @SuppressWarnings("unchecked")
    public <V extends @Nullable Object> V set(V read) {
      value = read;
      if (read != null) {
        List<T> all = argument.isList() ? List.copyOf((List<T>) read) : List.of((T) read);
        if (!all.isEmpty()) {
          argument.given().accept(all);
        }
      }
      return read;
    }
  }

  private Words() {}

  /// That of one command, without the commands below it; what the root takes, all take.
  static CommandSpec of(Command command) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(command.name());
    Usage usage = command.usage();
    ScopeType scope = command instanceof Root ? ScopeType.INHERIT : ScopeType.LOCAL;
    spec.usageMessage().description(usage.says().stream().map(Words::text).toArray(String[]::new));
    int place = 0;
    for (Argument<?> argument : usage.arguments()) {
      if (argument.isOption()) {
        spec.addOption(option(argument, scope));
      } else {
        spec.addPositional(positional(argument, place));
        place++;
      }
    }
    return spec;
  }

  private static OptionSpec option(Argument<?> argument, ScopeType scope) {
    List<String> names = List.of(argument.names().split(", "));
    Kept<?> kept = new Kept<>(argument);
    return OptionSpec.builder(names.toArray(String[]::new))
        .paramLabel(argument.label())
        .description(text(argument.says()))
        .type(type(argument))
        .auxiliaryTypes(argument.type())
        .required(argument.isRequired())
        .arity(
            switch (argument.amount()) {
              case NONE -> "0";
              case ONE, EACH -> "1";
              case REST -> "1..*";
            })
        .scopeType(scope)
        .usageHelp(names.contains("--help"))
        .versionHelp(names.contains("--version"))
        .getter(kept)
        .setter(kept)
        .build();
  }

  private static PositionalParamSpec positional(Argument<?> argument, int place) {
    String end = argument.isList() ? "..*" : "";
    Kept<?> kept = new Kept<>(argument);
    return PositionalParamSpec.builder()
        .paramLabel(argument.label())
        .description(text(argument.says()))
        .type(type(argument))
        .auxiliaryTypes(argument.type())
        .required(argument.isRequired())
        .index(place + end)
        .arity(argument.isList() || argument.isRequired() ? argument.least() + end : "0..1")
        .getter(kept)
        .setter(kept)
        .build();
  }

  private static Class<?> type(Argument<?> argument) {
    return argument.isList() ? List.class : argument.type();
  }

  /// Descriptions are formats.
  private static String text(String says) {
    return says.replace("%", "%%");
  }
}
