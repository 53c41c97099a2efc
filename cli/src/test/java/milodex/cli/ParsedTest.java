package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// That few commands are learnt is never to be seen in what is understood.
class ParsedTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "--json status",
        "--home status orders",
        "orders --home status",
        "orders resolve status --reason halt --confirm",
        "explain status",
        "explain explain",
        "halt --reason trade",
        "trade kill-switch trip --reason status",
        "trade kill-switch trip --reason=status --mode REDUCE-ONLY",
        "trade status",
        "data bars STATUS halt",
        "config validate status",
        "status halt",
        "orders orders",
        "orders --all=status",
        "trade",
        "trade --json",
        "statu",
        "-- status",
        "--version status",
        "--version statu",
        "status --help",
        "--help",
        "ledger tail 5 --verb",
        "ledger tail tail"
      })
  void whatAParserOfAllCommandsUnderstandsIsUnderstood(String text) {
    understandsAsMuch(text.split(" ", -1));
  }

  @Test
  void aFolderMayBeCalledLikeACommand() {
    Parsed parsed = Parsed.of("--home=status", "orders");

    assertThat(parsed.root().options.home).contains(Path.of("status"));
    assertThat(parsed.line().getCommandName()).isEqualTo("orders");
  }

  @Test
  void whatStandsInAFileIsUnderstoodToo() throws IOException {
    for (String text : List.of("status", "orders resolve mx-1 --reason x", "trade halt", "tail")) {
      Path file = Files.writeString(folder.resolve("arguments"), text);
      understandsAsMuch("@" + file);
      understandsAsMuch("--json", "@" + file);
      understandsAsMuch("ledger", "@" + file);
    }
  }

  private static void understandsAsMuch(String... arguments) {
    ParseResult all = Milodex.parser(new Root()).parseArgs(arguments);

    assertThat(understood(Parsed.of(arguments).result())).isEqualTo(understood(all));
  }

  private static List<String> understood(ParseResult result) {
    return result.asCommandLineList().stream().map(ParsedTest::understood).toList();
  }

  private static String understood(CommandLine line) {
    ParseResult result = line.getParseResult();
    return "%s %s %s %s"
        .formatted(
            line.getCommandName(),
            result.matchedOptions().stream()
                .map(option -> option.longestName() + "=" + option.stringValues())
                .toList(),
            result.matchedPositionals().stream().map(one -> one.stringValues()).toList(),
            result.errors().stream().map(Exception::getMessage).toList());
  }
}
