package milodex.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import milodex.config.ConfigException;
import milodex.config.Node;
import milodex.config.Position;
import milodex.config.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML 1.2 into a tree of settings, refusing everything a file of settings does not need:
/// anchors and aliases, tags, several documents, tabs as indentation.
///
/// Keys written twice are kept in the tree; who reads the tree reports them with all the rest.
public final class YamlReader {

  private YamlReader() {}

  /// The tree in `file`, named in messages as the path is.
  ///
  /// @throws ConfigException with every problem that can be known before the values are read
  public static Node read(Path file) {
    return read(file, file.toString().replace('\\', '/'));
  }

  /// The tree in `file`, called `name` in messages.
  ///
  /// @throws ConfigException as above
  public static Node read(Path file, String name) {
    return read(SourceText.read(file, name));
  }

  /// The tree in `text`, called `name` in messages.
  ///
  /// @throws ConfigException as above
  public static Node read(String name, String text) {
    return read(new SourceText(name, text));
  }

  private static Node read(SourceText source) {
    refuseTabs(source);
    LoadSettings settings = LoadSettings.builder().setLabel(source.name()).build();
    Iterator<Event> events = new Parse(settings).parseString(source.text()).iterator();
    try {
      return new YamlTree(source.name(), events).document();
    } catch (MarkedYamlEngineException e) {
      Position at =
          e.getProblemMark()
              .map(mark -> YamlTree.position(source.name(), mark))
              .orElse(Position.whole(source.name()));
      throw ConfigException.of(at, "is not YAML: " + e.getProblem());
    } catch (ReaderException e) {
      String character = "U+%04X".formatted(e.getCodePoint());
      throw ConfigException.of(
          source.at(e.getPosition()), "holds the character " + character + "; remove it");
    } catch (YamlEngineException e) {
      throw ConfigException.of(Position.whole(source.name()), "is not YAML 1.2: " + e.getMessage());
    }
  }

  private static void refuseTabs(SourceText source) {
    List<Problem> problems = new ArrayList<>();
    int line = 0;
    for (String text : source.text().split("\n", -1)) {
      line++;
      int tab = text.indexOf('\t');
      if (tab >= 0 && !text.isBlank() && text.substring(0, tab).isBlank()) {
        problems.add(
            new Problem(
                new Position(source.name(), line, tab + 1), "a tab indents; use spaces instead"));
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }
}
