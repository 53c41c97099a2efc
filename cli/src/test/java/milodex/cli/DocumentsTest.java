package milodex.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milodex.ledger.FactType;
import milodex.market.Symbol;
import milodex.strategy.DisableCondition;
import milodex.strategy.Family;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.Rule;
import milodex.strategy.Template;
import milodex.strategy.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParseResult;

/// Holds what the documents name against what there is.
class DocumentsTest {

  private static final Path ROOT = Project.root();
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
  /// A word of a command, or several between quotes.
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|[^ ]+");

  private static final Pattern COMMAND =
      Pattern.compile("(?m)(?:^|`)\\s*(?:\\./)?milodex ([a-z][^`\\n]*?)(?:`|$)");
  private static final Pattern FILE =
      Pattern.compile(
          "`((?:docs|configs|examples|bin|cli|engine|strategy|adapters)/[A-Za-z0-9_./-]+)`");

  @Test
  void everyLinkLeadsSomewhere() {
    List<String> dead = new ArrayList<>();
    for (Path document : documents()) {
      for (String link : all(LINK, document)) {
        if (!Files.exists(document.resolveSibling(link))) {
          dead.add(ROOT.relativize(document) + ": " + link);
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void everyProjectFileNamedIsThere() {
    List<String> missing = new ArrayList<>();
    for (Path document : documents()) {
      for (String file : all(FILE, document)) {
        if (!Files.exists(ROOT.resolve(file))) {
          missing.add(ROOT.relativize(document) + ": " + file);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyCommandNamedCanBeGiven() {
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    for (Path document : documents()) {
      for (String command : all(COMMAND, document)) {
        seen++;
        mistakes(command).map(says -> ROOT.relativize(document) + ": " + says).forEach(wrong::add);
      }
    }
    assertThat(seen).isGreaterThan(20);
    assertThat(wrong).isEmpty();
  }

  @Test
  void aCommandOrOptionThatIsNotThereIsNoticed() {
    assertThat(mistakes("data imprt PATH")).isNotEmpty();
    assertThat(mistakes("ledger verify --tail")).isNotEmpty();
    assertThat(mistakes("explain")).isNotEmpty();
    assertThat(mistakes("data import PATH...")).isEmpty();
  }

  @Test
  void everyClassOfTheArchitectureIsInTheSources() {
    Pattern name = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)`");
    Set<String> sources = sources();
    assertThat(all(name, ROOT.resolve("ARCHITECTURE.md"))).isNotEmpty().allMatch(sources::contains);
  }

  @Test
  void everyTestOfTheArchitecturesLawsIsThere() throws IOException {
    Pattern name = Pattern.compile("`([a-z]+[A-Z][A-Za-z]+)`");
    String laws =
        Files.readString(ROOT.resolve("cli/src/test/java/milodex/architecture/LawsTest.java"));
    assertThat(all(name, ROOT.resolve("ARCHITECTURE.md")))
        .isNotEmpty()
        .allMatch(test -> laws.contains("void " + test + "()"));
  }

  @Test
  void theReadmeShowsWhatTheDemoPrints(@TempDir Path directory) {
    Pattern shown = Pattern.compile("(?s)<!-- from ./milodex demo -->\n```\n(.*?)\n```");
    String excerpt = all(shown, ROOT.resolve("README.md")).getFirst();
    String demo = plain(Bench.in(directory).run("demo").out());
    assertThat(excerpt.split("(?m)^\\.\\.\\.$"))
        .hasSizeGreaterThan(1)
        .allSatisfy(piece -> assertThat(demo).contains(plain(piece)));
  }

  @Test
  void everyTemplateIsDocumentedWithItsParametersAndRules() {
    for (Template template : Templates.shipped().all()) {
      String section = section(template.name());
      for (Parameter parameter : template.parameters()) {
        assertThat(section).contains(row(parameter));
      }
      String ids =
          template.rules().stream().map(rule -> "`" + rule.id() + "`").collect(joining(", "));
      for (Rule rule : template.rules()) {
        assertThat(section)
            .as(
                "docs/strategies.md on %s wants: A symbol needs %d closed bars. Rules: %s.",
                template.name(), template.lookback(), ids)
            .contains("`" + rule.id() + "`");
      }
    }
  }

  @Test
  void everyFamilyIsDocumentedWithItsIdeaAndWhatDisablesIt() throws IOException {
    String text = Files.readString(ROOT.resolve("docs/strategies.md"));
    for (Family family : Family.values()) {
      String row = "| `%s` | %s |".formatted(family, family.idea());
      assertThat(text).contains(row);
      String own = text.substring(text.indexOf(row) + row.length()).lines().findFirst().orElse("");
      String common = text.substring(0, text.indexOf("| family |"));
      for (DisableCondition condition : family.disableConditions()) {
        assertThat(own + common).as("%s", family).contains("`" + condition.id() + "`");
      }
    }
  }

  @Test
  void theClosedBarsATemplateIsSaidToNeedAreThoseItNeeds() {
    Pattern need = Pattern.compile("[Nn]eeds\\s([0-9]+) closed bars");
    int said = 0;
    for (Template template : Templates.shipped().all()) {
      for (MatchResult found : need.matcher(section(template.name())).results().toList()) {
        assertThat(found.group(1)).as(template.name()).isEqualTo("" + template.lookback());
        said++;
      }
    }
    assertThat(said).isPositive();
  }

  @Test
  void everyKindOfFactIsDocumented() throws IOException {
    String text = Files.readString(ROOT.resolve("docs/ledger.md"));
    Pattern kind = Pattern.compile("(?m)^\\| `([a-z]+\\.[a-z]+)` \\|");
    List<String> documented = kind.matcher(text).results().map(found -> found.group(1)).toList();

    assertThat(new TreeSet<>(documented))
        .isEqualTo(new TreeSet<>(Arrays.stream(FactType.values()).map(FactType::label).toList()));
  }

  @Test
  void everyStrategyNamedIsShipped() {
    Pattern id =
        Pattern.compile(
            "(?:regime|meanrev|momentum|breakout|seasonality|null)"
                + "\\.daily\\.[a-z0-9_]+\\.[a-z0-9_]+\\.v[0-9]+");
    for (Path document : documents()) {
      for (MatchResult found : id.matcher(read(document)).results().toList()) {
        if (!found.group().contains(".run.")) {
          assertThat(List.of("configs/strategies/", "examples/plugin-gap-fade/"))
              .as(found.group())
              .anyMatch(folder -> Files.exists(ROOT.resolve(folder + found.group() + ".yaml")));
        }
      }
    }
  }

  /// What docs/strategies.md says of a template, up to the next one.
  private static String section(String template) {
    String text = read(ROOT.resolve("docs/strategies.md"));
    String heading = "## " + template + "\n";
    assertThat(text).contains(heading);
    String from = text.substring(text.indexOf(heading) + heading.length());
    int next = from.indexOf("\n## ");
    return next < 0 ? from : from.substring(0, next);
  }

  private static String row(Parameter parameter) {
    return switch (parameter) {
      case Parameter.Whole whole ->
          row(whole, "" + whole.standard(), " " + whole.min(), " " + whole.max());
      case Parameter.Decimal decimal ->
          row(
              decimal,
              decimal.standard().map(ParameterValues::plain).orElse("(not set)"),
              " " + ParameterValues.plain(decimal.min()),
              " " + ParameterValues.plain(decimal.max()));
      case Parameter.Choice choice -> row(choice, choice.standard(), "", "");
      case Parameter.Ticker ticker ->
          row(ticker, ticker.standard().map(Symbol::ticker).orElse("(not set)"), "", "");
      case Parameter.Day day -> row(day, day.standard().toString(), "", "");
      case Parameter.Wholes wholes ->
          row(
              wholes,
              ParameterValues.joined(wholes.standard()),
              " " + wholes.min(),
              " " + wholes.max());
    };
  }

  private static String row(Parameter parameter, String standard, String from, String to) {
    return "| `%s` | %s |%s |%s | %s |"
        .formatted(parameter.name(), standard, from, to, parameter.says());
  }

  /// What the parser has against a command as documents write it.
  private static Stream<String> mistakes(String command) {
    String words = command.replaceAll("[\\[\\]]", "").replace("...", "").strip();
    String[] arguments =
        WORD.matcher(example(words))
            .results()
            .map(word -> word.group().replace("\"", ""))
            .toArray(String[]::new);
    ParseResult parsed = Milodex.parser(new Root()).parseArgs(arguments);
    return parsed.asCommandLineList().stream()
        .flatMap(part -> part.getParseResult().errors().stream())
        .map(error -> command + ": " + error.getMessage());
  }

  private static Set<String> sources() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A text without line breaks and columns, which depend on the terminal.
  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /// A command with an example for each word that stands for something.
  private static String example(String command) {
    return command
        .replace("RUN:TRADE", "abc:1")
        .replace("SEQ:HASH", "1:" + "0".repeat(64))
        .replaceAll("\\bSEQ\\b", "1")
        .replaceAll("\\bN\\b", "1")
        .replaceAll("\\bID\\b", "regime.daily.sma200_rotation.spy_shy.v1")
        .replaceAll("\\bSTRATEGY\\b", "regime.daily.sma200_rotation.spy_shy.v1");
  }

  private static List<String> all(Pattern pattern, Path document) {
    return pattern.matcher(read(document)).results().map(found -> found.group(1)).toList();
  }

  private static List<Path> documents() {
    try (Stream<Path> files = Files.walk(ROOT, 3)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !ROOT.relativize(file).startsWith("data"))
          .filter(file -> !file.toString().contains("/target/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
