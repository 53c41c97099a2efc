package milodex.cli;

import static milodex.cli.Signals.Sent.INTERRUPT;
import static milodex.cli.Signals.Sent.TERMINATE;
import static milodex.trading.StopRequests.Wanted.CONTROLLED_STOP;
import static milodex.trading.StopRequests.Wanted.GO_ON;
import static milodex.trading.StopRequests.Wanted.KILL_SWITCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import milodex.cli.Shell.Ears;
import org.junit.jupiter.api.Test;

/// What an operator means by Ctrl-C.
class StopDialogTest {

  private final Ears ears = new Ears();

  @Test
  void whereNothingIsSentNothingIsWanted() {
    assertThat(typing("k\n").wanted()).isEqualTo(GO_ON);
    assertThat(ears.err()).isEmpty();
  }

  @Test
  void aTerminationIsAControlledStopThatNobodyIsAskedAbout() {
    assertThat(sent(TERMINATE, typing("k\n"))).isEqualTo(CONTROLLED_STOP);
    assertThat(ears.err()).doesNotContain(StopDialog.QUESTION).contains("left as they are");
  }

  @Test
  void ctrlCAsksAndTheAnswerCounts() {
    assertThat(sent(INTERRUPT, typing("c\n"))).isEqualTo(CONTROLLED_STOP);
    assertThat(sent(INTERRUPT, typing(" K \n"))).isEqualTo(KILL_SWITCH);
    assertThat(sent(INTERRUPT, typing("n\n"))).isEqualTo(GO_ON);
  }

  @Test
  void theWordsOfTheQuestionAreAnswersToo() {
    assertThat(sent(INTERRUPT, typing("Controlled Stop\n"))).isEqualTo(CONTROLLED_STOP);
    assertThat(sent(INTERRUPT, typing("controlled\n"))).isEqualTo(CONTROLLED_STOP);
    assertThat(sent(INTERRUPT, typing("kill\n"))).isEqualTo(KILL_SWITCH);
    assertThat(sent(INTERRUPT, typing("kill  switch\n"))).isEqualTo(KILL_SWITCH);
    assertThat(sent(INTERRUPT, typing("nevermind\n"))).isEqualTo(GO_ON);
    assertThat(sent(INTERRUPT, typing("never mind\n"))).isEqualTo(GO_ON);
    assertThat(ears.err()).doesNotContain("no answer");
  }

  @Test
  void whatIsNoAnswerIsSaidToBeNoneAndAskedAgain() {
    assertThat(sent(INTERRUPT, typing("yes\n\nk\n"))).isEqualTo(KILL_SWITCH);
    assertThat(ears.err().split("evermind", -1)).hasSize(4);
    assertThat(ears.err())
        .contains("`yes` is no answer. Type c, k or n, or the words; Ctrl-C pulls the kill switch.")
        .contains("`` is no answer.");
  }

  @Test
  void whereNothingMoreWillBeTypedItIsAControlledStop() {
    assertThat(sent(INTERRUPT, typing(""))).isEqualTo(CONTROLLED_STOP);
  }

  @Test
  void whereNobodyCanBeAskedItIsAControlledStop() {
    StopDialog dialog = new StopDialog(new Shell(Path.of("")).environment(ears));

    assertThat(sent(INTERRUPT, dialog)).isEqualTo(CONTROLLED_STOP);
    assertThat(ears.err()).doesNotContain(StopDialog.QUESTION);
  }

  @Test
  void afterNevermindTheNextCtrlCAsksAnew() {
    StopDialog dialog = typing("n\nk\n");

    assertThat(sent(INTERRUPT, dialog)).isEqualTo(GO_ON);
    assertThat(dialog.wanted()).isEqualTo(GO_ON);
    assertThat(sent(INTERRUPT, dialog)).isEqualTo(KILL_SWITCH);
  }

  private StopDialog typing(String text) {
    return new StopDialog(new Shell(Path.of("")).typing(text).environment(ears));
  }

  private static Object sent(Signals.Sent signal, StopDialog dialog) {
    dialog.sent(signal);
    return dialog.wanted();
  }
}
