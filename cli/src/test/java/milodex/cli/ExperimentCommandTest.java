package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hypothesis comes first, and the newest year is kept from everything that is tried after it.
class ExperimentCommandTest {

  private static final String[] CREATE = {
    "experiment", "create", "dips", "--hypothesis", "Dips in an uptrend recover."
  };

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aMarket() throws IOException {
    bench = Sample.in(directory);
  }

  @Test
  void theFirstHypothesisSealsTheNewestYearAndALaterOneDoesNot() {
    JsonNode first = bench.json(CREATE);
    JsonNode second = bench.json("experiment", "create", "gaps", "--hypothesis", "Gaps close.");

    assertThat(first.at("/data/holdout/sealed").asBoolean()).isTrue();
    assertThat(first.at("/data/holdout/sessions").asInt()).isEqualTo(252);
    assertThat(second.at("/data/holdout")).isEqualTo(first.at("/data/holdout"));
    assertThat(bench.json("research", "holdout").at("/data/holdout"))
        .isEqualTo(first.at("/data/holdout"));
  }

  @Test
  void aBacktestIsHandedNoSealedBar() {
    JsonNode holdout = bench.json(CREATE).at("/data/holdout");
    String from = holdout.at("/from").asText();

    JsonNode run = bench.json("backtest", Sample.PULLBACK, "--start", "2017-01-03");
    JsonNode refused =
        bench.json("backtest", Sample.PULLBACK, "--start", "2017-01-03", "--end", from);

    assertThat(run.at("/data/run/period/to").asText()).isLessThan(from);
    assertThat(refused.at("/error_code").asText()).isEqualTo("holdout_sealed");
    assertThat(refused.at("/exit_code").asInt()).isEqualTo(2);
    assertThat(bench.json("research", "trials").at("/data/trials").asInt()).isEqualTo(1);
  }

  @Test
  void whoLookedBeforeItWasSealedIsTold() {
    bench.json("backtest", Sample.PULLBACK, "--start", "2017-01-03");

    JsonNode created = bench.json(CREATE);

    assertThat(created.at("/data/holdout/trials_that_saw_it").asInt()).isEqualTo(1);
    assertThat(created.at("/warnings/0/code").asText()).isEqualTo("holdout_seen");
  }

  @Test
  void aPreviewWritesNothing() {
    JsonNode preview = bench.json(append(CREATE, "--preview"));

    assertThat(preview.at("/data/created").asBoolean()).isFalse();
    assertThat(bench.json("experiment", "list").at("/data/experiments")).isEmpty();
    assertThat(bench.json("research", "holdout").at("/data/holdout/sealed").asBoolean()).isFalse();
  }

  @Test
  void aPreviewMakesNoLedgerWhereThereIsNone() throws IOException {
    Files.delete(bench.workspace().resolve("data/ledger.db"));

    assertThat(bench.json(append(CREATE, "--preview")).at("/data/seals").asBoolean()).isTrue();
    assertThat(bench.workspace().resolve("data/ledger.db")).doesNotExist();
  }

  @Test
  void whatWasLearntIsShownAndTheEndIsTheEnd() {
    bench.json(CREATE);
    bench.json("experiment", "update", "dips", "--lessons", "Costs eat half.");
    bench.json("experiment", "update", "dips", "--status", "rejected", "--lessons", "Luck.");

    assertThat(bench.run("experiment", "show", "dips").out())
        .contains("Dips in an uptrend recover.", "rejected", "Costs eat half.", "Luck.");
    assertThat(errorOf("experiment", "update", "dips", "--lessons", "Once more."))
        .isEqualTo("experiment_ended");
    assertThat(bench.run("experiment", "list").out())
        .contains("0 of at most 5 hypotheses are open");
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsWritten() {
    bench.json(CREATE);
    String head = bench.json("experiment", "list").at("/refs/ledger_head").asText();

    assertThat(errorOf(CREATE)).isEqualTo("experiment_exists");
    assertThat(errorOf("experiment", "create", "Dips", "--hypothesis", "x"))
        .isEqualTo("invalid_name");
    assertThat(errorOf("experiment", "create", "blank", "--hypothesis", " "))
        .isEqualTo("invalid_hypothesis");
    assertThat(errorOf("experiment", "create", "t", "--hypothesis", "x", "--template", "daily.no"))
        .isEqualTo("unknown_template");
    assertThat(errorOf("experiment", "show", "nothing")).isEqualTo("unknown_experiment");
    assertThat(errorOf("experiment", "update", "dips", "--lessons", " "))
        .isEqualTo("invalid_lessons");
    assertThat(bench.json("experiment", "list").at("/refs/ledger_head").asText()).isEqualTo(head);
  }

  @Test
  void theSixthOpenHypothesisIsRefused() {
    for (String name : List.of("a", "b", "c", "d", "e")) {
      bench.json("experiment", "create", name, "--hypothesis", "Something.");
    }

    assertThat(errorOf(CREATE)).isEqualTo("too_many_open");
  }

  @Test
  void ofTwoProcessesThatPutDownTheFirstOneAtOnceBothSucceedAndOneYearIsSealed()
      throws InterruptedException, ExecutionException {
    for (int round = 0; round < 8; round++) {
      Bench fresh = Bench.in(directory.resolve("round" + round));
      fresh.importSpy();

      List<JsonNode> replies =
          atOnce(fresh, List.of(create("dips", "Dips close."), create("gaps", "Gaps close.")));

      assertThat(replies).allMatch(reply -> reply.at("/exit_code").asInt() == 0);
      assertThat(replies.getFirst().at("/data/holdout"))
          .isEqualTo(replies.getLast().at("/data/holdout"));
      assertThat(fresh.json("experiment", "list").at("/data/experiments")).hasSize(2);
    }
  }

  @Test
  void ofTwoProcessesThatTakeOneNameAtOnceTheSecondIsToldOfTheFirst()
      throws InterruptedException, ExecutionException {
    for (int round = 0; round < 8; round++) {
      Bench fresh = Bench.in(directory.resolve("round" + round));
      fresh.importSpy();

      List<JsonNode> replies =
          atOnce(fresh, List.of(create("dips", "Dips close."), create("dips", "They do not.")));

      assertThat(replies)
          .extracting(reply -> reply.at("/error_code").asText())
          .containsExactlyInAnyOrder("null", "experiment_exists");
    }
  }

  private static String[] create(String name, String hypothesis) {
    return new String[] {"experiment", "create", name, "--hypothesis", hypothesis};
  }

  private static List<JsonNode> atOnce(Bench bench, List<String[]> commands)
      throws InterruptedException, ExecutionException {
    CountDownLatch ready = new CountDownLatch(commands.size());
    List<Callable<JsonNode>> processes = new ArrayList<>();
    for (String[] command : commands) {
      processes.add(
          () -> {
            ready.countDown();
            ready.await();
            return bench.json(command);
          });
    }
    List<JsonNode> replies = new ArrayList<>();
    try (ExecutorService both = Executors.newFixedThreadPool(commands.size())) {
      for (Future<JsonNode> process : both.invokeAll(processes)) {
        replies.add(process.get());
      }
    }
    return replies;
  }

  private String errorOf(String... arguments) {
    return bench.json(arguments).at("/error_code").asText();
  }

  private static String[] append(String[] arguments, String one) {
    return Stream.concat(Arrays.stream(arguments), Stream.of(one)).toArray(String[]::new);
  }
}
