package milodex;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import milodex.strategy.Template;

/// A plug-in as its author has it: `src/main/java` and `src/main/resources` below one folder.
public record PluginProject(Path folder) {

  private static final String SERVICES = "META-INF/services/" + Template.class.getName();

  /// Writes a source file; `type` is its public class, `demo.GapFade`.
  public PluginProject source(String type, String text) {
    return write("src/main/java/" + type.replace('.', '/') + ".java", text);
  }

  /// Lists the classes of its templates.
  public PluginProject templates(String... types) {
    return write("src/main/resources/" + SERVICES, String.join("\n", types) + "\n");
  }

  /// Compiles against the strategy module alone, and packs a jar.
  public Path build(Path jar) {
    try {
      Path classes = Files.createDirectories(folder.resolve("target/" + jar.getFileName()));
      compile(classes);
      Files.createDirectories(jar.resolveSibling(""));
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
        pack(classes, zip);
        pack(folder.resolve("src/main/resources"), zip);
      }
      return jar;
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void compile(Path classes) throws IOException, URISyntaxException {
    Path strategy =
        Path.of(Template.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> sources = files(folder.resolve("src/main/java"));
    if (sources.isEmpty()) {
      return;
    }
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-proc:none", "-d", classes.toString(), "-cp", strategy.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new IllegalStateException(said.toString());
      }
    }
  }

  private static void pack(Path root, ZipOutputStream zip) throws IOException {
    for (Path file : files(root)) {
      zip.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
      Files.copy(file, (OutputStream) zip);
      zip.closeEntry();
    }
  }

  private static List<Path> files(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private PluginProject write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
