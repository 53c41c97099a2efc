package milodex.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import milodex.strategy.Origin;
import milodex.strategy.Template;

/// A jar that passed every check, and the templates it brings.
record Plugin(Origin origin, List<Template> templates) {

  /// Problems of one jar that are worth reading before it is mended.
  private static final int MOST_SHOWN = 10;

  /// Reads, scans, and only then loads a jar.
  ///
  /// @param shown what messages call the jar
  /// @throws PluginException if anything is wrong with it
  static Plugin load(Path file, String shown, AllowList allowed) {
    PluginJar jar = read(file, shown);
    Scan scan = Scan.of(jar, allowed);
    refuse(shown, scan.faults(), PluginException::unfit);
    refuse(shown, scan.offences(), PluginException::unsafe);
    refuse(shown, services(jar, scan.classes()), PluginException::unfit);
    List<Template> templates = templates(jar, shown);
    refuse(shown, templates.stream().flatMap(Plugin::faults).toList(), PluginException::unfit);
    return new Plugin(new Origin.Plugin(jar.name(), jar.code()), templates);
  }

  private static PluginJar read(Path file, String shown) {
    try {
      return PluginJar.read(file);
    } catch (IOException e) {
      throw PluginException.unfit(
          List.of(
              "%s cannot be read as a jar (%s); build or copy it again"
                  .formatted(shown, e.getMessage())));
    }
  }

  private static void refuse(
      String shown, List<String> problems, Function<List<String>, PluginException> as) {
    if (problems.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    problems.stream().limit(MOST_SHOWN).forEach(problem -> lines.add(shown + ": " + problem));
    if (problems.size() > MOST_SHOWN) {
      lines.add("%s: and %d more".formatted(shown, problems.size() - MOST_SHOWN));
    }
    throw as.apply(lines);
  }

  private static List<String> services(PluginJar jar, JarClasses classes) {
    if (jar.services().isEmpty()) {
      return List.of(
          "it names no template; list the class of each in " + PluginJar.SERVICES + " of the jar");
    }
    return jar.services().stream()
        .filter(name -> classes.find(name).filter(classes::isTemplate).isEmpty())
        .map(
            name ->
                "%s lists %s, which is no template in the jar; mend the line"
                    .formatted(PluginJar.SERVICES, name))
        .toList();
  }

  private static List<Template> templates(PluginJar jar, String shown) {
    try {
      List<Template> templates = new ArrayList<>();
      ServiceLoader.load(Template.class, new PluginLoader(jar)).forEach(templates::add);
      return templates;
    } catch (ServiceConfigurationError | LinkageError e) {
      String why = Optional.ofNullable(e.getCause()).map(cause -> " (" + cause + ")").orElse("");
      throw PluginException.unfit(
          List.of(
              "%s: a template cannot be made: %s%s; it is a public record with a public constructor"
                      .formatted(shown, e.getMessage(), why)
                  + " without arguments that gives the standard values"));
    }
  }

  private static Stream<String> faults(Template template) {
    String type = template.getClass().getName();
    try {
      return Contract.faults(template).stream().map(fault -> type + ": " + fault);
    } catch (LinkageError e) {
      return Stream.of(
          "%s was compiled against another Milodex (%s); compile it against this one"
              .formatted(type, e));
    } catch (RuntimeException e) {
      return Stream.of("%s cannot be asked what it is (%s); mend it".formatted(type, e));
    }
  }
}
