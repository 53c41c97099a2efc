package milodex.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import milodex.config.ConfigException;
import milodex.config.Node;
import milodex.config.Position;
import milodex.config.Problem;

/// Which file of a folder states which id.
///
/// A file that cannot be read, or states no id, is known by its name without the ending: so it can
/// be asked for, and then says what is wrong with it.
final class IdIndex {

  private IdIndex() {}

  /// The files of `folder` by the id under `root`; none if there is no such folder.
  ///
  /// @throws ConfigException if two files state one id, or the folder cannot be read
  static SortedMap<String, Path> of(Path folder, String name, String root) {
    SortedMap<String, Path> files = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : yamlFiles(folder, name)) {
      String id = id(file, root);
      Path other = files.putIfAbsent(id, file);
      if (other != null) {
        problems.add(
            new Problem(
                Position.whole(name + "/" + file.getFileName()),
                "states the id '%s', as %s does; change one".formatted(id, other.getFileName())));
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return files;
  }

  private static List<Path> yamlFiles(Path folder, String name) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> stem(file).isPresent()).sorted().toList();
    } catch (IOException e) {
      throw ConfigException.of(
          Position.whole(name), "cannot be listed (" + e + "); check its permissions");
    }
  }

  private static String id(Path file, String root) {
    String stem = stem(file).orElseThrow();
    try {
      return Node.find(YamlReader.read(file), root, "id")
          .map(node -> node instanceof Node.Scalar id ? id.text().strip() : stem)
          .orElse(stem);
    } catch (ConfigException broken) {
      return stem;
    }
  }

  /// The name of a YAML file without its ending; empty for other files.
  private static Optional<String> stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    boolean yaml = dot > 0 && (name.endsWith(".yaml") || name.endsWith(".yml"));
    return yaml ? Optional.of(name.substring(0, dot)) : Optional.empty();
  }
}
