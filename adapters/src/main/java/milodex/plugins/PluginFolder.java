package milodex.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.strategy.Origin;
import milodex.strategy.Template;
import milodex.strategy.Templates;

/// The folder `plugins/` of a workspace: jars with templates of the operator's own.
public final class PluginFolder {

  private final Path folder;
  private Optional<Templates> loaded = Optional.empty();

  /// @param folder where the jars are; without it there are none
  public PluginFolder(Path folder) {
    this.folder = folder;
  }

  /// The shipped templates and those of every jar; jars are read, scanned and loaded once.
  ///
  /// @throws PluginException if any jar cannot be used, with the problems of all of them
  public Templates templates() {
    if (loaded.isEmpty()) {
      loaded = Optional.of(load());
    }
    return loaded.get();
  }

  private Templates load() {
    Templates templates = Templates.shipped();
    List<Path> jars = jars();
    if (jars.isEmpty()) {
      return templates;
    }
    AllowList allowed = AllowList.shipped();
    List<PluginException> refused = new ArrayList<>();
    for (Path jar : jars) {
      try {
        String shown = folder.getFileName() + "/" + jar.getFileName();
        templates = added(templates, Plugin.load(jar, shown, allowed), shown);
      } catch (PluginException e) {
        refused.add(e);
      }
    }
    if (!refused.isEmpty()) {
      throw PluginException.of(refused);
    }
    return templates;
  }

  private static Templates added(Templates known, Plugin plugin, String shown) {
    List<String> taken = new ArrayList<>();
    for (Template template : plugin.templates()) {
      known
          .origin(template.name())
          .ifPresent(
              origin ->
                  taken.add(
                      "%s: its template '%s' has the name of one %s; rename it or leave one out"
                          .formatted(shown, template.name(), where(origin))));
    }
    if (!taken.isEmpty()) {
      throw PluginException.unfit(taken);
    }
    try {
      return known.and(plugin.origin(), plugin.templates());
    } catch (IllegalArgumentException e) {
      throw PluginException.unfit(List.of(shown + ": " + e.getMessage()));
    }
  }

  private static String where(Origin origin) {
    return switch (origin) {
      case Origin.Shipped _ -> "that ships with Milodex";
      case Origin.Plugin plugin -> "in " + plugin.jar();
    };
  }

  /// The jars in the order of their names.
  private List<Path> jars() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw PluginException.unfit(
          List.of(folder + " cannot be listed (" + e + "); check its permissions"));
    }
  }
}
