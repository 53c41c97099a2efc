package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milodex.cli.ReconcileAdoptCommand.PriceOf;
import milodex.market.Symbol;
import milodex.money.Price;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;

/// A command that packs a bag: what it takes arrives as it was said.
class WordsTest {

  private final List<String> got = new ArrayList<>();

  private final Command pack =
      new Command() {
        @Override
        public String name() {
          return "pack";
        }

        @Override
        public Usage usage() {
          return Usage.of("Pack a bag to 100%.", "And close it.")
              .flag("-q, --quick", "Throw it in.", () -> got.add("quick"))
              .option("--days", "N", Integer.class, "How long.", n -> got.add("days " + n))
              .required("--to", "TOWN", String.class, "Where to.", town -> got.add("to " + town))
              .options("--for", "WHO", String.class, "For whom.", all -> got.add("for " + all))
              .word("BAG", String.class, "Which bag.", bag -> got.add("bag " + bag))
              .words(1, "THING", Integer.class, "What.", all -> got.add("things " + all));
        }
      };

  private CommandLine line() {
    CommandLine line = new CommandLine(Words.of(pack));
    line.getCommandSpec().parser().collectErrors(true);
    return line;
  }

  private List<Exception> read(String... arguments) {
    got.clear();
    return line().parseArgs(arguments).errors();
  }

  @Test
  void everyThingIsHandedOverAsItsType() {
    assertThat(read("red", "7", "8", "-q", "--days", "3", "--to", "Rome")).isEmpty();

    assertThat(got).contains("bag red", "things [7, 8]", "quick", "days 3", "to Rome");
  }

  @Test
  void whatWasNotSaidIsNotHandedOver() {
    assertThat(read("red", "7", "--to", "Rome")).isEmpty();

    assertThat(got).doesNotContain("quick").noneMatch(one -> one.startsWith("days"));
  }

  @Test
  void whatMayBeSaidAgainIsHandedOverWhole() {
    assertThat(read("red", "--for", "Ann", "7", "--to", "Rome", "--for", "Bo")).isEmpty();

    assertThat(got).endsWith("for [Ann, Bo]");
  }

  @Test
  void whatMayBeSaidOnceIsRefusedTheSecondTime() {
    assertThat(read("red", "7", "--to", "Rome", "--to", "Oslo"))
        .hasExactlyElementsOfTypes(OverwrittenOptionException.class);
  }

  @Test
  void whatHasToBeThereIsMissed() {
    assertThat(read("red", "7")).hasExactlyElementsOfTypes(MissingParameterException.class);
    assertThat(read("red", "--to", "Rome"))
        .hasExactlyElementsOfTypes(MissingParameterException.class);
    assertThat(read("--to", "Rome")).isNotEmpty();
  }

  @Test
  void aPerCentSignIsWrittenAsItIs() {
    assertThat(line().getUsageMessage()).contains("Pack a bag to 100%.", "And close it.");
  }

  @Test
  void theVersionIsNamedBehindAnyCommand(@TempDir Path folder) {
    Shell shell = new Shell(folder);

    assertThat(shell.run("status", "--version").out())
        .isEqualTo(shell.run("--version").out())
        .startsWith("milodex ");
  }

  @Test
  void aPriceIsSaidWithItsSymbol() {
    assertThat(PriceOf.parse("weird=7.5"))
        .isEqualTo(new PriceOf(Symbol.of("WEIRD"), Price.parse("7.5")));
    assertThatThrownBy(() -> PriceOf.parse("7.5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'7.5' is not SYMBOL=DOLLARS");
  }
}
