package milodex.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.config.ConfigException;
import milodex.strategy.StrategyDefinition;
import milodex.strategy.StrategyDefinition.UniverseChoice;
import milodex.terminal.Column;
import milodex.terminal.Table;
import milodex.yaml.ConfigFolder;
import picocli.CommandLine.Command;

/// Lists every strategy of the workspace under its template; a broken file is a warning.
@Command(name = "list", description = "List the strategies of the workspace by their templates.")
final class StrategyListCommand implements Action {

  private static final String UNIVERSE = "universe.";

  @Override
  public Reply run(Invocation invocation) {
    ConfigFolder folder = new Wiring(invocation.workspace()).configs();
    Reply reply = Reply.of();
    SortedMap<String, List<StrategyDefinition>> byTemplate = new TreeMap<>();
    SortedMap<String, Path> files = folder.strategyFiles();
    files.forEach(
        (id, file) -> {
          try {
            StrategyDefinition strategy = folder.strategy(file);
            byTemplate
                .computeIfAbsent(strategy.template().name(), _ -> new ArrayList<>())
                .add(strategy);
            reply.strategy(id);
          } catch (ConfigException e) {
            reply.warn("configuration", id + " cannot be read: " + e.getMessage());
          }
        });
    Table table = Table.of(Column.text("Strategy"), Column.yielding("Universe"), Column.text("On"));
    List<Data> rows = new ArrayList<>();
    byTemplate.forEach(
        (template, strategies) -> {
          table.group(group(strategies.getFirst()));
          strategies.forEach(
              strategy -> {
                table.row(
                    strategy.id().toString(),
                    universe(strategy).replace(UNIVERSE, ""),
                    strategy.enabled() ? "yes" : "no");
                rows.add(row(strategy, files));
              });
        });
    reply.data().objects("strategies", rows);
    return rows.isEmpty()
        ? reply.say("There is no strategy yet; `milodex strategy templates` shows what one is of.")
        : reply
            .block(table)
            .say(
                "%d strategies of %d templates; `milodex strategy show ID` tells more of one."
                    .formatted(rows.size(), byTemplate.size()));
  }

  private static String group(StrategyDefinition strategy) {
    return "%s (%s, %s)"
        .formatted(
            strategy.template().name(),
            strategy.template().family(),
            OriginText.of(strategy.origin()));
  }

  private static Data row(StrategyDefinition strategy, SortedMap<String, Path> files) {
    Data row =
        Data.of()
            .text("id", strategy.id().toString())
            .text("family", strategy.template().family().label())
            .text("template", strategy.template().name())
            .text("universe", universe(strategy))
            .flag("enabled", strategy.enabled())
            .text("file", String.valueOf(files.get(strategy.id().toString())));
    return OriginText.put(row, strategy.origin());
  }

  /// The id of the universe, or how many symbols the strategy lists itself.
  private static String universe(StrategyDefinition strategy) {
    return switch (strategy.universe()) {
      case UniverseChoice.Named named -> named.id();
      case UniverseChoice.Listed listed -> listed.symbols().size() + " listed symbols";
    };
  }
}
