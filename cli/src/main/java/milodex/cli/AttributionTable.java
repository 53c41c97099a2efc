package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import milodex.analytics.Attribution;
import milodex.money.Money;
import milodex.statistics.Figure;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// The parts of a profit, a line each, and the whole below them.
///
/// @param name what a group is called
record AttributionTable<K extends Comparable<K>>(Attribution<K> parts, Function<K, String> name) {

  /// What the line of the rest stands for.
  static final String REST_IS =
      "In no closed trade: positions open at the end of a window, and what selling them would have"
          + " cost. Each window starts from the initial equity.";

  Block block() {
    Table table =
        Table.of(
            Column.text("Group"),
            Column.number("Trades"),
            Column.number("Won"),
            Column.number("Net $"),
            Column.number("Share"));
    int trades = 0;
    int winning = 0;
    for (K key : parts.groups().keySet()) {
      Attribution.Group group = group(key);
      trades += group.trades();
      winning += group.winning();
      row(table, name.apply(key), "" + group.trades(), "" + group.winning(), group.net());
    }
    row(table, "in no closed trade", "", "", parts.rest());
    row(table, "all", "" + trades, "" + winning, parts.total());
    return table;
  }

  List<Data> groups() {
    List<Data> groups = new ArrayList<>();
    for (K key : parts.groups().keySet()) {
      groups.add(
          Data.of()
              .text("group", name.apply(key))
              .count("trades", group(key).trades())
              .count("winning", group(key).winning())
              .money("net", group(key).net())
              .figure("share", share(group(key).net())));
    }
    return groups;
  }

  String summary() {
    return "%s in %s."
        .formatted(
            FactLine.dollars(parts.total()),
            FactLine.counted(parts.groups().size(), "group", "groups"));
  }

  private Attribution.Group group(K key) {
    return parts.groups().getOrDefault(key, Attribution.Group.NONE);
  }

  private void row(Table table, String title, String trades, String winning, Money net) {
    Figure share = share(net);
    table.row(
        Cell.of(title),
        Cell.of(trades),
        Cell.of(winning),
        Cell.of(Figures.dollars(net.amount()), Style.ofPass(!net.isNegative())),
        Cell.of(share instanceof Figure.Known ? Figures.percent(share) : "-"));
  }

  private Figure share(Money net) {
    return parts.total().isPositive()
        ? Figure.of(net.toDouble() / parts.total().toDouble())
        : Figure.undefined("the whole is no profit");
  }
}
