package milodex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.broker.BrokerChange;
import milodex.broker.BrokerChangeText;
import milodex.cli.Shell.Said;
import milodex.files.ProcessLock;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.sqlite.SqliteLedger;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// An operator looks after the account of a rehearsal, in whose broker somebody else meddles.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountCommandsTest {

  private static final Symbol STOCK = Symbol.of("SIM-IDX");

  @TempDir private static Path directory;
  private static String name = "";

  private static Bench bench() {
    return new Bench(directory);
  }

  @BeforeAll
  static void aRehearsalHasRun() throws IOException {
    Bench bench = Sample.in(directory);
    assertThat(bench.run("promotion", "freeze", ROTATION).exit()).isZero();
    JsonNode done =
        bench.json(
            "strategy",
            "run",
            ROTATION,
            "--rehearse",
            "--from",
            "2018-01-02",
            "--to",
            "2018-06-29");
    assertThat(done.at("/exit_code").asInt()).isZero();
    name = done.at("/data/name").asText();
  }

  @Test
  @Order(1)
  void aWorkspaceThatNeverTradedSaysSoInOneSentence() {
    for (List<String> words :
        List.of(List.of("orders"), List.of("positions"), List.of("reconcile"))) {
      Said said = bench().run(words.toArray(String[]::new));
      assertThat(said.exit()).isZero();
      assertThat(flat(said.out()))
          .isEqualTo(
              "Nothing has been traded in this workspace; `milodex strategy run ID` trades on paper,"
                  + " and a rehearsal is named with --rehearsal NAME. ");
    }
    JsonNode status = bench().json("status");
    assertThat(status.at("/data/condition").asText()).isEqualTo("healthy");
    assertThat(status.at("/data/action_needed").asBoolean()).isFalse();
    assertThat(status.at("/data/traded").asBoolean()).isFalse();
    assertThat(status.at("/data/next/at").asText()).isEqualTo("2024-03-04T14:30:00Z");
  }

  @Test
  @Order(2)
  void aRehearsalThatIsOverIsHealthyAndNothingIsToBeDone() {
    JsonNode status = of("status");

    assertThat(status.at("/summary").asText())
        .isEqualTo("Rehearsal " + name + " is healthy. Action needed: no.");
    assertThat(status.at("/data/last_moment/moment").asText()).isEqualTo("2018-06-29 closes");
    assertThat(status.at("/data/next").isNull()).isTrue();
    assertThat(flat(bench().run("status", "--rehearsal", name).out()))
        .contains("Books and broker: equal", "0 open, 0 of them UNKNOWN", "come to its end");
  }

  @Test
  @Order(3)
  void everyOrderIsShownWithWhatBecameOfItAndWhy() {
    JsonNode all = of("orders", "--all");

    assertThat(all.at("/data/open").asInt()).isZero();
    assertThat(all.at("/data/orders")).isNotEmpty();
    JsonNode order = all.at("/data/orders/0");
    assertThat(order.at("/status").asText()).isEqualTo("FILLED");
    assertThat(order.at("/filled")).isEqualTo(order.at("/shares"));
    assertThat(order.at("/rule").asText()).isNotEmpty();
    assertThat(of("orders").at("/data/orders").size())
        .isLessThanOrEqualTo(all.at("/data/orders").size());
    assertThat(flat(bench().run("orders", "--rehearsal", name).out()))
        .contains("FILLED", "mdx-", "`milodex status --rehearsal " + name + "`");
  }

  @Test
  @Order(4)
  void positionsAreShownBesideTheBroker() {
    JsonNode positions = of("positions");

    assertThat(positions.at("/data/positions")).hasSize(1);
    assertThat(positions.at("/data/positions/0/strategy").asText()).isEqualTo(ROTATION);
    assertThat(positions.at("/data/positions/0/mark").asText()).isNotEmpty();
    assertThat(positions.at("/data/broker_differs")).isEmpty();
    assertThat(flat(bench().run("positions", "--rehearsal", name).out()))
        .contains("The broker holds the same.");
  }

  @Test
  @Order(5)
  void equalBooksAreSaidToBeEqualAndNothingIsWritten() {
    JsonNode reconciled = of("reconcile");

    assertThat(reconciled.at("/exit_code").asInt()).isZero();
    assertThat(reconciled.at("/data/written").asBoolean()).isFalse();
    assertThat(reconciled.at("/data/differences")).isEmpty();
  }

  @Test
  @Order(6)
  void whatSomebodyDidAtTheBrokerIsShownWithBothValuesAndPutOnRecordOnce() throws IOException {
    String held = of("positions").at("/data/positions/0/symbol").asText();
    meddle(Symbol.of(held), -3, "250.5");

    JsonNode first = of("reconcile");
    JsonNode second = of("reconcile");

    assertThat(first.at("/exit_code").asInt()).isEqualTo(9);
    assertThat(first.at("/error_code").asText()).isEqualTo("reconciliation_required");
    assertThat(first.at("/data/written").asBoolean()).isTrue();
    assertThat(second.at("/data/written").asBoolean()).isFalse();
    assertThat(second.at("/refs/ledger_head")).isEqualTo(first.at("/refs/ledger_head"));
    assertThat(first.at("/data/differences").findValuesAsText("kind"))
        .containsExactly("cash", "shares");
    assertThat(first.at("/data/differences").findValuesAsText("stops"))
        .containsExactly("all entries", "entries in " + held);
    assertThat(of("positions").at("/data/broker_differs/0/symbol").asText()).isEqualTo(held);
    JsonNode status = of("status");
    assertThat(status.at("/data/condition").asText()).isEqualTo("review_required");
    assertThat(status.at("/data/action_needed").asBoolean()).isTrue();
    assertThat(flat(bench().run("status", "--rehearsal", name).out()))
        .contains("`milodex reconcile --rehearsal " + name + "`");
  }

  @Test
  @Order(7)
  void adoptingShowsFirstAndBooksOnce() {
    JsonNode before = of("ledger", "tail", "1");
    JsonNode preview = of("reconcile", "adopt", "--reason", "sold by phone");

    assertThat(preview.at("/exit_code").asInt()).isEqualTo(3);
    assertThat(preview.at("/error_code").asText()).isEqualTo("confirmation_required");
    assertThat(of("ledger", "tail", "1").at("/data/head")).isEqualTo(before.at("/data/head"));

    JsonNode done = of("reconcile", "adopt", "--reason", "sold by phone", "--confirm");
    assertThat(done.at("/exit_code").asInt()).isZero();
    assertThat(done.at("/data/written").asBoolean()).isTrue();
    assertThat(done.at("/data/bookings")).isEqualTo(preview.at("/data/bookings"));
    assertThat(done.at("/data/bookings/0/trade/quantity").asText()).isEqualTo("3");
    assertThat(done.at("/data/bookings/0/trade/from").at("/" + ROTATION).asText()).isEqualTo("3");
    assertThat(of("reconcile").at("/exit_code").asInt()).isZero();
    assertThat(of("status").at("/data/condition").asText()).isEqualTo("healthy");

    JsonNode again = of("reconcile", "adopt", "--reason", "sold by phone", "--confirm");
    assertThat(again.at("/exit_code").asInt()).isZero();
    assertThat(again.at("/data/written").asBoolean()).isFalse();
  }

  @Test
  @Order(8)
  void sharesNobodyHasAPriceOfNeedOne() throws IOException {
    meddle(Symbol.of("WEIRD"), 10, "-80");

    assertThat(of("reconcile", "adopt", "--reason", "bought").at("/error_code").asText())
        .isEqualTo("no_price");
    JsonNode done =
        of("reconcile", "adopt", "--reason", "bought", "--price", "WEIRD=7.5", "--confirm");

    assertThat(done.at("/data/bookings/0/trade/price").asText()).isEqualTo("7.5");
    assertThat(done.at("/data/bookings/1/cash").asText()).isEqualTo("-5");
    assertThat(flat(bench().run("positions", "--rehearsal", name).out()))
        .contains("outside of strategies", "WEIRD", "unknown");
  }

  @Test
  @Order(9)
  void nothingIsAdoptedWhileTheRehearsalRuns() throws IOException {
    meddle(STOCK, 1, "0");
    Path lock = folder().resolve("lock");
    try (ProcessLock _ =
        ProcessLock.tryHold(lock, "process 7 since 2024-03-08 09:30:00").orElseThrow()) {
      JsonNode refused = of("reconcile", "adopt", "--reason", "x", "--confirm");
      assertThat(refused.at("/exit_code").asInt()).isEqualTo(8);
      assertThat(refused.at("/data/failure/why").asText())
          .isEqualTo("It is held by process 7 since 2024-03-08 09:30:00 New York.");
      assertThat(refused.at("/error_code").asText()).isEqualTo("rehearsal_locked");
    }
    assertThat(of("reconcile", "adopt", "--reason", "x", "--confirm").at("/exit_code").asInt())
        .isZero();
  }

  @Test
  @Order(10)
  void anUnknownOrderIsNamedHoldsAdoptionBackAndIsResolvedByName() {
    submit("mdx-nobody-knows-1");

    assertThat(of("status").at("/data/condition").asText()).isEqualTo("review_required");
    assertThat(of("orders").at("/warnings/0/code").asText()).isEqualTo("unknown_outstanding");
    assertThat(of("orders").at("/data/orders/0/status").asText()).isEqualTo("UNKNOWN");
    JsonNode held = of("reconcile", "adopt", "--reason", "x");
    assertThat(held.at("/exit_code").asInt()).isEqualTo(2);
    assertThat(held.at("/error_code").asText()).isEqualTo("orders_open");
    assertThat(of("orders", "resolve", "nothing", "--reason", "x").at("/error_code").asText())
        .isEqualTo("unknown_order");

    JsonNode unsure = of("orders", "resolve", "mdx-nobody", "--reason", "never arrived");
    assertThat(unsure.at("/error_code").asText()).isEqualTo("confirmation_required");
    assertThat(unsure.at("/exit_code").asInt()).isEqualTo(3);
    assertThat(of("status").at("/data/unknown_orders")).isNotEmpty();
    JsonNode done = of("orders", "resolve", "mdx-nobody", "--reason", "never arrived", "--confirm");

    assertThat(done.at("/exit_code").asInt()).isZero();
    assertThat(done.at("/data/order/status").asText()).isEqualTo("RESOLVED");
    assertThat(of("status").at("/data/condition").asText()).isEqualTo("healthy");
    assertThat(of("orders", "resolve", "mdx-nobody", "--reason", "x").at("/exit_code").asInt())
        .isEqualTo(3);
  }

  @Test
  @Order(11)
  void anOrderThatTheBrokerHadTakenIsResolvedOnlyWhenItDeniesIt() {
    submit("mdx-denied-1");
    tell("mdx-denied-1", 30);

    JsonNode early = of("orders", "resolve", "mdx-denied", "--reason", "lost", "--confirm");
    assertThat(early.at("/exit_code").asInt()).isEqualTo(2);
    assertThat(early.at("/error_code").asText()).isEqualTo("order_not_denied");

    tell("mdx-nobody-knows-1", 31);
    assertThat(of("reconcile").at("/exit_code").asInt()).isEqualTo(9);
    assertThat(flat(bench().run("reconcile", "--rehearsal", name).out()))
        .contains("Exits go on.")
        .contains("broker says it never had is ended by `milodex orders resolve ID");
    for (String mode : List.of("reduce-only", "halt")) {
      JsonNode halt = of("halt", "--mode", mode, "--reason", "what is this?");
      String incident = halt.at("/refs/incident").asText();
      String halted = flat(bench().run("reconcile", "--rehearsal", name).out());
      String says =
          "The account is halted by incident %s: no automated order is sent; your own covered sales still work."
              .formatted(incident);
      if (mode.equals("halt")) {
        assertThat(halted).contains(says).doesNotContain("Exits go on");
      } else {
        assertThat(halted).contains("Exits go on.").doesNotContain("halted");
      }
      String[] reset = {"trade", "kill-switch", "reset", "--incident", incident};
      assertThat(of(Sample.with(reset, "--reason", "ok", "--confirm")).at("/exit_code").asInt())
          .isZero();
    }
    String own = of("halt", "--strategy", ROTATION, "--reason", "it").at("/refs/incident").asText();
    assertThat(flat(bench().run("reconcile", "--rehearsal", name).out()))
        .contains("Exits go on, but not those of " + ROTATION + ", which is halted.");
    of("trade", "kill-switch", "reset", "--incident", own, "--reason", "ok", "--confirm");
    JsonNode done = of("orders", "resolve", "mdx-denied", "--reason", "lost", "--confirm");

    assertThat(done.at("/exit_code").asInt()).isZero();
    assertThat(done.at("/data/order/status").asText()).isEqualTo("RESOLVED");
    assertThat(of("reconcile").at("/exit_code").asInt()).isZero();
    assertThat(of("status").at("/data/condition").asText()).isEqualTo("healthy");
  }

  @Test
  @Order(12)
  void aRehearsalIsHaltedAndLetGoOnByItself() {
    JsonNode halt = of("halt", "--reason", "the feed looks wrong");
    String incident = halt.at("/refs/incident").asText();

    assertThat(halt.at("/exit_code").asInt()).isZero();
    assertThat(incident).startsWith("2018-06-29-");
    assertThat(of("status").at("/data/condition").asText()).isEqualTo("halted");
    assertThat(of("trade", "kill-switch", "status").at("/data/tripped").asBoolean()).isTrue();
    assertThat(bench().json("trade", "kill-switch", "status").at("/data/tripped").asBoolean())
        .isFalse();
    assertThat(of("incidents", "list").at("/data/open").asInt()).isEqualTo(1);
    assertThat(of("incidents", "show", incident).at("/exit_code").asInt()).isZero();

    JsonNode reset =
        of("trade", "kill-switch", "reset", "--incident", incident, "--reason", "ok", "--confirm");

    assertThat(reset.at("/exit_code").asInt()).isZero();
    assertThat(of("strategy", "pause", ROTATION, "--reason", "x").at("/data/written").asBoolean())
        .isTrue();
    assertThat(of("status").at("/data/condition").asText()).isEqualTo("degraded");
  }

  @Test
  @Order(13)
  void whatACompanyDidByASessionTheBooksHaveNotBegunIsNobodysTrade() throws IOException {
    BrokerChange newest = newest();
    LocalDate next = newest.opened().orElseThrow().plusDays(3);
    write(new BrokerChange(newest.cash(), newest.positions(), Optional.of(next), Optional.empty()));
    meddle(STOCK, 100, "0");

    JsonNode refused = of("reconcile", "adopt", "--reason", "x", "--confirm");

    assertThat(refused.at("/exit_code").asInt()).isEqualTo(2);
    assertThat(refused.at("/error_code").asText()).isEqualTo("session_not_begun");
  }

  private static JsonNode of(String... words) {
    return bench().json(Sample.with(words, "--rehearsal", name));
  }

  private static Path folder() {
    return bench().workspace().resolve("data/rehearsals").resolve(name);
  }

  private static void submit(String order) {
    try (Ledger ledger = SqliteLedger.open(folder().resolve("ledger.db"))) {
      Instant newest = ledger.event(ledger.head().seq()).orElseThrow().at();
      ledger.append(
          newest,
          Draft.of(
              "submitted/" + order,
              new Fact.OrderSubmitted(
                  new ClientOrderId(order),
                  "wish",
                  StrategyId.parse(ROTATION),
                  STOCK,
                  Side.BUY,
                  Quantity.of(1))));
    }
  }

  /// So many seconds later the broker said that it took the order.
  private static void tell(String order, int seconds) {
    try (Ledger ledger = SqliteLedger.open(folder().resolve("ledger.db"))) {
      Instant newest = ledger.event(ledger.head().seq()).orElseThrow().at();
      ledger.append(
          newest.plusSeconds(seconds),
          Draft.of(
              "told/" + order,
              new Fact.OrderReported(
                  new ClientOrderId(order), STOCK, OrderStatus.ACCEPTED, Quantity.ZERO, "")));
    }
  }

  /// Somebody trades at the broker.
  private static void meddle(Symbol symbol, int shares, String dollars) throws IOException {
    BrokerChange newest = newest();
    SortedMap<Symbol, Quantity> positions = new TreeMap<>(newest.positions());
    Quantity before = positions.getOrDefault(symbol, Quantity.ZERO);
    positions.put(
        symbol, shares < 0 ? before.minus(Quantity.of(-shares)) : before.plus(Quantity.of(shares)));
    write(
        new BrokerChange(
            newest.cash().plus(Money.parse(dollars)),
            positions,
            newest.opened(),
            Optional.empty()));
  }

  private static BrokerChange newest() throws IOException {
    return BrokerChangeText.parse(
        Files.readString(folder().resolve("broker.jsonl"), UTF_8).lines().toList().getLast());
  }

  private static void write(BrokerChange change) throws IOException {
    Files.writeString(
        folder().resolve("broker.jsonl"),
        BrokerChangeText.write(change) + "\n",
        UTF_8,
        StandardOpenOption.APPEND);
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
