package milodex.yaml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import milodex.config.ConfigException;
import milodex.strategy.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shipped files with a few slips in them are either read or refused with places, never a crash.
class ConfigFuzzTest {

  private static final String[] SLIPS = {
    "null",
    "~",
    "[",
    "]",
    "{",
    "}",
    ": ",
    "- ",
    "#",
    "&a ",
    "*a",
    "!!int ",
    "|\n",
    ">",
    "\"",
    "'",
    "\t",
    "\n",
    "\n---\n",
    "...",
    "%",
    "@",
    "`",
    ".inf",
    ".nan",
    "-0",
    "1e9",
    "1e-9",
    "99999999999",
    "\u0000",
    "\u0085",
    "\u00ff",
    "?",
    "<<: ",
    "true",
    "2020-02-30",
    "SPY",
    "universe: ",
    "é"
  };

  @TempDir Path folder;

  @Test
  void aSlipInAFileIsNeverACrash() throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
    ConfigFolder configs = new ConfigFolder(ShippedConfigsTest.root(), Templates.shipped());
    List<Path> shipped = ShippedConfigsTest.files();
    Path file = folder.resolve("slip.yaml");
    int refused = 0;
    for (int i = 0; i < 1_200; i++) {
      String text = Files.readString(shipped.get(i % shipped.size()));
      for (int slips = 1 + random.nextInt(3); slips > 0; slips--) {
        text = slip(text, random);
      }
      Files.writeString(file, text, ISO_8859_1);
      refused += isRefused(configs, file) ? 1 : 0;
    }
    assertThat(refused).isBetween(400, 1_150);
  }

  private static boolean isRefused(ConfigFolder configs, Path file) {
    try {
      configs.validate(file);
      return false;
    } catch (ConfigException e) {
      assertThat(e.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.says()).isNotBlank());
      return true;
    }
  }

  private static String slip(String text, RandomGenerator random) {
    int at = random.nextInt(text.length() + 1);
    List<String> lines = new ArrayList<>(text.lines().toList());
    int line = random.nextInt(Math.max(1, lines.size()));
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(line);
      case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
      case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
      case 3 -> {
        int colon = lines.get(line).indexOf(':');
        lines.set(line, lines.get(line).substring(0, colon + 1) + " " + any(random));
      }
      case 4 -> {
        return text.substring(0, at) + any(random) + text.substring(at);
      }
      default -> {
        int end = Math.min(text.length(), at + 1 + random.nextInt(5));
        return text.substring(0, at) + text.substring(end);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String any(RandomGenerator random) {
    return SLIPS[random.nextInt(SLIPS.length)];
  }
}
