package milodex.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The guide's table is the table the gate runs.
class RiskGuideTest {

  private static final Path GUIDE = Path.of("docs", "guide", "risk.md");

  @Test
  void theGuideListsEveryRowAsTheCodeHasIt() throws IOException {
    List<List<String>> written =
        Files.readAllLines(projectRoot().resolve(GUIDE)).stream()
            .filter(line -> line.matches("\\| \\d.*"))
            .map(RiskGuideTest::cells)
            .toList();

    assertThat(written.stream().map(cells -> cells.subList(0, 5)))
        .containsExactlyElementsOf(Checks.all().stream().map(RiskGuideTest::row).toList());
    assertThat(written).allMatch(cells -> cells.size() == 6 && !cells.get(5).isEmpty());
  }

  private static List<String> row(Check check) {
    String mark = check.bindsReductions() ? "R" : check instanceof SizeCheck ? "T" : "";
    String codes =
        check.codes().stream().map(code -> "`" + code + "`").collect(Collectors.joining(", "));
    return List.of(Integer.toString(check.row()), mark, check.name(), codes, standard(check.row()));
  }

  private static String standard(int row) {
    RiskPolicy policy = RiskPolicy.standard();
    return switch (row) {
      case 4 -> "this session";
      case 9 -> "last completed session; 300 s within one";
      case 10 -> "0.5 % warns, " + Figures.percent(policy.maxPriceDisagreement()) + " blocks";
      case 12 -> Figures.percent(policy.maxGap());
      case 13 -> Figures.percent(policy.maxDailyLoss());
      case 14 -> Figures.percent(policy.maxDrawdown());
      case 15, 23 -> "per file";
      case 16 -> Integer.toString(policy.maxEntriesPerDay());
      case 17 -> policy.maxOrdersPerMinute() + " a minute";
      case 18 ->
          Figures.percent(policy.maxOrderValue())
              + ", "
              + Figures.percent(policy.maxSinglePosition());
      case 19 -> Figures.percent(policy.maxTotalExposure());
      case 20 -> Figures.percent(policy.maxSectorExposure());
      case 21 -> policy.maxCorrelatedPositions() + " from " + policy.minCorrelation();
      case 22 -> Integer.toString(policy.maxPositions());
      case 24 -> Figures.percent(policy.reserve()) + " reserve";
      case 25 -> Figures.percent(policy.maxVolumeShare());
      case 26 -> policy.duplicateWindowSeconds() + " s";
      default -> "";
    };
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
  }

  private static Path projectRoot() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(GUIDE))) {
        return folder;
      }
    }
    throw new AssertionError("no folder above holds " + GUIDE);
  }
}
