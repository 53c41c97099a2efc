package milodex.cli;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the sources to what a reader may expect of them.
class SourcesTest {

  private static final Path ROOT = Project.root();
  private static final List<String> MODULES = List.of("strategy", "engine", "adapters", "cli");

  /// Lines of the longest file of main code that is still read in one go.
  private static final int LONGEST = 300;

  private static final Pattern LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
  private static final Pattern MACHINE = Pattern.compile("(?<![\\w.])/(home|Users|root)/\\w");
  private static final Pattern CHANGE =
      Pattern.compile("(?i)\\bUPDATE\\s+event\\b|\\bDELETE\\s+FROM\\b|\\bREPLACE\\s+INTO\\b");

  private static final Pattern STEP =
      Pattern.compile("\\bnew ([A-Za-z]+\\.)?Stage(Promoted|Demoted)\\(");

  @Test
  void noFileOfMainCodeIsLong() {
    assertThat(sources("src/main"))
        .hasSizeGreaterThan(200)
        .allSatisfy(file -> assertThat(lines(file)).as("" + file).hasSizeLessThan(LONGEST));
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(where(texts(), line -> LATER.matcher(line).find())).isEmpty();
  }

  @Test
  void noTextNamesAPlaceOfOneMachine() {
    assertThat(where(texts(), line -> MACHINE.matcher(line).find())).isEmpty();
  }

  @Test
  void noDocLineIsTooLongForTheFormatter() {
    assertThat(where(sources("src"), line -> isDoc(line) && line.length() > 100)).isEmpty();
  }

  @Test
  void noDocIsBrokenIntoAnOrdinaryComment() {
    List<String> broken = new ArrayList<>();
    for (Path file : sources("src")) {
      List<String> lines = lines(file);
      for (int i = 1; i < lines.size(); i++) {
        if (isDoc(lines.get(i - 1)) && lines.get(i).strip().startsWith("// ")) {
          broken.add(ROOT.relativize(file) + ":" + (i + 1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void noStatementChangesAnEvent() {
    assertThat(where(sources("src/main"), line -> CHANGE.matcher(line).find())).isEmpty();
    assertThat(CHANGE.matcher("UPDATE event SET payload = ''").find()).isTrue();
  }

  @Test
  void stepsAreDecidedInOnePlaceAndWrittenInOne() {
    List<String> made = where(sources("src/main"), line -> STEP.matcher(line).find());
    assertThat(made)
        .hasSize(2)
        .allMatch(line -> line.contains("/Promotion.java:") || line.contains("/Demotion.java:"));
    assertThat(where(sources("src/main"), line -> line.contains("\"stage/")))
        .singleElement(as(STRING))
        .contains("/PromotionLog.java:");
  }

  private static boolean isDoc(String line) {
    return line.strip().startsWith("///");
  }

  private static List<String> where(List<Path> files, Predicate<String> offends) {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      List<String> lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (offends.test(lines.get(i))) {
          found.add(ROOT.relativize(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
        }
      }
    }
    return found;
  }

  /// Sources, documents, configurations and scripts.
  private static List<Path> texts() {
    List<Path> texts = new ArrayList<>(sources("src"));
    for (String folder : List.of("docs", "configs", "bin")) {
      texts.addAll(files(ROOT.resolve(folder), Integer.MAX_VALUE));
    }
    files(ROOT, 1).stream().filter(file -> !file.endsWith("LICENSE")).forEach(texts::add);
    return texts;
  }

  private static List<Path> sources(String folder) {
    return MODULES.stream()
        .flatMap(module -> files(ROOT.resolve(module).resolve(folder), Integer.MAX_VALUE).stream())
        .filter(file -> file.toString().endsWith(".java"))
        .toList();
  }

  private static List<Path> files(Path folder, int depth) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
