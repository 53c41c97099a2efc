package milodex.strategy.templates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import milodex.market.Timeframe;
import milodex.strategy.Surface;
import milodex.strategy.Template;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The decisions of every daily template on a generated market, for good, as texts in the test
/// resources: if one changes, so must the template's `rulesVersion`.
class GoldenDecisionsTest {

  private static final int BARS = 900;

  /// Where a text that differs is left, to be looked at.
  private static final Path NEW = Path.of("target", "golden");

  static Stream<Template> templates() {
    return Surface.shipped().filter(rule -> rule.barSizes().contains(Timeframe.DAY_1));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void theTemplateDecidesAsItDidWhenItWasWritten(Template rule) throws IOException {
    String told = told(rule);
    String name = rule.name() + ".txt";
    String golden = golden(name);
    if (!told.equals(golden)) {
      Files.createDirectories(NEW);
      Files.writeString(NEW.resolve(name), told);
    }

    assertThat(told)
        .as(
            "%s decides otherwise than its golden text. If that is meant, let its rulesVersion rise"
                + " and copy strategy/target/golden/%s over the one in"
                + " strategy/src/test/resources/milodex/strategy/templates/golden",
            rule.name(), name)
        .isEqualTo(golden);
  }

  /// Every signal, how often each rule summed a session up, and a hash of every word and number.
  private static String told(Template rule) {
    List<String> lines = new ArrayList<>();
    TreeMap<String, Integer> sessions = new TreeMap<>();
    MessageDigest everything = sha256();
    Replay.of(rule, BARS)
        .run(
            (seen, decision) -> {
              Told.signals(decision).forEach(signal -> lines.add(seen.session() + " " + signal));
              sessions.merge(decision.rule(), 1, Integer::sum);
              everything.update(Told.inFull(decision).toString().getBytes(UTF_8));
            });
    lines.add("sessions " + sessions);
    lines.add("sha256 " + HexFormat.of().formatHex(everything.digest()));
    return String.join("\n", lines) + "\n";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = GoldenDecisionsTest.class.getResourceAsStream("golden/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), UTF_8);
    }
  }
}
