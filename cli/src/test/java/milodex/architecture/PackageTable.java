package milodex.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The package table of `ARCHITECTURE.md`, and what the sources say of their packages.
record PackageTable(List<Row> rows) {

  private static final Pattern ROW =
      Pattern.compile("\\| (strategy|engine|adapters|cli) \\| `(milodex[a-z.]*)` \\| (.+) \\|");

  /// One package: its module, its name, its one sentence.
  record Row(String module, String name, String sentence) {}

  static PackageTable ofDocument(Path root) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(root.resolve("ARCHITECTURE.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(new Row(row.group(1), row.group(2), row.group(3)));
      }
    }
    return new PackageTable(rows);
  }

  static PackageTable ofSources(Path root) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String module : List.of("strategy", "engine", "adapters", "cli")) {
      Path sources = root.resolve(module).resolve("src/main/java");
      try (var files = Files.walk(sources)) {
        for (Path file : files.filter(f -> f.endsWith("package-info.java")).toList()) {
          String name =
              sources.relativize(file.resolveSibling("")).toString().replaceAll("[/\\\\]", ".");
          rows.add(new Row(module, name, sentence(file)));
        }
      }
    }
    return new PackageTable(rows);
  }

  List<String> names() {
    return rows.stream().map(Row::name).toList();
  }

  List<String> names(String module) {
    return rows.stream().filter(row -> row.module.equals(module)).map(Row::name).toList();
  }

  /// The first paragraph of a package's description.
  private static String sentence(Path file) throws IOException {
    return String.join(
        " ",
        Files.readAllLines(file).stream()
            .takeWhile(line -> line.startsWith("/// "))
            .map(line -> line.substring(4).strip())
            .toList());
  }
}
