package milodex.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import milodex.PluginProject;
import milodex.strategy.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A jar that is not what a plug-in should be says so, and what to do.
class PluginFolderTest {

  @TempDir private Path directory;

  @Test
  void aWorkspaceWithoutTheFolderHasTheShippedTemplates() {
    assertThat(folder().templates().names()).isEqualTo(Templates.shipped().names());
  }

  @Test
  void whatIsNoJarInTheFolderIsLeftAlone() throws IOException {
    Files.createDirectories(directory.resolve("plugins"));
    Files.writeString(directory.resolve("plugins/README.md"), "jars go here");

    assertThat(folder().templates().names()).isEqualTo(Templates.shipped().names());
  }

  @Test
  void theSameCodePackedAgainHasTheSameHashAndOtherCodeAnother() {
    String first = code(PlainTemplate.source());
    String again = code(PlainTemplate.source());
    String other = code(PlainTemplate.source().replace("return 1;", "return 2;"));

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void aDamagedJarIsBuiltOrCopiedAgain() throws IOException {
    Path jar = project(PlainTemplate.source()).build(plugins("plain.jar"));
    byte[] bytes = Files.readAllBytes(jar);
    Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
    assertUnfit("plugins/plain.jar cannot be read as a jar", "build or copy it again");

    Files.writeString(jar, "no jar at all");
    assertUnfit("plugins/plain.jar cannot be read as a jar");

    Files.write(jar, new byte[0]);
    assertUnfit("plugins/plain.jar cannot be read as a jar");
  }

  @Test
  void aByteThatFlippedIsNoticed() throws IOException {
    Path jar = project(PlainTemplate.source()).build(plugins("plain.jar"));
    byte[] sound = Files.readAllBytes(jar);
    for (int i = 60; i < sound.length - 60; i += 211) {
      byte[] flipped = sound.clone();
      flipped[i] ^= 1;
      Files.write(jar, flipped);
      try {
        assertThat(folder().templates().find("daily.plain")).as("byte " + i).isPresent();
      } catch (PluginException refused) {
        assertThat(refused).hasMessageContaining("plugins/plain.jar");
      }
    }
  }

  @Test
  void aClassForANewerJavaSaysWhichReleaseToCompileFor() throws IOException {
    PluginProject project = project(PlainTemplate.source());
    project.build(directory.resolve("first.jar"));
    Path compiled = directory.resolve("project/target/first.jar/demo/Plain.class");
    byte[] bytes = Files.readAllBytes(compiled);
    bytes[7] = 99;
    Path resource = directory.resolve("project/src/main/resources/demo/Newer.class");
    Files.createDirectories(resource.resolveSibling(""));
    Files.write(resource, bytes);
    project.build(plugins("plain.jar"));

    assertUnfit("demo.Newer", "compiled for Java 55", "compile it with --release 25");
  }

  @Test
  void aJarWithoutAServiceFileOrWithAWrongOneNamesTheFile() {
    new PluginProject(directory.resolve("bare"))
        .source("demo.Plain", PlainTemplate.source())
        .build(plugins("bare.jar"));
    project(PlainTemplate.source())
        .templates("demo.Plain", "demo.Missing")
        .build(plugins("plain.jar"));

    assertUnfit(
        "plugins/bare.jar: it names no template; list the class of each in"
            + " META-INF/services/milodex.strategy.Template",
        "plugins/plain.jar: META-INF/services/milodex.strategy.Template lists demo.Missing");
  }

  @Test
  void aNameThatIsTakenIsRefusedWithWhoHasIt() {
    project(PlainTemplate.source().replace("daily.plain", "daily.sma200_rotation"))
        .build(plugins("a.jar"));
    assertUnfit(
        "plugins/a.jar: its template 'daily.sma200_rotation' has the name of one that ships with"
            + " Milodex");

    project(PlainTemplate.source()).build(plugins("a.jar"));
    project(PlainTemplate.source()).build(plugins("b.jar"));
    assertUnfit("plugins/b.jar: its template 'daily.plain' has the name of one in a.jar");
  }

  @Test
  void aTemplateThatCannotBeMadeSaysWhy() {
    project(
            PlainTemplate.source()
                .replace("this(5);", "this(fail());")
                .replace(
                    "//MEMBERS", "static int fail() { throw new IllegalStateException(\"no\"); }"))
        .build(plugins("plain.jar"));

    assertUnfit("a template cannot be made", "IllegalStateException: no", "public constructor");
  }

  @Test
  void aTemplateIsHeldToWhatEveryTemplatePromises() {
    project(
            PlainTemplate.source()
                .replace("daily.plain", "Plain")
                .replace("1, 9, 5", "1, 9, 50")
                .replace("return days + 1", "return 0"))
        .build(plugins("plain.jar"));

    assertUnfit(
        "plugins/plain.jar: demo.Plain: its name 'Plain' is not tempo.rule",
        "the standard value of 'days' lies outside its bounds",
        "lookback() is below 1");
  }

  @Test
  void aJarSeesNoOtherJar() throws IOException {
    PluginProject project = project(PlainTemplate.deciding("new other.Shared();"));
    project.source("other.Shared", "package other; public class Shared {}");
    project.build(plugins("both.jar"));
    assertThat(folder().templates().find("daily.plain")).isPresent();
    Files.delete(plugins("both.jar"));

    Path compiled = directory.resolve("project/target/both.jar");
    PluginProject rule = packed("rule", compiled.resolve("demo/Plain.class"), "demo/Plain.class");
    rule.templates("demo.Plain").build(plugins("rule.jar"));
    packed("shared", compiled.resolve("other/Shared.class"), "other/Shared.class")
        .build(plugins("shared.jar"));

    assertThatThrownBy(() -> folder().templates())
        .hasMessageContaining("plugins/rule.jar: demo.Plain reaches new other.Shared()");
  }

  private void assertUnfit(String... says) {
    assertThatThrownBy(() -> folder().templates())
        .isInstanceOfSatisfying(
            PluginException.class, refused -> assertThat(refused.isUnsafe()).isFalse())
        .message()
        .contains(says);
  }

  private String code(String source) {
    project(source).build(plugins("plain.jar"));
    return folder().templates().origin("daily.plain").orElseThrow().code().orElseThrow();
  }

  /// A project that only packs a class compiled elsewhere.
  private PluginProject packed(String name, Path from, String to) throws IOException {
    PluginProject project = new PluginProject(directory.resolve(name));
    Path file = project.folder().resolve("src/main/resources").resolve(to);
    Files.createDirectories(file.resolveSibling(""));
    Files.copy(from, file);
    return project;
  }

  private PluginFolder folder() {
    return new PluginFolder(directory.resolve("plugins"));
  }

  private Path plugins(String name) {
    return directory.resolve("plugins").resolve(name);
  }

  private PluginProject project(String source) {
    return new PluginProject(directory.resolve("project"))
        .source("demo.Plain", source)
        .templates("demo.Plain");
  }
}
