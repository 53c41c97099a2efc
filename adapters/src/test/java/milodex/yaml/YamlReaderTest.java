package milodex.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import milodex.config.Node;
import milodex.config.Node.Entry;
import milodex.config.Node.Mapping;
import milodex.config.Node.Scalar;
import milodex.config.Node.Sequence;
import milodex.config.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlReaderTest {

  @TempDir Path folder;

  @Test
  void everyNodeKnowsItsPlace() {
    Node tree = YamlReader.read("a.yaml", "# dips\nrisk:\n  cap: 0.05\n  list: [SPY, \"NO\"]\n");

    assertThat(tree)
        .isEqualTo(
            new Mapping(
                at(2, 1),
                List.of(
                    new Entry(
                        "risk",
                        at(2, 1),
                        new Mapping(
                            at(3, 3),
                            List.of(
                                new Entry("cap", at(3, 3), new Scalar(at(3, 8), "0.05", false)),
                                new Entry(
                                    "list",
                                    at(4, 3),
                                    new Sequence(
                                        at(4, 9),
                                        List.of(
                                            new Scalar(at(4, 10), "SPY", false),
                                            new Scalar(at(4, 15), "NO", true))))))))));
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkMoveNothing() throws IOException {
    Path file = folder.resolve("a.yaml");
    Files.writeString(file, "\ufeffid: dip\r\nbars: 2\r\n");

    assertThat(YamlReader.read(file, "a.yaml"))
        .isEqualTo(YamlReader.read("a.yaml", "id: dip\nbars: 2\n"));
  }

  @Test
  void aKeyWrittenTwiceIsKeptForWhoReadsIt() {
    Node tree = YamlReader.read("a.yaml", "id: a\nid: b\n");

    assertThat(tree).isInstanceOfSatisfying(Mapping.class, m -> assertThat(m.entries()).hasSize(2));
  }

  @Test
  void anchorsAliasesAndTagsAreRefusedAllAtOnce() {
    assertThat(problems("a: &x 1\nb: *x\nc: !!str 2\nd: !mine { e: 3 }\n&k f: 4\n"))
        .containsExactly(
            "a.yaml:1:4: the anchor &x is not allowed; remove it",
            "a.yaml:2:4: the alias *x is not allowed; write the value out",
            "a.yaml:3:4: the tag tag:yaml.org,2002:str is not allowed; remove it",
            "a.yaml:4:4: the tag !mine is not allowed; remove it",
            "a.yaml:5:1: the anchor &k is not allowed; remove it");
  }

  @Test
  void tabsThatIndentAreRefusedLineByLine() {
    assertThat(problems("risk:\n\tcap: 1\n  \tx: 2\n\t\nok: 1\t# a tab between is none\n"))
        .containsExactly(
            "a.yaml:2:1: a tab indents; use spaces instead",
            "a.yaml:3:3: a tab indents; use spaces instead");
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertThat(problems("id: a\n---\nid: b\n"))
        .containsExactly("a.yaml:2:1: a second document begins; keep one in a file");
  }

  @Test
  void brokenYamlIsReportedWhereItBreaks() {
    assertThat(problems("risk: { cap: 1\nid: dip\n"))
        .singleElement()
        .asString()
        .startsWith("a.yaml:2:3: is not YAML: expected ',' or '}'");
    assertThat(problems("id: a: b\n"))
        .singleElement()
        .asString()
        .startsWith("a.yaml:1:6: is not YAML: mapping values are not allowed here");
    assertThat(problems("b: *unknown\n")).singleElement().asString().startsWith("a.yaml:1:4: ");
    assertThat(problems("id: a\u0007b\n"))
        .containsExactly("a.yaml:1:6: holds the character U+0007; remove it");
    assertThat(problems("? [a, b]\n: 1\n")).containsExactly("a.yaml:1:3: a key must be one word");
    assertThat(problems("%YAML 2.0\n---\nid: a\n")).singleElement().asString().startsWith("a.yaml");
  }

  @Test
  void aHostilelyDeepFileIsRefusedWithoutExhaustingTheStack() {
    assertThat(problems("x: " + "[".repeat(100_000)))
        .containsExactly("a.yaml:1:35: is nested more than 32 levels deep; no setting is");
  }

  @Test
  void anEndlessKeyIsRefusedWithoutRepeatingIt() {
    assertThat(problems("? " + "k".repeat(500_000) + "\n: 1\n"))
        .containsExactly("a.yaml:1:3: a key is longer than 100 characters; no setting's is");
  }

  @Test
  void anEmptyFileSaysSo() {
    for (String empty : List.of("", "\n\n", "# only words\n")) {
      assertThat(problems(empty)).containsExactly("a.yaml: is empty; it must hold settings");
    }
  }

  @Test
  void whatIsNotUtf8IsReportedWhereItBegins() throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, new byte[] {'i', 'd', ':', '\n', ' ', ' ', 'M', (byte) 0xfc, 'n'});

    assertThat(Problems.of(() -> YamlReader.read(file, "latin.yaml")))
        .containsExactly("latin.yaml:2:4: is not UTF-8 from here on; save it as UTF-8");
  }

  @Test
  void aCharacterCutOffAtTheEndIsNotUtf8() throws IOException {
    Path file = folder.resolve("cut.yaml");
    Files.write(file, new byte[] {'i', 'd', ':', ' ', (byte) 0xc3});

    assertThat(Problems.of(() -> YamlReader.read(file, "cut.yaml")))
        .containsExactly("cut.yaml:1:5: is not UTF-8 from here on; save it as UTF-8");
  }

  @Test
  void whatIsNoReadableFileIsNamed() throws IOException {
    assertThat(Problems.of(() -> YamlReader.read(folder.resolve("none.yaml"), "none.yaml")))
        .containsExactly("none.yaml: there is no such file; check the name");
    assertThat(Problems.of(() -> YamlReader.read(folder, "configs")))
        .containsExactly("configs: is a directory; name a file in it");
    Path large = folder.resolve("large.yaml");
    Files.write(large, new byte[(1 << 20) + 1]);
    assertThat(Problems.of(() -> YamlReader.read(large, "large.yaml")))
        .containsExactly("large.yaml: is larger than 1 MB; a file of settings is a few kB");
  }

  private static List<String> problems(String text) {
    return Problems.of(() -> YamlReader.read("a.yaml", text));
  }

  private static Position at(int line, int column) {
    return new Position("a.yaml", line, column);
  }
}
