package milodex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import milodex.config.ConfigException;
import milodex.ledger.ManifestHash;
import milodex.plugins.PluginException;
import milodex.promotion.Manifest;
import milodex.strategy.StrategyId;

/// In what the files of strategies differ from what they were bound to when they started. Files
/// only show that something has changed: what runs stays what it was.
final class ConfigDrift {

  private final Wiring wiring;
  private final SortedMap<StrategyId, ManifestHash> running;
  private final Map<StrategyId, Optional<String>> found = new HashMap<>();
  private Map<Path, String> seen = Map.of();

  /// @param running what each strategy was bound to
  ConfigDrift(Wiring wiring, SortedMap<StrategyId, ManifestHash> running) {
    this.wiring = wiring;
    this.running = running;
  }

  /// Both hashes, or why the files cannot be read; empty if nothing differs. Files are read again
  /// only once one of them, or a plug-in, has changed.
  Optional<String> of(StrategyId strategy) {
    Map<Path, String> now = files();
    if (!now.equals(seen)) {
      seen = now;
      found.clear();
    }
    return found.computeIfAbsent(strategy, this::read);
  }

  private Optional<String> read(StrategyId strategy) {
    ManifestHash bound = running.get(strategy);
    try {
      Manifest files = wiring.configs().load(strategy.toString()).manifest();
      return files.hash().equals(bound)
          ? Optional.empty()
          : Optional.of("it runs %s, and its files say %s".formatted(bound, files.hash()));
    } catch (ConfigException | PluginException e) {
      return Optional.of(
          "it runs %s, and its files cannot be read: %s".formatted(bound, e.getMessage()));
    }
  }

  /// When each file was changed last, and how long it is.
  private Map<Path, String> files() {
    Map<Path, String> files = new TreeMap<>();
    for (Path folder : List.of(wiring.workspace().configs(), wiring.workspace().plugins())) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> all = Files.walk(folder)) {
          for (Path file : all.filter(Files::isRegularFile).toList()) {
            files.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
          }
        } catch (IOException e) {
          files.put(folder, "cannot be read: " + e.getMessage());
        }
      }
    }
    return files;
  }
}
