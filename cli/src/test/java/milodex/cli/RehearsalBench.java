package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import milodex.broker.BrokerChange;
import milodex.broker.BrokerChangeText;
import milodex.broker.BrokerState;
import milodex.broker.OrderReport;
import milodex.ledger.Event;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.portfolio.Portfolio;
import milodex.sqlite.SqliteLedger;

/// One rehearsal of two strategies on the sample market, which tests run, break off and look into.
///
/// @param name as its folder is called
/// @param undisturbed every event of its ledger when nothing went wrong
record RehearsalBench(Bench bench, Period period, String name, List<Event> undisturbed) {

  /// From which day to which it rehearses.
  record Period(String from, String to) {}

  /// Two strategies that trade on most of these days.
  static final Period SHORT = new Period("2018-10-01", "2018-10-31");

  /// A workspace in which it ran through once, and was forgotten.
  static RehearsalBench in(Path directory, Period period) throws IOException {
    Bench bench = Sample.in(directory);
    for (String id : List.of(Sample.PULLBACK, Sample.ROTATION)) {
      assertThat(bench.run("promotion", "freeze", id).exit()).isZero();
    }
    return over(bench, period);
  }

  /// The same workspace with another period.
  static RehearsalBench over(Bench bench, Period period) {
    RehearsalBench blank = unread(bench, period);
    JsonNode done = blank.run();
    assertThat(done.get("exit_code").asInt()).as("" + done).isZero();
    assertThat(done.at("/data/name").asText()).isEqualTo(blank.name());
    RehearsalBench ready = new RehearsalBench(bench, period, blank.name(), blank.events());
    ready.forget();
    return ready;
  }

  /// The same without knowing how it goes.
  static RehearsalBench unread(Bench bench, Period period) {
    Workspace workspace = new Workspace(bench.workspace());
    String name = HaltingRehearsal.ready(workspace, period).name();
    return new RehearsalBench(bench, period, RehearsalFolder.of(workspace, name).name(), List.of());
  }

  static String[] command(Period period) {
    return new String[] {
      "strategy",
      "run",
      Sample.PULLBACK,
      Sample.ROTATION,
      "--rehearse",
      "--from",
      period.from(),
      "--to",
      period.to()
    };
  }

  /// Runs it in this process, or goes on with it.
  JsonNode run() {
    return bench.json(command(period));
  }

  /// Starts it as a process of its own, with `--json`.
  ChildProcess start(String... by) {
    String home = bench.workspace().toString();
    return ChildProcess.start(
        children(),
        List.of(by),
        Main.class,
        Sample.with(command(period), "--home", home, "--json"));
  }

  /// Starts it as an operator does who sits at a terminal, with more options.
  ChildProcess startAtTerminal(String... more) {
    String home = bench.workspace().toString();
    return ChildProcess.start(
        children(),
        List.of("env", "JAVA_TOOL_OPTIONS=-Dmilodex.terminals=IN,ERR"),
        Main.class,
        Sample.with(Sample.with(command(period), "--home", home, "--json"), more));
  }

  /// Starts it where nobody can be asked, with more options.
  ChildProcess startAlone(String... more) {
    String home = bench.workspace().toString();
    return ChildProcess.start(
        children(),
        Main.class,
        Sample.with(Sample.with(command(period), "--home", home, "--json"), more));
  }

  /// Goes on with it in this process up to `point`, and leaves it there as a kill would.
  void goOnUpTo(CrashPoint point) {
    Workspace workspace = new Workspace(bench.workspace());
    try {
      HaltingRehearsal.run(
          workspace,
          period,
          point,
          () -> {
            throw new Halted();
          });
    } catch (Halted _) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("it never came to " + point);
  }

  /// A process died; no step of ours has anything to say about it.
  private static final class Halted extends Error {
    private static final long serialVersionUID = 1;
  }

  /// Starts it in a process that halts itself at `point`.
  ChildProcess startHaltingAt(CrashPoint point) {
    return ChildProcess.start(
        children(),
        HaltingRehearsal.class,
        bench.workspace().toString(),
        period.from(),
        period.to(),
        point.where().name(),
        point.key());
  }

  /// Where processes keep what they say.
  Path children() {
    return bench.directory().resolve("children");
  }

  RehearsalFolder folder() {
    return new RehearsalFolder(bench.workspace().resolve("data/rehearsals").resolve(name));
  }

  /// Takes away all it has kept.
  void forget() {
    if (!Files.exists(folder().root())) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder().root())) {
      for (Path file : all.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every event of its ledger.
  List<Event> events() {
    List<Event> events = new ArrayList<>();
    try (SqliteLedger ledger = SqliteLedger.openReadOnly(folder().ledger())) {
      ledger.replay(events::add);
    }
    return events;
  }

  /// Goes on to its end, and holds that nothing is left of what went wrong.
  void assertGoesOnAsIfNothingHadBeen() {
    JsonNode done = run();
    assertThat(done.get("exit_code").asInt()).as("" + done).isZero();
    assertThat(done.at("/data/difference").isNull()).isTrue();
    assertThat(events()).isEqualTo(undisturbed);
    assertSound();
  }

  /// The ledger verifies, no order and no execution is there twice, books and broker agree.
  void assertSound() {
    try (SqliteLedger ledger = SqliteLedger.openReadOnly(folder().ledger())) {
      assertThat(ledger.verify(Optional.of(ledger.head()))).isEqualTo(ledger.head());
    }
    List<OrderReport> orders = changes().stream().flatMap(one -> one.order().stream()).toList();
    assertThat(orders).extracting(OrderReport::order).isNotEmpty().doesNotHaveDuplicates();
    assertThat(orders.stream().map(OrderReport::executions).flatMap(Collection::stream))
        .extracting(OrderReport.Execution::id)
        .isNotEmpty()
        .doesNotHaveDuplicates();
    Portfolio books = books();
    BrokerState broker = broker();
    assertThat(books.cash()).isEqualTo(broker.cash());
    assertThat(held(books)).isEqualTo(broker.positions());
  }

  /// What its ledger adds up to.
  Portfolio books() {
    Portfolio books = Portfolio.EMPTY;
    for (Event event : events()) {
      books = books.apply(event);
    }
    return books;
  }

  /// What its broker knows.
  BrokerState broker() {
    BrokerState state = BrokerState.of(Money.ZERO);
    for (BrokerChange change : changes()) {
      state = state.after(change);
    }
    return state;
  }

  private List<BrokerChange> changes() {
    try {
      return Files.readAllLines(folder().broker()).stream().map(BrokerChangeText::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<Symbol, Quantity> held(Portfolio books) {
    SortedMap<Symbol, Quantity> held = new TreeMap<>();
    books
        .books()
        .values()
        .forEach(book -> book.positions().keySet().forEach(one -> held.put(one, books.held(one))));
    return held;
  }
}
