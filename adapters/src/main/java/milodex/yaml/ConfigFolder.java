package milodex.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import milodex.config.ConfigException;
import milodex.config.Nearest;
import milodex.config.Node;
import milodex.config.Position;
import milodex.config.Problem;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.market.Universe.Kind;
import milodex.market.Universe.Member;
import milodex.risk.RiskPolicy;
import milodex.risk.RiskPolicyFile;
import milodex.strategy.GridFile;
import milodex.strategy.StrategyDefinition;
import milodex.strategy.StrategyDefinition.UniverseChoice.Listed;
import milodex.strategy.StrategyDefinition.UniverseChoice.Named;
import milodex.strategy.StrategyFile;
import milodex.strategy.Templates;
import milodex.strategy.UniverseFile;

/// The folder `configs/` of a workspace: `strategies/`, `universes/` and `risk.yaml`.
///
/// Files are found by the id they state. Every method that reads throws one ConfigException with
/// all problems of all files it needed.
public final class ConfigFolder {

  private static final String STRATEGIES = "configs/strategies";
  private static final String UNIVERSES = "configs/universes";
  private static final String POLICY = "configs/risk.yaml";

  private final Path workspace;
  private final Supplier<Templates> templates;

  public ConfigFolder(Path workspace, Templates templates) {
    this(workspace, () -> templates);
  }

  /// @param templates asked for only when a strategy is read
  public ConfigFolder(Path workspace, Supplier<Templates> templates) {
    this.workspace = workspace;
    this.templates = templates;
  }

  /// The ids of all strategies; a broken file counts with its name.
  public SortedSet<String> strategies() {
    return new TreeSet<>(strategyFiles().keySet());
  }

  /// The file of every strategy by its id; a broken file counts with its name.
  public SortedMap<String, Path> strategyFiles() {
    return IdIndex.of(workspace.resolve(STRATEGIES), STRATEGIES, StrategyFile.ROOT);
  }

  /// The strategy in this file alone; whether its universe is sound is not asked.
  public StrategyDefinition strategy(Path file) {
    return StrategyFile.read(read(file), templates.get()).definition();
  }

  /// The ids of all universes; a broken file counts with its name.
  public SortedSet<String> universes() {
    return new TreeSet<>(universeFiles().keySet());
  }

  /// The strategy with this id, its universe, and the policy.
  public Configuration load(String id) {
    return load(find(strategyFiles(), id, Position.whole(STRATEGIES), "no strategy"));
  }

  /// The strategy in this file, its universe, and the policy.
  public Configuration load(Path file) {
    List<Problem> problems = new ArrayList<>();
    Optional<Node> tree = gather(problems, () -> read(file));
    Optional<StrategyFile> strategy =
        tree.flatMap(node -> gather(problems, () -> StrategyFile.read(node, templates.get())));
    Optional<Universe> named = tree.flatMap(node -> gatherNamed(problems, node));
    Optional<RiskPolicy> policy = gather(problems, this::riskPolicy);
    throwAny(problems);
    StrategyFile read = strategy.orElseThrow();
    Universe universe =
        switch (read.definition().universe()) {
          case Named _ -> named.orElseThrow();
          case Listed listed -> listed(listed.symbols());
        };
    return new Configuration(read.definition(), universe, policy.orElseThrow(), read.warnings());
  }

  /// The grid in this file, whose strategy is one of this folder.
  public GridFile grid(Path file) {
    return GridFile.read(read(file), this::ofGrid);
  }

  private StrategyDefinition ofGrid(String id) {
    SortedMap<String, Path> files = strategyFiles();
    if (!files.containsKey(id)) {
      throw new IllegalArgumentException(unknown("no strategy", id, files.keySet()));
    }
    return load(id).strategy();
  }

  /// The universe with this id.
  public Universe universe(String id) {
    return universe(id, Position.whole(UNIVERSES));
  }

  public RiskPolicy riskPolicy() {
    return RiskPolicyFile.read(read(workspace.resolve(POLICY)));
  }

  /// Reads every file, and gives the warnings of all strategies.
  public List<Problem> validate() {
    List<Problem> problems = new ArrayList<>();
    List<Problem> warnings = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    gather(problems, this::strategyFiles).ifPresent(found -> files.addAll(found.values()));
    gather(problems, this::universeFiles).ifPresent(found -> files.addAll(found.values()));
    files.add(workspace.resolve(POLICY));
    for (Path file : files) {
      gather(problems, () -> validate(file)).ifPresent(warnings::addAll);
    }
    throwAny(problems);
    return warnings;
  }

  /// Reads one file, a strategy with all it needs, a universe or a risk policy, and gives its
  /// warnings.
  public List<Problem> validate(Path file) {
    Node tree = read(file);
    if (Node.find(tree, UniverseFile.ROOT).isPresent()) {
      UniverseFile.read(tree);
      return List.of();
    }
    if (Node.find(tree, RiskPolicyFile.ROOT).isPresent()) {
      RiskPolicyFile.read(tree);
      requireKnownStrategies(tree);
      return List.of();
    }
    return load(file).warnings();
  }

  /// An allocation under a mistyped id would silently leave its strategy with the standard one.
  private void requireKnownStrategies(Node policy) {
    SortedSet<String> known = strategies();
    List<Problem> problems = new ArrayList<>();
    Optional<Node> allocations = Node.find(policy, RiskPolicyFile.ROOT, "allocations");
    if (allocations.isPresent() && allocations.get() instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        if (!known.contains(entry.key())) {
          problems.add(new Problem(entry.position(), unknown("no strategy", entry.key(), known)));
        }
      }
    }
    throwAny(problems);
  }

  private Optional<Universe> gatherNamed(List<Problem> problems, Node strategy) {
    return Node.find(strategy, StrategyFile.ROOT, "universe_ref")
        .filter(node -> node instanceof Node.Scalar scalar && !scalar.isNothing())
        .map(Node.Scalar.class::cast)
        .flatMap(ref -> gather(problems, () -> universe(ref.text().strip(), ref.position())));
  }

  private Universe universe(String id, Position asked) {
    return UniverseFile.read(read(find(universeFiles(), id, asked, "no universe")));
  }

  /// A list within a strategy says nothing of its symbols, and was chosen with hindsight.
  private static Universe listed(List<Symbol> symbols) {
    List<Member> members =
        symbols.stream()
            .map(
                symbol ->
                    new Member(
                        symbol, Kind.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty()))
            .toList();
    return new Universe(
        Universe.LISTED, 1, "Listed in the strategy.", Optional.empty(), Optional.empty(), members);
  }

  private SortedMap<String, Path> universeFiles() {
    return IdIndex.of(workspace.resolve(UNIVERSES), UNIVERSES, UniverseFile.ROOT);
  }

  private static Path find(
      SortedMap<String, Path> files, String id, Position asked, String nothing) {
    Path file = files.get(id);
    if (file == null) {
      throw ConfigException.of(asked, unknown(nothing, id, files.keySet()));
    }
    return file;
  }

  private static String unknown(String nothing, String id, Collection<String> known) {
    return "%s has the id '%s'%s".formatted(nothing, id, Nearest.hint(id, known));
  }

  /// The tree in a file, called as seen from the workspace.
  private Node read(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path home = workspace.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(home) ? home.relativize(absolute) : file;
    return YamlReader.read(file, shown.toString().replace('\\', '/'));
  }

  private static <T> Optional<T> gather(List<Problem> problems, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (ConfigException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private static void throwAny(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }
}
