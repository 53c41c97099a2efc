package milodex.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import milodex.PluginProject;
import milodex.strategy.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What honest rules are written with passes; whatever could see or remember more is refused.
class ScanTest {

  private static final String IMPORTS =
      """
      package demo;
      import java.util.*;
      import java.util.function.*;
      import milodex.strategy.*;
      """;

  @TempDir private Path directory;

  @Test
  void aPlainTemplateIsFoundBesideTheShippedOnes() {
    Templates templates = load(PlainTemplate.source());

    assertThat(templates.find("daily.plain")).isPresent();
    assertThat(templates.names()).containsAll(Templates.shipped().names());
    assertThat(templates.origin("daily.plain").orElseThrow().code()).isPresent();
    assertThat(templates.origin("daily.sma200_rotation").orElseThrow().code()).isEmpty();
  }

  @Test
  void lambdasRecordsSwitchesTextAndStreamsAreTheLanguageOfARule() {
    String honest =
        PlainTemplate.source()
            .replace(
                "//DECIDE",
                """
                List<Ranked> ranked = new ArrayList<>();
                SortedMap<Symbol, Double> scores = new TreeMap<>();
                for (Symbol symbol : seen.universe()) {
                  seen.window(symbol)
                      .map(bars -> new Ranked(symbol, bars.close(0) / bars.open(0), Mode.A))
                      .filter(one -> one.score() > 1)
                      .ifPresent(ranked::add);
                }
                ranked.sort(Comparator.comparingDouble(Ranked::score).thenComparing(Ranked::symbol));
                for (Ranked one : ranked) {
                  scores.merge(one.symbol(), one.score(), Double::sum);
                  String text = "rank " + one + switch (one.mode()) { case A -> 1; case B -> 2; };
                  if (text.toLowerCase(Locale.ROOT).isEmpty()) {
                    throw new IllegalStateException(String.format(Locale.ROOT, "%s", one));
                  }
                }
                double best = ranked.stream().mapToDouble(Ranked::score).max().orElse(0);
                Object shape = new Flat(best);
                int kind = switch (shape) {
                  case Flat(double height) when height > 2 -> 1;
                  case Mode m -> m.ordinal();
                  case String s -> s.length();
                  default -> 0;
                };
                Random drawn = new Random(kind + (long) Math.sqrt(2));
                java.time.LocalDate day = seen.session().plusDays(drawn.nextInt(3));
                EnumMap<Mode, List<Ranked>> byMode = new EnumMap<>(Mode.class);
                byMode.computeIfAbsent(Mode.valueOf("B"), _ -> new LinkedList<>()).addAll(ranked);
                for (Mode mode : Mode.values()) {
                  byMode.getOrDefault(mode, List.of()).forEach(r -> scores.remove(r.symbol()));
                }
                int[] counts = new int[3];
                System.arraycopy(counts, 0, counts.clone(), 0, day.getDayOfMonth() % 3);
                """)
            .replace(
                "//MEMBERS",
                """
                sealed interface Shape permits Flat, Round {}
                record Flat(double height) implements Shape {}
                record Round(Flat flat, List<int[]> inside) implements Shape {}
                enum Mode { A("a") { String twice() { return "aa"; } }, B("b");
                  private final String word;
                  Mode(String word) { this.word = word; }
                  String twice() { return word + word; }
                }
                record Ranked(Symbol symbol, double score, Mode mode) {}
                static final class Counter { private int count; int next() { return ++count; } }
                static final Flat FLAT = new Flat(1);
                static final Optional<Symbol> NONE = Optional.empty();
                static final List<String> WORDS = List.of("a", "b");
                static final Rule ENTRY = new Rule("meanrev.plain", "Never.");
                static final java.math.BigDecimal HALF = new java.math.BigDecimal("0.5");
                """);

    assertThat(load(honest).find("daily.plain")).isPresent();
  }

  /// A statement, the member or class it reaches, and a piece of what is said to do instead.
  private static final String FORBIDDEN =
      """
      System.nanoTime(); | java.lang.System.nanoTime() | has no clock
      System.currentTimeMillis(); | java.lang.System.currentTimeMillis() | has no clock
      java.time.LocalDate.now(); | java.time.LocalDate.now() | has no clock
      java.time.Clock.systemUTC(); | java.time.Clock.systemUTC() | has no clock
      java.time.ZoneId.systemDefault(); | java.time.ZoneId.systemDefault() | has no clock
      System.getProperty("user.name"); | java.lang.System.getProperty(String) | the machine
      System.getenv(); | java.lang.System.getenv() | the machine
      Integer.getInteger("x"); | java.lang.Integer.getInteger(String) | the machine
      System.identityHashCode(this); | identityHashCode(Object) | TreeMap
      new HashMap<String, String>(); | new java.util.HashMap() | TreeMap
      Set.of(1, 2); | java.util.Set.of(Object,Object) | TreeMap
      new Object().hashCode(); | java.lang.Object.hashCode() | TreeMap
      Math.random(); | java.lang.Math.random() | a seed
      new Random(); | new java.util.Random() | a seed
      new SplittableRandom(); | new java.util.SplittableRandom() | a seed
      UUID.randomUUID(); | java.util.UUID.randomUUID() | a seed
      Collections.shuffle(new ArrayList<>()); | shuffle(List) | a seed
      java.util.random.RandomGenerator.getDefault(); | getDefault() | a seed
      java.util.concurrent.ThreadLocalRandom.current(); | current() | a seed
      new java.io.File("bars").exists(); | java.io.File.exists() | no file
      java.nio.file.Path.of("bars"); | java.nio.file.Path.of | no file
      System.out.println(); | java.io.PrintStream.println() | no file
      Runtime.getRuntime(); | java.lang.Runtime.getRuntime() | no file
      new Thread(() -> {}).start(); | java.lang.Thread.start() | one thread
      List.of(1).parallelStream(); | parallelStream() | one thread
      List.of(1).stream().parallel(); | parallel() | one thread
      new java.util.concurrent.atomic.AtomicInteger(); | AtomicInteger() | one thread
      getClass().getDeclaredFields(); | java.lang.Class.getDeclaredFields() | no reflection
      java.lang.invoke.MethodHandles.lookup(); | java.lang.invoke.MethodHandles.lookup() | no reflection
      Templates.shipped().getClass().getClassLoader(); | java.lang.Class.getClassLoader() | no reflection
      "%d".formatted(1); | java.lang.String.formatted(Object[]) | Locale.ROOT
      "I".toLowerCase(); | java.lang.String.toLowerCase() | Locale.ROOT
      ((milodex.market.BarWindow) null).known("", 1, 1, (_, _) -> 0); | known( | keeps no numbers
      milodex.config.Nearest.to("", List.of()); | milodex.config.Nearest | sees only
      new milodex.strategy.templates.PullbackRsi2(); | milodex.strategy.templates.PullbackRsi2 | sees only
      Thread.onSpinWait(); | java.lang.Thread.onSpinWait() | one thread
      Locale.getDefault(); | java.util.Locale.getDefault() | not among
      new WeakHashMap<String, String>(); | new java.util.WeakHashMap() | TreeMap
      """;

  @Test
  void whatARuleMustNotReachIsRefusedByName() {
    assertEachRefused(
        FORBIDDEN,
        (name, statement) ->
            IMPORTS + "class " + name + " { void decide() throws Exception { " + statement + " } }",
        (name, cells) -> List.of("demo." + name + " reaches", cells.get(1), cells.get(2)));
  }

  @Test
  void nothingHidesInALambdaANestedClassOrAMethodReference() {
    assertRefused(
        PlainTemplate.deciding("LongSupplier clock = () -> System.nanoTime();"),
        "demo.Plain reaches java.lang.System.nanoTime()");
    assertRefused(
        PlainTemplate.deciding("LongSupplier clock = System::nanoTime;"),
        "demo.Plain reaches java.lang.System.nanoTime()");
    assertRefused(
        PlainTemplate.having(
            "static class Deep { static class Er { long t = System.nanoTime(); } }"),
        "demo.Plain$Deep$Er reaches java.lang.System.nanoTime()");
  }

  /// Members of a class, and the static field that could remember.
  private static final String REMEMBERING =
      """
      static int seen; | seen
      static final int[] SEEN = {0}; | SEEN
      static final Map<String, String> SEEN = new TreeMap<>(); | SEEN
      static final List<String> SEEN = new ArrayList<>(); | SEEN
      static final List<int[]> SEEN = List.of(new int[1]); | SEEN
      static final List<?> SEEN = List.of(); | SEEN
      static final StringBuilder SEEN = new StringBuilder(); | SEEN
      static final Supplier<String> SEEN = () -> null; | SEEN
      static final Optional<int[]> SEEN = Optional.empty(); | SEEN
      static final Object SEEN = new int[1]; | SEEN
      record Box(int[] inside) {} static final Box SEEN = new Box(new int[1]); | SEEN
      enum Mode { A; int seen; } | A
      enum Mode { A { int seen; int n() { return seen++; } }; int n() { return 0; } } | A
      interface Kept { StringBuilder SEEN = new StringBuilder(); } | SEEN
      static final List<String> SEEN; static { List<String> l = List.of(); SEEN = l; } | SEEN
      """;

  @Test
  void whatCouldRememberInAStaticFieldIsRefused() {
    assertEachRefused(
        REMEMBERING,
        (name, members) -> IMPORTS + "class " + name + " { " + members + " }",
        (name, cells) ->
            List.of("demo." + name, "remembers in its static field " + cells.get(1), "List.of"));
  }

  @Test
  void aTemplateThatCouldRememberInItselfIsRefused() {
    String plain = PlainTemplate.source();
    assertRefused(
        plain
            .replace("Plain(int days)", "Plain(int days, int[] seen)")
            .replace("this(5)", "this(5, new int[1])")
            .replace("new Plain(values.whole(\"days\"))", "this"),
        "demo.Plain remembers in its field seen",
        "a template is a record");
    assertRefused(
        plain
            .replace("public record Plain(int days) implements", "public class Plain implements")
            .replace("this(5);", "")
            .replace("new Plain(values.whole(\"days\"))", "this")
            .replace("//MEMBERS", "int days;"),
        "demo.Plain is a template and no record",
        "remembers in its field days");
  }

  @Test
  void aTemplateBehindTheTemplateIsHeldToTheSame() {
    String hidden =
        PlainTemplate.source()
            .replace("public record Plain(int days) implements", "class Hidden implements")
            .replace("public Plain() {\n    this(5);", "Hidden() {")
            .replace("new Plain(values.whole(\"days\"))", "this")
            .replace("//MEMBERS", "int days;");
    PluginProject project =
        project(
            PlainTemplate.source().replace("new Plain(values.whole(\"days\"))", "new Hidden()"));
    project.source("demo.Hidden", hidden);

    assertThatThrownBy(() -> load(project))
        .hasMessageContaining("demo.Hidden is a template and no record");
  }

  @Test
  void nativeCodeAndFinalizersAreRefused() {
    assertRefused(
        PlainTemplate.having("static class Late { native int peek(); }"),
        "demo.Plain$Late.peek is native");
    assertRefused(
        PlainTemplate.having("static class Late { protected void finalize() {} }"),
        "demo.Plain$Late.finalize runs when memory is cleared");
  }

  @Test
  void aClassMayExtendOnlyItsOwnKin() {
    assertRefused(
        PlainTemplate.having("static class Mine extends ArrayList<String> {}"),
        "demo.Plain$Mine extends java.util.ArrayList");
    assertRefused(
        PlainTemplate.having("static class Mine extends Thread {}"),
        "demo.Plain$Mine extends java.lang.Thread");
  }

  @Test
  void aPackageOfMilodexIsNotThePlugInsOwn() {
    PluginProject project =
        new PluginProject(directory.resolve("project"))
            .source(
                "milodex.strategy.Plain",
                PlainTemplate.source().replace("package demo", "package milodex.strategy"))
            .templates("milodex.strategy.Plain");

    assertThatThrownBy(() -> load(project)).hasMessageContaining("choose another package");
  }

  /// Makes a class of each row, and holds what the scan says of it against what the row wants.
  private void assertEachRefused(
      String rows,
      BiFunction<String, String, String> source,
      BiFunction<String, List<String>, List<String>> wanted) {
    PluginProject project = new PluginProject(directory.resolve("project"));
    List<List<String>> table = rows.lines().map(row -> List.of(row.split(" \\| "))).toList();
    for (int i = 0; i < table.size(); i++) {
      project.source("demo.Row" + i, source.apply("Row" + i, table.get(i).getFirst()));
    }
    List<String> offences = offences(project.build(directory.resolve("rows.jar")));
    for (int i = 0; i < table.size(); i++) {
      List<String> pieces = wanted.apply("Row" + i, table.get(i));
      assertThat(offences)
          .as("%s", table.get(i))
          .anySatisfy(offence -> assertThat(offence).contains(pieces));
    }
  }

  private static List<String> offences(Path jar) {
    try {
      return Scan.of(PluginJar.read(jar), AllowList.shipped()).offences();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertRefused(String source, String... says) {
    assertThatThrownBy(() -> load(source))
        .isInstanceOfSatisfying(
            PluginException.class, refused -> assertThat(refused.isUnsafe()).isTrue())
        .hasMessageContaining("plugins/plain.jar: ")
        .message()
        .contains(says);
  }

  private Templates load(String source) {
    return load(project(source));
  }

  private Templates load(PluginProject project) {
    project.build(directory.resolve("plugins/plain.jar"));
    return new PluginFolder(directory.resolve("plugins")).templates();
  }

  private PluginProject project(String source) {
    return new PluginProject(directory.resolve("project"))
        .source("demo.Plain", source)
        .templates("demo.Plain");
  }
}
