package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacktestTest {

  @Test
  void thePartsOfAWholeRunAddUpToItsEndToTheCent() {
    WindowResult whole =
        SampleRuns.run(SampleRuns.plan(SampleRuns.pullback(), 0)).windows().getFirst();
    System.out.println(
        RunSummary.of(SampleRuns.run(SampleRuns.plan(SampleRuns.pullback(), 0))).canonical());
    System.out.println(
        RunSummary.of(SampleRuns.run(SampleRuns.plan(SampleRuns.rotation(), 4))).canonical());

    assertThat(whole.parts().sum()).isEqualTo(whole.parts().end());
  }
}
