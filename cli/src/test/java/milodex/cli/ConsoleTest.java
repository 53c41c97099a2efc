package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import milodex.cli.Shell.Ears;
import milodex.terminal.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Notes, questions and progress on the way to an answer.
class ConsoleTest {

  @TempDir private Path directory;

  private final Ears ears = new Ears();
  private final GlobalOptions options = new GlobalOptions();

  @Test
  void notesGoToStandardErrorUnlessQuiet() {
    console(new Shell(directory)).note("Reading bars.");
    options.quiet = true;
    console(new Shell(directory)).note("Still reading.");
    assertThat(ears.err()).isEqualTo("Reading bars.\n");
    assertThat(ears.out()).isEmpty();
  }

  @Test
  void onlyAWholeYesConfirms() {
    assertThat(confirmed("yes\n")).isTrue();
    assertThat(confirmed(" YES \n")).isTrue();
    assertThat(confirmed("y\n")).isFalse();
    assertThat(confirmed("\n")).isFalse();
    assertThat(confirmed("")).isFalse();
  }

  @Test
  void withoutAnybodyToAskOnlyTheOptionConfirms() {
    Console console = console(new Shell(directory));
    assertThatThrownBy(() -> console.confirm("Reset the kill switch?"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("There is nobody to ask: Reset the kill switch?");
    options.yes = true;
    assertThat(console.confirm("Reset the kill switch?")).isTrue();
  }

  @Test
  void quietWorkShowsNoProgress() {
    options.quiet = true;
    try (Progress progress = console(new Shell(directory)).progress("Backtest", 10)) {
      progress.advance(10);
    }
    assertThat(ears.err()).isEmpty();
  }

  @Test
  void warningsAndBlockersFollowTheAnswer() {
    Reply reply =
        Reply.of()
            .say("Two strategies run.")
            .warn("stale_tail", "XLE ends on Monday.")
            .blocker("halted", "The kill switch is tripped.");
    console(new Shell(directory)).answer("status", reply);
    assertThat(ears.out())
        .isEqualTo(
            """
            Two strategies run.

            Blocked: The kill switch is tripped.

            Warning: XLE ends on Monday.
            """);
  }

  @Test
  void colourNeedsATerminalAndNoObjection() {
    Reply reply = Reply.of().warn("stale_tail", "XLE ends on Monday.");
    console(new Shell(directory).typing("")).answer("status", reply);
    assertThat(ears.out()).contains("\u001b[33m");
    ears.heardOut().reset();
    options.noColor = true;
    console(new Shell(directory).typing("")).answer("status", reply);
    assertThat(ears.out()).doesNotContain("\u001b");
  }

  private boolean confirmed(String typed) {
    return console(new Shell(directory).typing(typed)).confirm("Reset?");
  }

  private Console console(Shell shell) {
    return new Console(shell.environment(ears), options);
  }
}
