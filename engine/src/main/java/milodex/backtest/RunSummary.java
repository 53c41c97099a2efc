package milodex.backtest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.analytics.OutOfSample;
import milodex.ledger.CanonicalJson;
import milodex.statistics.Figure;

/// The results of a run as the ledger keeps them: one tree, written once, read by every report.
///
/// A run that is invalid because a proof failed has proofs and inputs here, and no metrics,
/// windows, fragility or benchmark.
///
/// Money and figures are text; an undefined figure is a map with the one key `undefined`.
public final class RunSummary {

  static final String NOT_PROVED = "a cell of a sweep; run `backtest` for proofs";

  private final Object tree;

  private RunSummary(Object tree) {
    this.tree = tree;
  }

  /// The summary of a finished run.
  public static RunSummary of(RunResult result) {
    return parse(CanonicalJson.write(SummaryTree.of(result)));
  }

  /// The summary a ledger holds.
  ///
  /// @throws IllegalArgumentException if `json` is no JSON
  public static RunSummary parse(String json) {
    return new RunSummary(CanonicalJson.parse(json));
  }

  /// What every report calls the result, so that none takes it for more than it is.
  ///
  /// @param look which look at the data of its family this was, from 1
  public String label(int look) {
    if (isInvalid()) {
      return "INVALID, look " + look + " of this family";
    }
    if (notProved().isPresent()) {
      return "NOT PROVED, a cell of a sweep, look " + look + " of this family";
    }
    return flag("walk_forward")
        ? OutOfSample.label(look)
        : "In sample, whole period, look " + look + " of this family";
  }

  /// Canonical JSON.
  public String canonical() {
    return CanonicalJson.write(tree);
  }

  /// The whole tree, of maps, lists, text and whole numbers.
  public Object tree() {
    return tree;
  }

  /// The proofs of the run; empty if it was made before runs were proved.
  public Optional<Proofs> proofs() {
    return find("proofs").map(ProofsTree::read);
  }

  /// Why the run was not proved, and so is no evidence; empty for what `backtest` ran.
  public Optional<String> notProved() {
    return find("not_proved").map(why -> why.tree.toString());
  }

  /// Whether every decision was made again and the whole run repeated.
  public boolean isFullyProved() {
    return proofs().filter(proofs -> proofs.depth() == Proofs.Depth.FULL).isPresent();
  }

  /// Whether a proof failed: such a run has no numbers to show.
  public boolean isInvalid() {
    return proofs().filter(proofs -> !proofs.hold()).isPresent();
  }

  /// The part at `path`.
  ///
  /// @throws IllegalArgumentException if there is none
  public RunSummary at(String... path) {
    return find(path)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the summary of this run has no '" + String.join(".", path) + "'"));
  }

  /// The part at `path`, if there is one.
  public Optional<RunSummary> find(String... path) {
    Object found = tree;
    for (String key : path) {
      if (!(found instanceof Map<?, ?> map) || !map.containsKey(key)) {
        return Optional.empty();
      }
      found = map.get(key);
    }
    return Optional.ofNullable(found).map(RunSummary::new);
  }

  /// The items of a list.
  public List<RunSummary> items() {
    if (tree instanceof List<?> list) {
      return list.stream().map(item -> new RunSummary(item)).toList();
    }
    throw new IllegalArgumentException("not a list: " + tree);
  }

  /// The keys of a map, sorted.
  public List<String> keys() {
    if (tree instanceof Map<?, ?> map) {
      return map.keySet().stream().map(Object::toString).toList();
    }
    throw new IllegalArgumentException("not a map: " + tree);
  }

  /// The text at `path`.
  public String text(String... path) {
    return at(path).tree.toString();
  }

  /// The whole number at `path`.
  public int whole(String... path) {
    if (at(path).tree instanceof Long number) {
      return Math.toIntExact(number);
    }
    throw new IllegalArgumentException(String.join(".", path) + " is no whole number");
  }

  /// Whether the value at `path` is true.
  public boolean flag(String... path) {
    return at(path).tree instanceof Boolean flag && flag;
  }

  /// The exact decimal at `path`.
  public BigDecimal decimal(String... path) {
    return new BigDecimal(text(path));
  }

  /// How a summary writes `figure`: its text, or a map that says why it is undefined.
  public static Object written(Figure figure) {
    return SummaryTree.figure(figure);
  }

  /// The figure at `path`: a number, or undefined with its reason.
  public Figure figure(String... path) {
    Object found = at(path).tree;
    return found instanceof Map<?, ?> map
        ? Figure.undefined(String.valueOf(map.get("undefined")))
        : Figure.of(Double.parseDouble(found.toString()));
  }
}
