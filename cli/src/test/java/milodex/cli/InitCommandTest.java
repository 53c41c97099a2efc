package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A fresh machine becomes a workspace.
class InitCommandTest {

  @TempDir private Path directory;

  @Test
  void writesEveryShippedConfigurationAndSaysSo() throws IOException {
    ShippedConfigs shipped = shipped(InitCommandTest.class.getClassLoader());
    Said said = new Shell(directory).run("init", "mine");
    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains(
            "configs/risk.yaml",
            "Workspace at " + directory.resolve("mine") + ": ",
            (shipped.files().size() + 1) + " files written, 0 kept.");
    assertThat(shipped.files())
        .isNotEmpty()
        .allSatisfy(
            (name, text) ->
                assertThat(directory.resolve("mine/configs").resolve(name)).hasContent(text));
    assertThat(directory.resolve("mine/data")).isDirectory();
    assertThat(directory.resolve("mine/.gitignore")).hasContent("/data/\n/.env\n");
  }

  @Test
  void keepsWhatTheOperatorHasChanged() throws IOException {
    new Shell(directory).run("init");
    Path policy = directory.resolve("configs/risk.yaml");
    Files.writeString(policy, "mine");
    Said again = new Shell(directory).run("init", "--json");
    assertThat(again.out()).contains("\"written\":[],\"kept\":[\".gitignore\",\"configs/risk.yaml");
    assertThat(policy).hasContent("mine");
  }

  @Test
  void leavesNoHalfWrittenFileBehind() throws IOException {
    new Shell(directory).run("init");
    try (var files = Files.walk(directory)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  @Test
  void refusesAFileInItsPlace() throws IOException {
    Files.writeString(directory.resolve("notes"), "mine");
    Said said = new Shell(directory).run("init", "notes");
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err()).contains("There is a file of that name.");
    assertThat(directory.resolve("notes")).hasContent("mine");
  }

  @Test
  void readsTheConfigurationsOutOfAJar() throws IOException {
    Path jar = directory.resolve("with space.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("configs/"));
      out.putNextEntry(new ZipEntry("configs/strategies/"));
      out.putNextEntry(new ZipEntry("configs/strategies/a.yaml"));
      out.write('a');
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      assertThat(shipped(loader).files()).containsOnlyKeys("strategies/a.yaml");
    }
  }

  private static ShippedConfigs shipped(ClassLoader loader) throws IOException {
    return ShippedConfigs.onClassPath(loader, "configs");
  }
}
