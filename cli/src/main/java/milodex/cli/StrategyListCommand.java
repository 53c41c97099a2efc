package milodex.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.config.ConfigException;
import milodex.promotion.Stage;
import milodex.strategy.StrategyDefinition;
import milodex.strategy.StrategyDefinition.UniverseChoice;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;
import milodex.yaml.ConfigFolder;

/// Lists every strategy of the workspace under its template; a broken file is a warning.
final class StrategyListCommand implements Action {

  private static final String UNIVERSE = "universe.";
  private static final String LISTED = " listed symbols";

  /// A strategy, what people call its file, and where it is.
  private record Listed(StrategyDefinition strategy, String file, Stage stage) {}

  @Override
  public String name() {
    return "list";
  }

  @Override
  public Usage usage() {
    return Usage.of("List the strategies of the workspace by their templates.");
  }

  @Override
  public Reply run(Invocation invocation) {
    Workspace workspace = invocation.workspace();
    Wiring wiring = new Wiring(workspace);
    ConfigFolder folder = wiring.configs();
    Stages stages = Stages.of(wiring);
    Reply reply = Reply.of();
    SortedMap<String, List<Listed>> byTemplate = new TreeMap<>();
    folder
        .strategyFiles()
        .forEach(
            (id, file) -> {
              try {
                StrategyDefinition strategy = folder.strategy(file);
                byTemplate
                    .computeIfAbsent(strategy.template().name(), _ -> new ArrayList<>())
                    .add(new Listed(strategy, workspace.name(file), stages.stage(strategy.id())));
                reply.strategy(id);
              } catch (ConfigException e) {
                reply.warn("configuration", id + " cannot be read: " + e.getMessage());
              }
            });
    List<Data> rows =
        byTemplate.values().stream().flatMap(List::stream).map(StrategyListCommand::row).toList();
    reply.data().objects("strategies", rows);
    return rows.isEmpty()
        ? reply.say(
            "There is no strategy here; `milodex strategy templates` names what to begin with.")
        : reply
            .block(table(byTemplate.values()))
            .say(
                "%d strategies of %d templates; `milodex strategy show ID` tells more of one."
                    .formatted(rows.size(), byTemplate.size()));
  }

  private static Table table(Collection<List<Listed>> byTemplate) {
    Table table =
        Table.of(Column.text("Strategy"), Column.yielding("Universe"), Column.text("Stage"));
    for (List<Listed> kin : byTemplate) {
      table.group(group(kin.getFirst().strategy));
      for (Listed one : kin) {
        table.row(
            Cell.of(one.strategy.id().toString()),
            Cell.of(universe(one.strategy).replace(UNIVERSE, "").replace(LISTED, " symbols")),
            Cell.of(
                one.stage.word() + (one.strategy.enabled() ? "" : ", off"),
                Style.ofStage(one.stage.word())));
      }
    }
    return table;
  }

  private static String group(StrategyDefinition strategy) {
    return "%s (%s, %s)"
        .formatted(
            strategy.template().name(),
            strategy.template().family(),
            OriginText.of(strategy.origin()));
  }

  private static Data row(Listed listed) {
    StrategyDefinition strategy = listed.strategy;
    Data row =
        Data.of()
            .text("id", strategy.id().toString())
            .text("family", strategy.template().family().label())
            .text("template", strategy.template().name())
            .text("universe", universe(strategy))
            .text("stage", listed.stage.word())
            .flag("enabled", strategy.enabled())
            .text("file", listed.file);
    return OriginText.put(row, strategy.origin());
  }

  /// The id of the universe, or how many symbols the strategy lists itself.
  private static String universe(StrategyDefinition strategy) {
    return switch (strategy.universe()) {
      case UniverseChoice.Named named -> named.id();
      case UniverseChoice.Listed listed -> listed.symbols().size() + LISTED;
    };
  }
}
