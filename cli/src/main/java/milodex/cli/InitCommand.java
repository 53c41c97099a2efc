package milodex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// Makes a directory a workspace; what is there already stays untouched.
final class InitCommand implements Action {

  private static final String GITIGNORE = "/data/\n/.env\n";

  private Optional<Path> directory = Optional.empty();

  @Override
  public String name() {
    return "init";
  }

  @Override
  public Usage usage() {
    return Usage.of("Make a workspace with the shipped configurations; existing files are kept.")
        .lastWord(
            "DIR",
            Path.class,
            "Where; otherwise --home, MILODEX_HOME or the current directory.",
            it -> directory = Optional.of(it));
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    Path root =
        Workspace.root(invocation.environment(), directory.or(() -> invocation.options().home));
    return make(root, ShippedConfigs.onClassPath(InitCommand.class.getClassLoader(), "configs"));
  }

  /// Writes what is missing below `root` and says what it wrote and what it kept.
  static Reply make(Path root, ShippedConfigs configs) throws IOException {
    refuseFile(root);
    SortedMap<String, String> files = new TreeMap<>();
    configs.files().forEach((name, text) -> files.put("configs/" + name, text));
    files.put(".gitignore", GITIGNORE);
    List<String> written = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      boolean fresh = writeIfAbsent(root.resolve(file.getKey()), file.getValue());
      (fresh ? written : kept).add(file.getKey());
    }
    Files.createDirectories(new Workspace(root).data());
    return reply(root, written, kept);
  }

  private static void refuseFile(Path root) {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw Failure.usage(
          "not_a_directory",
          "No workspace can be made at " + root + ".",
          "There is a file of that name.",
          "Name another directory: `milodex init DIR`.");
    }
  }

  /// Writes the file whole under another name first, so that it is never there by half.
  private static boolean writeIfAbsent(Path file, String text) throws IOException {
    if (Files.exists(file)) {
      return false;
    }
    Files.createDirectories(file.resolveSibling(""));
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text);
    Files.move(part, file);
    return true;
  }

  private static Reply reply(Path root, List<String> written, List<String> kept) {
    Table table = Table.of(Column.text("File"), Column.text("Outcome"));
    written.forEach(file -> table.row(file, "written"));
    kept.forEach(file -> table.row(file, "kept as it was"));
    Reply reply = Reply.of().block(table);
    reply.data().text("workspace", root.toString()).texts("written", written).texts("kept", kept);
    return reply.say(
        "Workspace at %s: %d files written, %d kept.".formatted(root, written.size(), kept.size()));
  }
}
