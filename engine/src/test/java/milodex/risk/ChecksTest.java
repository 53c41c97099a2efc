package milodex.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import milodex.ledger.Finding;
import org.junit.jupiter.api.Test;

class ChecksTest {

  @Test
  void everyRowIsThereOnceAndInOrder() {
    assertThat(Checks.all())
        .extracting(Check::row)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 28).boxed().toList());
  }

  @Test
  void noReasonBelongsToTwoRows() {
    assertThat(Checks.all().stream().flatMap(check -> check.codes().stream()))
        .doesNotHaveDuplicates();
    assertThat(Checks.all()).extracting(Check::name).doesNotHaveDuplicates();
  }

  @Test
  void theseRowsCanStopACoveredReduction() {
    assertThat(Checks.all().stream().filter(Check::bindsReductions).map(Check::row))
        .containsExactly(1, 2, 3, 8, 11, 26, 27, 28);
  }

  @Test
  void theseRowsTrim() {
    assertThat(Checks.all().stream().filter(check -> check instanceof SizeCheck).map(Check::row))
        .containsExactly(18, 19, 20, 24, 25);
  }

  @Test
  void everyVerdictShowsEveryRowInOrder() {
    for (Scene scene : List.of(new Scene(), Judged.sale(5, 5, sale -> {}))) {
      assertThat(Judged.verdict(Judged.STANDARD, scene).findings())
          .extracting(Finding::row)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 28).boxed().toList());
    }
  }

  @Test
  void everyFindingSaysSomethingAndOnlyBreachesHaveACode() {
    for (Wrong wrong : Wrong.all()) {
      Scene scene = new Scene();
      wrong.how().accept(scene, Judged.STANDARD);
      for (Finding finding : Judged.verdict(Judged.STANDARD, scene).findings()) {
        assertThat(finding.says()).isNotBlank();
        assertThat(finding.code().isEmpty())
            .isEqualTo(
                finding.outcome() == Finding.Outcome.CLEAR
                    || finding.outcome() == Finding.Outcome.NOT_APPLICABLE);
        if (!finding.code().isEmpty()) {
          assertThat(Checks.all().get(finding.row() - 1).codes()).contains(finding.code());
        }
      }
    }
  }
}
