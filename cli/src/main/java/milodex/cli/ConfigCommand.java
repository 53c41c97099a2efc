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

/// Checks the operator's files, and names what they would be frozen as.
final class ConfigCommand implements Parent {

  @Override
  public String name() {
    return "config";
  }

  @Override
  public Usage usage() {
    return Usage.of("Check configurations, and show the hash they would be frozen under.");
  }

  @Override
  public List<Command> commands() {
    return List.of(new ConfigCommand.Validate(), new ConfigCommand.Fingerprint());
  }

  /// Reads files and lists every problem in them.
  static final class Validate implements Action {

    private Optional<Path> path = Optional.empty();
    private boolean all;

    @Override
    public String name() {
      return "validate";
    }

    @Override
    public Usage usage() {
      return Usage.of("Check one file, or all of the workspace.")
          .lastWord(
              "PATH",
              Path.class,
              "A strategy, a universe or a risk policy.",
              it -> path = Optional.of(it))
          .flag("--all", "Check every file of the workspace.", () -> all = true);
    }

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
  static final class Fingerprint implements Action {

    private Path path = Path.of("");

    @Override
    public String name() {
      return "fingerprint";
    }

    @Override
    public Usage usage() {
      return Usage.of("Show the manifest hash of a strategy file as it is now.")
          .word("PATH", Path.class, "A strategy file.", it -> path = it);
    }

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
