package milodex.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import milodex.config.Nearest;
import milodex.strategy.Template;
import milodex.strategy.Templates;
import milodex.terminal.Block;
import milodex.yaml.ConfigFolder;
import milodex.yaml.Configuration;

/// Shows one strategy with its values, or one template with a file to begin from.
final class StrategyShowCommand implements Action {

  private String name = "";

  @Override
  public String name() {
    return "show";
  }

  @Override
  public Usage usage() {
    return Usage.of("Show what a strategy does with its values, or a template with a file to copy.")
        .word("ID", String.class, "A strategy's id, or the name of a template.", it -> name = it);
  }

  @Override
  public Reply run(Invocation invocation) {
    Wiring wiring = new Wiring(invocation.workspace());
    ConfigFolder folder = wiring.configs();
    SortedMap<String, Path> files = folder.strategyFiles();
    Optional<Path> file = Optional.ofNullable(files.get(name));
    if (file.isPresent()) {
      Configuration configuration = folder.load(file.get());
      History history = History.of(wiring, configuration.strategy().id());
      return StandingText.warn(
          new StrategyCard(configuration, invocation.workspace().name(file.get()), history).reply(),
          history.standing(),
          Stages.today(invocation));
    }
    Templates templates = wiring.templates();
    return templates
        .find(name)
        .map(template -> template(template, templates))
        .orElseThrow(() -> unknown(files, templates));
  }

  private static Reply template(Template template, Templates templates) {
    TemplateCard card = new TemplateCard(template, templates.origin(template.name()).orElseThrow());
    String skeleton = Skeleton.of(template);
    Reply reply =
        Reply.of()
            .block(card.head())
            .block(Block.section("What it does", Block.paragraph(template.says())))
            .block(Block.section("Rules, in the order they are asked", card.rules()))
            .block(Block.section("Parameters", card.parameters()))
            .block(
                Block.section(
                    "A file to begin with: configs/strategies/" + Skeleton.id(template) + ".yaml",
                    Block.verbatim(skeleton)))
            .summary(template.name() + ": " + template.says());
    reply.data("template", card.data());
    reply.data().text("skeleton", skeleton);
    return reply;
  }

  private Failure unknown(SortedMap<String, Path> files, Templates templates) {
    TreeSet<String> known = new TreeSet<>(files.keySet());
    known.addAll(templates.names());
    return Failure.usage(
        "unknown_strategy",
        "No strategy or template is called '" + name + "'.",
        Nearest.to(name, known)
            .map(near -> "The nearest name is " + near + ".")
            .orElse("No name in the workspace comes near."),
        "See `milodex strategy list` and `milodex strategy templates`.");
  }
}
