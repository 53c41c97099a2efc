package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import milodex.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The contract with programs.
class JsonReplyTest {

  @TempDir private Path directory;

  @Test
  void aReplyIsOneObjectWithEveryFieldInOrder() throws IOException {
    Reply reply =
        Reply.of()
            .strategy("meanrev.daily.pullback_rsi2.curated_largecap.v1")
            .stage("backtest")
            .dataFreshness("2024-02-29")
            .broker("simulated")
            .warn("stale_tail", "XLE ends on Monday.")
            .ref("run", "ab12")
            .summary("Backtest done.");
    reply
        .data()
        .money("equity", Money.parse("100000.10"))
        .number("sharpe", 0.71)
        .undefined("sortino", "no losing day")
        .count("trades", 14)
        .flag("deterministic", true)
        .absent("benchmark")
        .texts("excluded", List.of("TLT"))
        .objects("windows", List.of(Data.of().count("window", 1)));
    String json = JsonReply.of("backtest", Shell.NOW, reply);
    assertThat(json)
        .isEqualTo(
            """
            {"schema_version":1,"command":"backtest","timestamp":"2024-03-01T21:05:00.123Z",\
            "status":"ok","exit_code":0,"error_code":null,\
            "strategies":["meanrev.daily.pullback_rsi2.curated_largecap.v1"],"stage":"backtest",\
            "data_freshness":"2024-02-29","broker":"simulated",\
            "warnings":[{"code":"stale_tail","says":"XLE ends on Monday."}],"blockers":[],\
            "refs":{"run":"ab12"},"summary":"Backtest done.",\
            "data":{"equity":"100000.1","sharpe":0.71,"sortino":null,"trades":14,\
            "deterministic":true,"benchmark":null,"excluded":["TLT"],"windows":[{"window":1}],\
            "undefined":{"sortino":"no losing day"}}}""");
    assertThat(problems(json)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyExitCodeHasAValidReply(ExitCode exit) throws IOException {
    Reply reply = Reply.of().exit(exit).summary("It ended.");
    if (exit != ExitCode.DONE) {
      reply.errorCode("some_code");
    }
    assertThat(problems(JsonReply.of("status", Shell.NOW, reply))).isEmpty();
  }

  @Test
  void whatTheCommandsAnswerKeepsTheContract() throws IOException {
    List<List<String>> lines =
        List.of(
            List.of("--version"),
            List.of("--help"),
            List.of("init"),
            List.of("completion"),
            List.of("init", "--nonsense"),
            List.of("nonsense"));
    for (List<String> line : lines) {
      String[] arguments = line.toArray(String[]::new);
      String[] asked = Arrays.copyOf(arguments, arguments.length + 1);
      asked[arguments.length] = "--json";
      assertThat(problems(new Shell(directory).run(asked).out())).as("%s", line).isEmpty();
    }
  }

  @Test
  void theSchemaRefusesWhatBreaksTheContract() throws IOException {
    String good = JsonReply.of("status", Shell.NOW, Reply.of().summary("Fine."));
    assertThat(problems(good)).isEmpty();
    assertThat(problems(good.replace("\"status\":\"ok\"", "\"status\":\"error\""))).isNotEmpty();
    assertThat(problems(good.replace("\"exit_code\":0", "\"exit_code\":3"))).isNotEmpty();
    assertThat(problems(good.replace("\"refs\":{},", ""))).isNotEmpty();
    assertThat(problems(good.replace("\"refs\":", "\"reference\":{},\"refs\":"))).isNotEmpty();
    assertThat(problems(good.replace("\"Fine.\"", "\"\""))).isNotEmpty();
  }

  @Test
  void aNumberThatJsonCannotSayHasToBeUndefined() {
    assertThatThrownBy(() -> Data.of().number("sharpe", Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sharpe is NaN, which JSON cannot say");
    assertThatThrownBy(() -> Data.of().count("n", 1).count("n", 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'n' is taken");
  }

  @Test
  void theDocumentListsEveryExitCode() throws IOException {
    String document = Files.readString(Project.root().resolve("docs/json.md"));
    assertThat(ExitCode.values())
        .allSatisfy(
            exit ->
                assertThat(document)
                    .contains("| %d | `%s` |".formatted(exit.number(), exit.status())));
  }

  private static Set<ValidationMessage> problems(String json) throws IOException {
    try (InputStream schema =
        JsonReply.class.getClassLoader().getResourceAsStream("schema/reply.schema.json")) {
      JsonSchema contract =
          JsonSchemaFactory.getInstance(VersionFlag.V202012)
              .getSchema(Objects.requireNonNull(schema));
      return contract.validate(json, InputFormat.JSON);
    }
  }
}
