package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.ROTATION;

import java.io.IOException;
import java.nio.file.Path;
import milodex.ledger.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreStoryTest {
  @TempDir private Path directory;

  private void say(Shell.Said said) {
    System.out.println("--- exit " + said.exit() + "\n" + said.out() + said.err());
  }

  @Test
  void story() throws IOException {
    PaperBench paper = PaperBench.in(directory);
    paper.daily("2018-09-28T17:00", PULLBACK, ROTATION);
    for (String day :
        new String[] {"2018-10-01", "2018-10-02", "2018-10-03", "2018-10-04", "2018-10-05"}) {
      paper.evening(day);
      if (day.equals("2018-10-02")) {
        say(paper.at("2018-10-02T18:00").run("backup", "safe"));
        say(paper.at("2018-10-02T18:00").run("backup", "safe"));
      }
    }
    for (Event event : paper.events()) {
      String line = FactLine.of(event.fact());
      System.out.println(event.seq() + " " + line.substring(0, Math.min(150, line.length())));
    }
    say(paper.at("2018-10-05T18:00").run("restore", "safe"));
    java.nio.file.Files.delete(paper.at("2018-10-05T18:00").ledger());
    say(paper.at("2018-10-05T18:00").run("restore", "safe"));
    say(paper.at("2018-10-05T18:00").run("restore", "safe", "--confirm"));
    say(paper.at("2018-10-05T18:00").run("status"));
    say(paper.at("2018-10-05T18:00").run("reconcile"));
    say(paper.at("2018-10-05T18:00").run("reconcile", "adopt", "--reason", "restored"));
    paper.imports("2018-10-05T18:00");
    say(paper.at("2018-10-05T18:05").run("run", "daily", PULLBACK, ROTATION));
    say(paper.at("2018-10-05T18:05").run("reconcile"));
    say(
        paper
            .at("2018-10-05T18:05")
            .run("reconcile", "adopt", "--reason", "restored", "--confirm"));
    say(paper.at("2018-10-05T18:05").run("reconcile"));
    say(paper.at("2018-10-05T18:05").run("alerts", "list"));
    say(
        paper
            .at("2018-10-05T18:05")
            .run(
                "trade",
                "kill-switch",
                "reset",
                "--incident",
                "2018-10-05-1",
                "--reason",
                "looked",
                "--confirm"));
    say(paper.at("2018-10-08T17:00").run("data", "import", "market", "--source", "sample"));
    say(paper.at("2018-10-08T17:00").run("run", "daily", PULLBACK, ROTATION));
    say(paper.at("2018-10-08T17:00").run("status"));
    for (Event event : paper.events()) {
      String line = FactLine.of(event.fact());
      System.out.println(event.seq() + " " + line.substring(0, Math.min(150, line.length())));
    }
  }
}
