package milodex.cli;

import static milodex.cli.CrashPoint.Where.AFTER_APPEND;
import static milodex.cli.CrashPoint.Where.AFTER_SUBMIT;
import static milodex.cli.CrashPoint.Where.BEFORE_APPEND;
import static milodex.cli.CrashPoint.Where.WITHIN_LINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import milodex.cli.Shell.Said;
import milodex.files.ProcessLock;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.RunnerFact;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A rehearsal dies, and the same command goes on as if it had not: its ledger is, event by event,
/// that of a rehearsal nothing happened to.
///
/// `MILODEX_CRASHES` says under how many seeds it is killed and halted; a few without it.
class RehearsalCrashTest {

  private static final int SEEDS =
      Optional.ofNullable(System.getenv("MILODEX_CRASHES")).map(Integer::parseInt).orElse(2);

  /// How often it is killed under one seed before it is left alone.
  private static final int KILLS = 2;

  /// At how many points it is halted under one seed.
  private static final int HALTS = 10;

  /// Bytes that its files grow by over a fifth of the period or so.
  private static final int FIFTH = 600_000;

  private static final RehearsalBench.Period YEAR =
      new RehearsalBench.Period("2018-01-02", "2018-12-31");

  @TempDir private static Path directory;
  private static RehearsalBench rehearsal =
      new RehearsalBench(new Bench(Path.of("")), RehearsalBench.SHORT, "", List.of());

  @BeforeAll
  static void itRunsThroughOnce() throws IOException {
    rehearsal = RehearsalBench.in(directory, RehearsalBench.SHORT);
  }

  @BeforeEach
  void nothingIsLeftOfTheTestBefore() {
    rehearsal.forget();
  }

  @Test
  void aProcessHaltsWithinTheSendingOfAnOrder() {
    List<Event> sent = all(event -> event.fact() instanceof Fact.OrderSubmitted);
    assertThat(sent).hasSizeGreaterThan(4);

    haltsAt(
        new CrashPoint(BEFORE_APPEND, sent.get(0).key()),
        new CrashPoint(AFTER_APPEND, sent.get(1).key()),
        new CrashPoint(WITHIN_LINE, orderOf(sent.get(2))),
        new CrashPoint(AFTER_SUBMIT, orderOf(sent.get(3))),
        new CrashPoint(AFTER_APPEND, fillOf(sent.get(4)).key()));
  }

  @Test
  void aProcessHaltsWithinAClose() {
    List<Event> events = rehearsal.undisturbed();
    Event evaluated =
        all(event ->
                event.fact() instanceof Fact.StrategyEvaluated
                    && events.get((int) event.seq()).fact() instanceof Fact.StrategyEvaluated)
            .getFirst();
    List<Event> moments = all(event -> event.fact() instanceof RunnerFact.MomentPassed);

    haltsAt(
        new CrashPoint(AFTER_APPEND, evaluated.key()),
        new CrashPoint(BEFORE_APPEND, moments.getLast().key()));
  }

  @Test
  void itStopsAtManyPointsOfOneSeed() {
    Seeds.forEachSeed(
        SEEDS,
        seed -> {
          rehearsal.forget();
          for (CrashPoint point : points(Seeds.random(seed))) {
            if (!isBehind(point)) {
              rehearsal.goOnUpTo(point);
            }
          }
          rehearsal.assertGoesOnAsIfNothingHadBeen();
        });
  }

  @Test
  void processesAreKilledOnTheWay() {
    Seeds.forEachSeed(
        SEEDS,
        seed -> {
          rehearsal.forget();
          RandomGenerator random = Seeds.random(seed);
          for (int i = 0; i < KILLS; i++) {
            killed(random.nextInt(1, FIFTH));
          }
          rehearsal.assertGoesOnAsIfNothingHadBeen();
        });
  }

  @Test
  void twoProcessesDoNotRunItAndTheLockOfADeadOneHoldsNobodyUp() throws IOException {
    RehearsalBench year = RehearsalBench.unread(rehearsal.bench(), YEAR);
    ChildProcess first = year.start();
    String holder = "process " + first.process().pid() + " since ";
    while (!ProcessLock.holder(year.folder().lock()).startsWith(holder)) {
      assertThat(first.isOver()).as(first.out()).isFalse();
    }
    signal("-STOP", first);
    try {
      JsonNode second = year.run();

      assertThat(second.get("exit_code").asInt()).isEqualTo(8);
      assertThat(second.get("error_code").asText()).isEqualTo("rehearsal_locked");
      assertThat(second.at("/data/failure/why").asText()).contains(holder);
    } finally {
      first.kill();
    }
    assertThat(year.run().get("exit_code").asInt()).isZero();
    year.assertSound();
  }

  private static void haltsAt(CrashPoint... points) {
    for (CrashPoint point : points) {
      Said said = rehearsal.startHaltingAt(point).ended();
      assertThat(said.exit()).as(point + said.err()).isEqualTo(HaltingRehearsal.HALTED);
    }
    rehearsal.assertGoesOnAsIfNothingHadBeen();
  }

  /// Before and after appends and answers of the broker, in the order they come in.
  private static List<CrashPoint> points(RandomGenerator random) {
    List<Event> events = new ArrayList<>(rehearsal.undisturbed());
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      places.add(i);
    }
    Collections.shuffle(places, random);
    return places.stream()
        .limit(HALTS)
        .sorted()
        .map(events::get)
        .map(event -> point(event, random.nextInt(3)))
        .toList();
  }

  /// Whether a halt before it was in the same append, and left it behind with that.
  private static boolean isBehind(CrashPoint point) {
    return Files.exists(rehearsal.folder().ledger())
        && rehearsal.events().stream()
            .map(Event::key)
            .anyMatch(key -> key.equals(point.key()) || key.equals("order/" + point.key()));
  }

  private static CrashPoint point(Event event, int kind) {
    if (event.fact() instanceof Fact.OrderSubmitted) {
      return switch (kind) {
        case 0 -> new CrashPoint(AFTER_APPEND, event.key());
        case 1 -> new CrashPoint(WITHIN_LINE, orderOf(event));
        default -> new CrashPoint(AFTER_SUBMIT, orderOf(event));
      };
    }
    return new CrashPoint(kind == 0 ? BEFORE_APPEND : AFTER_APPEND, event.key());
  }

  /// Starts it, and kills it once its files have grown by `bytes`; it may come to its end before.
  private static void killed(int bytes) {
    long before = written();
    ChildProcess process = rehearsal.start();
    while (!process.isOver() && written() - before < bytes) {
      Thread.onSpinWait();
    }
    process.kill();
  }

  private static long written() {
    long sum = 0;
    for (String file : List.of("broker.jsonl", "ledger.db", "ledger.db-wal")) {
      Path path = rehearsal.folder().root().resolve(file);
      try {
        sum += Files.exists(path) ? Files.size(path) : 0;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sum;
  }

  private static void signal(String signal, ChildProcess to) throws IOException {
    Process kill = new ProcessBuilder("kill", signal, "" + to.process().pid()).start();
    assertThat(kill.onExit().join().exitValue()).isZero();
  }

  private static List<Event> all(Predicate<Event> which) {
    return rehearsal.undisturbed().stream().filter(which).toList();
  }

  private static String orderOf(Event sent) {
    return ((Fact.OrderSubmitted) sent.fact()).order().toString();
  }

  private static Event fillOf(Event sent) {
    return all(event ->
            event.fact() instanceof Fact.FillRecorded filled
                && filled.fill().order().toString().equals(orderOf(sent)))
        .getFirst();
  }
}
