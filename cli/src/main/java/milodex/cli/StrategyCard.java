package milodex.cli;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.report.UniverseName;
import milodex.strategy.DisableCondition;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyDefinition;
import milodex.strategy.Template;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;
import milodex.terminal.Table;
import milodex.yaml.Configuration;

/// One strategy as it would run now: what it does, reads, risks and costs, and what is known of it.
///
/// @param file where it is written, as seen from the workspace
record StrategyCard(Configuration configuration, String file, History history) {

  Reply reply() {
    StrategyDefinition strategy = configuration.strategy();
    TemplateCard card = new TemplateCard(strategy.template(), strategy.origin());
    Reply reply =
        Reply.of()
            .strategy(strategy.id().toString())
            .stage(history.standing().stage().word())
            .summary(strategy.id() + ": " + strategy.description())
            .block(head())
            .block(Block.section("What it does", Block.paragraph(strategy.template().says())))
            .block(Block.section("Rules, in the order they are asked", card.rules()))
            .block(Block.section("Parameters", parameters()))
            .block(Block.section("What it reads", reads()))
            .block(Block.section("Limits and costs", limits()))
            .block(Block.section("What is known of it", known()));
    configuration.warnings().forEach(w -> reply.warn("configuration", w.toString()));
    reply.data("strategy", data(card));
    return reply;
  }

  private KeyValues head() {
    StrategyDefinition strategy = configuration.strategy();
    return KeyValues.of()
        .with("Strategy", strategy.id().toString())
        .with("Description", strategy.description())
        .with("Hypothesis", strategy.hypothesis().orElse("(none yet)"))
        .with("Enabled", strategy.enabled() ? "yes" : "no")
        .with("Stage", StandingText.of(history.standing()))
        .with("Template", strategy.template().name() + ", " + OriginText.of(strategy.origin()))
        .with("Family", strategy.template().family() + ": " + strategy.template().family().idea())
        .with("File", file);
  }

  /// The values, those that differ from the standard ones in strong letters.
  private Table parameters() {
    Table table =
        Table.of(
            Column.text("Parameter"),
            Column.text("Value"),
            Column.text("Standard"),
            Column.wrapping("Allowed"));
    Template template = template();
    ParameterValues standard = ParameterValues.standard(template);
    ParameterValues values = configuration.strategy().parameters();
    for (Parameter parameter : template.parameters()) {
      String value = TemplateCard.shown(values.text(parameter.name()));
      String usual = TemplateCard.shown(standard.text(parameter.name()));
      table.row(
          Cell.of(parameter.name()),
          Cell.of(value, value.equals(usual) ? Style.PLAIN : Style.STRONG),
          Cell.of(usual),
          Cell.of(TemplateCard.allowed(parameter)));
    }
    return table;
  }

  private KeyValues reads() {
    return KeyValues.of()
        .with("Bars", new TemplateCard(template(), configuration.strategy().origin()).bars())
        .with(
            "Universe",
            "%s, %d symbols: %s"
                .formatted(
                    UniverseName.of(configuration.universe().id()),
                    configuration.universe().symbols().size(),
                    tickers(configuration.universe().symbols())))
        .with("Beside it", beside().isEmpty() ? "nothing" : tickers(beside()));
  }

  private KeyValues limits() {
    StrategyDefinition.Risk risk = configuration.strategy().risk();
    Costs costs = Plans.costs(configuration);
    return KeyValues.of()
        .with(
            "Allocation",
            Figures.share(configuration.policy().allocation(configuration.strategy().id()).value())
                + " of the account")
        .with("Largest position", Figures.share(risk.maxPosition()) + " of the strategy's equity")
        .with("Most positions", "" + risk.maxPositions())
        .with("Daily loss", "no entries beyond " + Figures.share(risk.dailyLossCap()))
        .with(
            "Costs",
            "slippage %s of each price, %s"
                .formatted(
                    Figures.share(costs.slippageRate().value()),
                    Figures.commission(
                        costs.commissionPerTrade().amount(),
                        costs.commissionRate().value(),
                        costs.minCommission().amount())))
        .with("Disabled by", conditions());
  }

  private String conditions() {
    return String.join(", ", conditionIds());
  }

  private List<String> conditionIds() {
    return configuration.strategy().disableConditions().stream().map(DisableCondition::id).toList();
  }

  private KeyValues known() {
    KeyValues known =
        KeyValues.of()
            .with(
                "Trials",
                history.trials().isEmpty()
                    ? "none in this workspace"
                    : "%d distinct, the newest %s"
                        .formatted(
                            history.trials().size(), history.trials().getLast().id().brief()))
            .with("Would freeze as", configuration.manifest().hash().hash());
    return known.with(
        "Frozen as",
        history.frozen().map(manifest -> manifest.hash().hash()).orElse("(not frozen)"));
  }

  private Data data(TemplateCard card) {
    StrategyDefinition strategy = configuration.strategy();
    Costs costs = Plans.costs(configuration);
    Data values = Data.of();
    strategy.parameters().asMap().forEach(values::text);
    Data data =
        Data.of().text("id", strategy.id().toString()).text("description", strategy.description());
    strategy
        .hypothesis()
        .ifPresentOrElse(h -> data.text("hypothesis", h), () -> data.absent("hypothesis"));
    data.flag("enabled", strategy.enabled())
        .object("standing", StandingText.data(history.standing()))
        .text("file", file)
        .object("template", card.data())
        .object("parameters", values)
        .text("bar_size", strategy.barSize().label())
        .object(
            "universe",
            Data.of()
                .text("id", configuration.universe().id())
                .texts("symbols", tickerList(configuration.universe().symbols())))
        .object(
            "limits",
            Data.of()
                .text("allocation", configuration.policy().allocation(strategy.id()).toString())
                .text("max_position", ParameterValues.plain(strategy.risk().maxPosition()))
                .count("max_positions", strategy.risk().maxPositions())
                .text("daily_loss_cap", ParameterValues.plain(strategy.risk().dailyLossCap())))
        .object(
            "costs",
            Data.of()
                .text("slippage", costs.slippageRate().toString())
                .money("commission_per_trade", costs.commissionPerTrade())
                .text("commission_rate", costs.commissionRate().toString())
                .money("min_commission", costs.minCommission()))
        .texts("disable_conditions", conditionIds())
        .texts("trials", history.trials().stream().map(run -> run.id().hash()).toList())
        .text("manifest", configuration.manifest().hash().hash());
    history
        .frozen()
        .ifPresentOrElse(
            manifest -> data.text("frozen", manifest.hash().hash()), () -> data.absent("frozen"));
    return data;
  }

  /// What the template reads and the universe does not have.
  private SortedSet<Symbol> beside() {
    SortedSet<Symbol> beside = new TreeSet<>(template().alsoReads());
    configuration.universe().symbols().forEach(beside::remove);
    return beside;
  }

  private Template template() {
    return configuration.strategy().template();
  }

  private static String tickers(Collection<Symbol> symbols) {
    return String.join(" ", tickerList(symbols));
  }

  private static List<String> tickerList(Collection<Symbol> symbols) {
    return symbols.stream().map(Symbol::ticker).toList();
  }
}
