package milodex.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import milodex.config.Problem;
import milodex.promotion.Manifest;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Table;
import milodex.yaml.ConfigFolder;
import milodex.yaml.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks the operator's files, and names what they would be frozen as.
@Command(
    name = "config",
    description = "Check configurations, and show the hash they would be frozen under.")
final class ConfigCommand implements Parent {

  @Override
  public List<Class<?>> commands() {
    return List.of(ConfigCommand.Validate.class, ConfigCommand.Fingerprint.class);
  }

  /// Reads files and lists every problem in them.
  @Command(name = "validate", description = "Check one file, or all of the workspace.")
  static final class Validate implements Action {

    @Parameters(
        arity = "0..1",
        paramLabel = "PATH",
        description = "A strategy, a universe or a risk policy.")
    private Optional<Path> path = Optional.empty();

    @Option(names = "--all", description = "Check every file of the workspace.")
    private boolean all;

    @Override
    public Reply run(Invocation invocation) {
      if (all == path.isPresent()) {
        throw Failure.usage(
            "what_to_validate",
            "It is not clear what to check.",
            all ? "Both --all and a file are given." : "Neither --all nor a file is given.",
            "Say `milodex config validate --all`, or name one file.");
      }
      ConfigFolder folder = new Wiring(invocation.workspace()).configs();
      List<Problem> warnings =
          path.map(file -> folder.validate(existing(invocation, file))).orElseGet(folder::validate);
      String sound =
          path.map(file -> file + " is sound.")
              .orElseGet(
                  () ->
                      "%d strategies, %d universes and the risk policy are sound."
                          .formatted(folder.strategies().size(), folder.universes().size()));
      Reply reply = Reply.of().say(sound);
      warnings.forEach(warning -> reply.warn("configuration", warning.toString()));
      reply
          .data()
          .texts("strategies", List.copyOf(folder.strategies()))
          .texts("universes", List.copyOf(folder.universes()));
      return reply;
    }
  }

  /// The hash a strategy would be frozen under now.
  @Command(
      name = "fingerprint",
      description = "Show the manifest hash of a strategy file as it is now.")
  static final class Fingerprint implements Action {

    @Parameters(paramLabel = "PATH", description = "A strategy file.")
    private Path path = Path.of("");

    @Override
    public Reply run(Invocation invocation) {
      ConfigFolder folder = new Wiring(invocation.workspace()).configs();
      Configuration configuration = folder.load(existing(invocation, path));
      Manifest manifest = configuration.manifest();
      Reply reply =
          Reply.of()
              .strategy(manifest.strategy().toString())
              .summary(manifest.hash().hash())
              .ref("manifest", manifest.hash().hash())
              .block(
                  KeyValues.of()
                      .with("Strategy", manifest.strategy().toString())
                      .with("Manifest", manifest.hash().hash())
                      .with(
                          "Rules version",
                          "" + configuration.strategy().template().rulesVersion()));
      Table parameters = Table.of(Column.text("Parameter"), Column.text("Value"));
      Data values = Data.of();
      configuration
          .strategy()
          .parameters()
          .asMap()
          .forEach(
              (name, value) -> {
                parameters.row(name, value.isEmpty() ? "(not set)" : value);
                values.text(name, value);
              });
      configuration.warnings().forEach(w -> reply.warn("configuration", w.toString()));
      reply.data("parameters", values);
      reply.data().text("manifest", manifest.text());
      return reply.block(parameters);
    }
  }

  /// The file as seen from the current directory, else from the workspace.
  private static Path existing(Invocation invocation, Path file) {
    Path here = invocation.environment().directory().resolve(file);
    return Files.exists(here) ? here : invocation.workspace().root().resolve(file);
  }
}
