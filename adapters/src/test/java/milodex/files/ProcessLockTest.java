package milodex.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {

  @TempDir Path folder;

  @Test
  void onlyOneHasItAndTheSecondIsToldWho() throws IOException {
    Path file = folder.resolve("locks/run");

    try (ProcessLock first = ProcessLock.tryHold(file, "process 12").orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(ProcessLock.tryHold(file, "process 13")).isEmpty();
      assertThat(ProcessLock.holder(file)).isEqualTo("process 12");
    }

    try (ProcessLock second = ProcessLock.tryHold(file, "13").orElseThrow()) {
      assertThat(second).isNotNull();
      assertThat(ProcessLock.holder(file)).isEqualTo("13");
    }
  }

  @Test
  void theHolderMaySaySomethingElseLaterLongerOrShorter() throws IOException {
    Path file = folder.resolve("run");

    try (ProcessLock lock = ProcessLock.tryHold(file, "process 12").orElseThrow()) {
      lock.tell("process 12 is half way");
      assertThat(ProcessLock.holder(file)).isEqualTo("process 12 is half way");
      lock.tell("done");
      assertThat(ProcessLock.holder(file)).isEqualTo("done");
      assertThat(ProcessLock.isHeld(file)).isTrue();
    }
  }

  @Test
  void theFileOfADeadProcessHoldsNothing() throws IOException {
    Path file = folder.resolve("run");
    Files.writeString(file, "process 99999999");

    try (ProcessLock lock = ProcessLock.tryHold(file, "we").orElseThrow()) {
      assertThat(lock).isNotNull();
    }
    assertThat(ProcessLock.holder(folder.resolve("none"))).isEmpty();
  }
}
