package milodex.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCsvTest {

  @TempDir Path dir;

  @Test
  void theFilesOfSeedOneAreTheSameOnEveryMachine() throws Exception {
    assertThat(fingerprint(1, "a"))
        .isEqualTo("998903275e843091274e38bf37d0e271eb2f7f141d307dc92b16bc3832c96431");
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
    assertThat(fingerprint(7, "a")).isEqualTo(fingerprint(7, "b"));
    assertThat(fingerprint(7, "c")).isNotEqualTo(fingerprint(8, "d"));
    assertThat(fingerprint(0, "e")).isNotEqualTo(fingerprint(-1, "f"));
  }

  @Test
  void everyInstrumentHasItsBarsAndItsActionsInTheLayoutOfTheImport() throws IOException {
    SampleMarket market = SampleMarket.generate(1);
    SampleCsv.write(market, dir);
    List<Path> files = files(dir);
    assertThat(files).hasSize(2 * market.series().size());
    List<String> bars = Files.readAllLines(dir.resolve("daily-raw/SIM-HOTEL.csv"));
    assertThat(bars.getFirst()).isEqualTo("date,open,high,low,close,volume,adj_close");
    assertThat(bars.get(1)).matches("2013-05-16(,\\d+\\.\\d{1,2}){4},\\d+00,");
    assertThat(bars).hasSize(1 + market.series().get(14).size());
  }

  @Test
  void splitsDividendsAndTheDelistingStandBesideTheBars() throws IOException {
    SampleCsv.write(SampleMarket.generate(1), dir);
    assertThat(actions("SIM-ALFA"))
        .containsExactly(
            "ex_date,type,value,basis",
            "2011-05-23,split,2,reported",
            "2019-08-05,split,4,reported");
    assertThat(actions("SIM-HOTEL")).containsExactly("ex_date,type,value,basis");
    assertThat(actions("SIM-ECHO").getLast()).matches("2015-09-18,delisting,\\d+\\.\\d+,reported");
    assertThat(actions("SIM-IDX").get(1)).matches("2008-03-17,dividend,0\\.\\d{4},reported");
  }

  @Test
  void writingAgainReplacesTheFilesAndLeavesNothingElse() throws Exception {
    SampleCsv.write(SampleMarket.generate(5), dir.resolve("x"));
    assertThat(fingerprint(6, "x")).isEqualTo(fingerprint(6, "y"));
  }

  private List<String> actions(String symbol) throws IOException {
    return Files.readAllLines(dir.resolve("corporate-actions").resolve(symbol + ".csv"));
  }

  private String fingerprint(long seed, String folder)
      throws IOException, NoSuchAlgorithmException {
    Path target = dir.resolve(folder);
    SampleCsv.write(SampleMarket.generate(seed), target);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path file : files(target)) {
      String name = target.relativize(file).toString().replace('\\', '/');
      digest.update(name.getBytes(UTF_8));
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
