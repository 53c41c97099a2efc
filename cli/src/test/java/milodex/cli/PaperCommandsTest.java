package milodex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.broker.BrokerChange;
import milodex.broker.BrokerChangeText;
import milodex.cli.Shell.Said;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.ledger.RunnerFact;
import milodex.money.Money;
import milodex.sqlite.SqliteLedger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator imports bars after each close and trades on paper.
class PaperCommandsTest {

  private static final List<String> EVENINGS = List.of("2018-10-01", "2018-10-02", "2018-10-03");

  @TempDir private static Path promoted;
  @TempDir private static Path stored;
  @TempDir private static Path begun;
  @TempDir private Path directory;

  @BeforeAll
  static void theStagesThatTestsBeginAt() throws IOException {
    PaperBench.in(promoted);
    copy(promoted, stored);
    new PaperBench(stored).imports("2018-10-08T17:00");
    copy(stored, begun);
    PaperBench paper = new PaperBench(begun);
    paper.daily(PaperBench.START, PULLBACK, ROTATION);
    paper.session("2018-10-01");
  }

  /// A workspace with the bars of the Friday on which both strategies were promoted.
  private PaperBench promoted() throws IOException {
    return from(promoted);
  }

  /// The same with the bars of the week after it and of its Monday, before their time.
  private PaperBench stored() throws IOException {
    return from(stored);
  }

  /// The same after the first session, 2018-10-01.
  private PaperBench begun() throws IOException {
    return from(begun);
  }

  private PaperBench from(Path stage) throws IOException {
    copy(stage, directory);
    return new PaperBench(directory);
  }

  @Test
  void eveningByEveningWishesAreFilledAndReported() throws IOException {
    PaperBench paper = promoted();
    JsonNode first = paper.daily(PaperBench.START, PULLBACK, ROTATION);
    assertThat(first.get("exit_code").asInt()).as("" + first).isZero();
    assertThat(first.at("/data/session").isNull()).isTrue();
    assertThat(first.at("/data/waits/0/session").asText()).isEqualTo("2018-10-01");

    int wishes = 0;
    int fills = 0;
    List<String> sessions = new ArrayList<>();
    for (String session : EVENINGS) {
      JsonNode done = paper.evening(session);
      assertThat(done.get("exit_code").asInt()).as("" + done).isZero();
      assertThat(done.get("broker").asText()).isEqualTo("SIMULATED");
      sessions.add(done.at("/data/session").asText());
      for (JsonNode moment : done.at("/data/moments")) {
        wishes += moment.get("wishes").asInt();
        fills += moment.get("fills").asInt();
      }
    }

    assertThat(sessions).isEqualTo(EVENINGS);
    assertThat(wishes).isPositive();
    assertThat(fills).isPositive();
    String late = "2018-10-03T18:00";
    assertThat(paper.at(late).json("positions").at("/data/positions")).isNotEmpty();
    assertThat(paper.at(late).json("orders", "--all").at("/data/orders")).hasSize(fills);
    assertThat(paper.at(late).json("reconcile").at("/data/differences")).isEmpty();
    assertThat(paper.at(late).json("status").at("/data/condition").asText()).isEqualTo("healthy");
    assertThat(paper.at(late).json("risk", "headroom").at("/data/unknown").asInt()).isOne();
    long before = paper.events().size();
    assertThat(paper.evening("2018-10-03").at("/data/moments")).isEmpty();
    assertThat(paper.events().size() - before).isOne();
    assertThat(paper.evening("2018-10-03").at("/data/moments")).isEmpty();
    assertThat(paper.events().size() - before).isOne();
  }

  @Test
  void itSaysInPlainWordsWhatItDidAndWhatComesNext() throws IOException {
    PaperBench paper = stored();
    paper.daily(PaperBench.START, PULLBACK, ROTATION);

    Said said = paper.at("2018-10-01T17:00").run("run", "daily", "--all");

    assertThat(said.exit()).isZero();
    assertThat(flat(said.err())).contains("ok data: daily bars of every symbol up to 2018-10-01 ");
    assertThat(flat(said.out()))
        .contains(
            "2018-10-01 of the paper account",
            "After the close: 2 decisions",
            "SIMULATED: what is wished on a close is filled at the next open",
            "Next: the session of 2018-10-02, once its bars are final at 2018-10-02 16:20");
    assertThat(said.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void barsThatAreTooLateAreNotAskedForBeforeAnOpenThatIsOver() throws IOException {
    PaperBench paper = promoted();
    paper.daily(PaperBench.START, PULLBACK, ROTATION);

    assertThat(flat(paper.at("2018-10-02T09:00").run("run", "daily", "--all").out()))
        .contains(
            "Import or fetch them before 2018-10-02 09:30 New York, when the next session opens.")
        .doesNotContain("is lost");
    assertThat(flat(paper.at("2018-10-02T10:00").run("run", "daily", "--all").out()))
        .contains("Its decision is lost, as the next session opened at 2018-10-02 09:30 New York")
        .doesNotContain("fetch them before");
  }

  @Test
  void statusSpeaksOfThePaperAccount() throws IOException {
    PaperBench paper = promoted();
    JsonNode idle = paper.at(PaperBench.START).json("status");
    assertThat(idle.at("/data/not_started").valueStream().map(JsonNode::asText))
        .containsExactlyInAnyOrder(PULLBACK, ROTATION);
    assertThat(idle.at("/data/action_needed").asBoolean()).isFalse();
    assertThat(flat(paper.at(PaperBench.START).run("status").out()))
        .contains("milodex strategy run " + PULLBACK);
    paper.daily(PaperBench.START, PULLBACK, ROTATION);
    paper.evening("2018-10-01");

    JsonNode calm = paper.at("2018-10-02T10:00").json("status");
    assertThat(calm.at("/data/condition").asText()).isEqualTo("healthy");
    assertThat(calm.at("/data/action_needed").asBoolean()).isFalse();
    assertThat(calm.at("/data/not_started")).isEmpty();
    assertThat(calm.at("/data/next/at").asText()).isEqualTo("2018-10-02T20:20:00Z");

    JsonNode due = paper.at("2018-10-02T18:00").json("status");
    assertThat(due.at("/data/action_needed").asBoolean()).isTrue();
    assertThat(due.at("/data/overdue/moment").asText()).isEqualTo("2018-10-02 closes");
    assertThat(due.at("/data/condition").asText()).isEqualTo("degraded");
    assertThat(flat(paper.at("2018-10-02T18:00").run("status").out()))
        .contains(
            "This workspace is degraded. Action needed: yes.",
            "late since 2018-10-02 16:20 New York",
            "its decision can be made before 2018-10-03 09:30 New York",
            "milodex data import PATH");

    paper.imports("2018-10-02T18:00");
    assertThat(flat(paper.at("2018-10-02T18:00").run("status").out()))
        .contains("milodex run daily --all")
        .doesNotContain("data import");
    assertThat(flat(paper.at("2018-10-03T10:00").run("status").out()))
        .contains(
            "This workspace is degraded.",
            "its decision is lost, as the next session opened at 2018-10-03 09:30 New York");
  }

  @Test
  void statusAndTheRunnerMissTheSameBars() throws IOException {
    PaperBench paper = promoted();
    paper.daily(PaperBench.START, ROTATION);
    Bench evening = paper.at("2018-10-01T17:00");
    String[] one = {"market/daily-raw/SIM-IDX.csv", "--raw", "--source", "sample"};
    assertThat(evening.run(Sample.with(new String[] {"data", "import"}, one)).exit()).isZero();

    String missing = evening.json("run", "daily", ROTATION).at("/data/waits/0/missing").asText();

    assertThat(missing).contains("SIM-BND");
    assertThat(flat(evening.run("run", "daily", ROTATION).err()))
        .contains(
            "data: daily bars of every symbol up to 2018-09-28, and 1 of 2 lacks those of 2018-10-01:"
                + " `milodex data import PATH`");
    assertThat(flat(evening.run("status").out()))
        .contains(missing, "milodex data import PATH")
        .doesNotContain("bars are stored");
  }

  @Test
  void barsThatCannotBeBelievedAreNotAskedForButToBeMended() throws IOException {
    PaperBench paper = promoted();
    paper.daily(PaperBench.START, ROTATION);
    Path file = directory.resolve("market/daily-raw/SIM-IDX.csv");
    String friday =
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("2018-09-28"))
            .findFirst()
            .orElseThrow();
    String sunday = friday.replace("2018-09-28", "2018-09-30");
    Files.writeString(file, Files.readString(file).replace(friday, friday + "\n" + sunday));
    paper.imports("2018-10-01T17:00");
    Bench evening = paper.at("2018-10-01T17:00");

    JsonNode daily = evening.json("run", "daily", ROTATION);

    String waits = daily.at("/data/waits/0/missing").asText();
    assertThat(waits).contains("SIM-IDX calendar_misfit from 2018-09-30");
    assertThat(daily.at("/warnings/0/code").asText()).isEqualTo("bars_refused");
    assertThat(flat(evening.run("run", "daily", ROTATION).out()))
        .contains(
            "The session of 2018-10-01 waits until its bars can be believed",
            waits + ". Mend them before 2018-10-02 09:30 New York")
        .doesNotContain("fetch them");
    assertThat(flat(evening.run("status").out()))
        .contains(
            waits,
            "mend the bars that cannot be believed, `milodex data status`, then `milodex run daily")
        .doesNotContain("bring in");
  }

  @Test
  void aSymbolWithoutAnyBarIsCountedFromTheStart() throws IOException {
    PaperBench paper = PaperBench.without(directory);
    Bench evening = paper.at(PaperBench.START);
    assertThat(flat(evening.run("run", "daily", ROTATION).err()))
        .contains("warn data: no daily bar of any symbol they read is stored yet");
    assertThat(evening.run("data", "fetch", "SIM-IDX").exit()).isZero();

    assertThat(flat(evening.run("run", "daily", ROTATION).err()))
        .contains(
            "warn data: daily bars of 1 of 2 symbols up to 2018-09-28, and 1 of 2 lacks those of"
                + " 2018-09-28: `milodex data import PATH`");
  }

  @Test
  void whereMoreThanOneStrategyWaitsStatusSaysWhichForWhat() throws IOException {
    PaperBench paper = promoted();
    paper.daily(PaperBench.START, PULLBACK, ROTATION);
    Bench evening = paper.at("2018-10-01T17:00");
    String[] one = {"market/daily-raw/SIM-IDX.csv", "--raw", "--source", "sample"};
    assertThat(evening.run(Sample.with(new String[] {"data", "import"}, one)).exit()).isZero();

    JsonNode waits = evening.json("run", "daily", PULLBACK, ROTATION).at("/data/waits");

    assertThat(waits).hasSize(2);
    String status = flat(evening.run("status").out());
    for (JsonNode wait : waits) {
      assertThat(status)
          .contains(wait.get("strategy").asText() + ": " + wait.get("missing").asText());
    }
  }

  @Test
  void newBarsAreAskedForTheWayTheStoredOnesCame() throws IOException {
    PaperBench paper = PaperBench.without(directory);
    String[] fetch = {"data", "fetch", "SIM-IDX", "SIM-BND"};
    assertThat(paper.at(PaperBench.START).run(fetch).exit()).isZero();
    paper.daily(PaperBench.START, ROTATION);
    Bench evening = paper.at("2018-10-01T17:00");

    assertThat(flat(evening.run("status").out()))
        .contains("`milodex data fetch SIM-BND SIM-IDX`, then `milodex run daily --all`")
        .doesNotContain("data import");
    assertThat(flat(evening.run("run", "daily", ROTATION).err()))
        .contains("those of 2018-10-01 are due: `milodex data fetch SIM-BND SIM-IDX`");

    assertThat(evening.run("data", "fetch", "SIM-IDX").exit()).isZero();
    assertThat(flat(evening.run("status").out())).contains("`milodex data fetch SIM-BND`, then");
  }

  @Test
  void aStrategyThatIsNotOnPaperIsRefusedAndToldTheWay() throws IOException {
    PaperBench paper = stored();
    String draft = "breakout.daily.donchian_20_10.sim_stocks.v1";

    JsonNode refused = paper.at(PaperBench.START).json("strategy", "run", draft);

    assertThat(refused.get("exit_code").asInt()).isEqualTo(2);
    assertThat(refused.get("error_code").asText()).isEqualTo("strategy_stage_ineligible");
    assertThat("" + refused.at("/data/failure/next"))
        .contains("milodex promotion promote " + draft + " --to paper");
    assertThat(paper.refused(PaperBench.START, 3, "run", "daily")).isEqualTo("no_strategy");
    assertThat(paper.refused(PaperBench.START, 3, "run", "daily", "--all", "--from", "2018-10-01"))
        .isEqualTo("needs_rehearse");
    assertThat(paper.refused(PaperBench.START, 3, "run", "daily", "--all", "--speed", "60"))
        .isEqualTo("needs_rehearse");
    for (String sum : List.of("0", "-5", "1e400")) {
      assertThat(
              paper.refused(PaperBench.START, 3, "run", "daily", "--all", "--account-equity", sum))
          .isEqualTo("invalid_equity");
    }
    paper
        .at(PaperBench.START)
        .run("promotion", "demote", PULLBACK, "--to", "backtest", "--reason", "x");
    assertThat(paper.refused(PaperBench.START, 2, "run", "daily", PULLBACK))
        .isEqualTo("strategy_stage_ineligible");
    assertThat(paper.events())
        .isNotEmpty()
        .noneSatisfy(event -> assertThat(event.fact()).isInstanceOf(Fact.BooksOpened.class));
  }

  /// `reconcile` has put on record what differs before the session finds it.
  @Test
  void aSessionSaysThatBooksAndBrokerDifferAsLongAsTheyDo() throws IOException {
    PaperBench paper = begun();
    Path broker = directory.resolve("workspace/data/paper/broker.jsonl");
    BrokerChange newest = BrokerChangeText.parse(Files.readAllLines(broker).getLast());
    BrokerChange poorer =
        new BrokerChange(
            newest.cash().minus(Money.of(40)),
            newest.positions(),
            newest.opened(),
            Optional.empty());
    Files.writeString(broker, BrokerChangeText.write(poorer) + "\n", StandardOpenOption.APPEND);
    String evening = "2018-10-02T17:00";
    JsonNode reconciled = paper.at(evening).json("reconcile");
    assertThat(reconciled.at("/data/written").asBoolean()).as("" + reconciled).isTrue();

    JsonNode done = paper.session("2018-10-02");

    assertThat(done.at("/data/moments").valueStream().map(one -> one.at("/differences/0").asText()))
        .hasSize(3)
        .allSatisfy(says -> assertThat(says).startsWith("cash: books "));
  }

  @Test
  void aHaltStopsThePaperAccountUntilItIsReset() throws IOException {
    PaperBench paper = begun();
    JsonNode halted = paper.at("2018-10-02T08:00").json("halt", "--reason", "storm");
    assertThat(halted.at("/data/new").asBoolean()).as("" + halted).isTrue();

    JsonNode done = paper.session("2018-10-02");

    assertThat(done.at("/warnings/0/code").asText()).isEqualTo("halted");
    assertThat(paper.events())
        .noneSatisfy(event -> assertThat(event.fact()).isInstanceOf(Fact.OrderSubmitted.class));
    assertThat(paper.at("2018-10-02T18:00").json("status").at("/data/condition").asText())
        .isEqualTo("halted");
  }

  @Test
  void aFleetThatTheLimitsOfTheAccountLeaveNoRoomIsSaidEveryEvening() throws IOException {
    PaperBench paper = stored();
    Path policy = paper.at(PaperBench.START).workspace().resolve("configs/risk.yaml");
    String roomy = Files.readString(policy, UTF_8);
    Files.writeString(
        policy, roomy.replace("max_total_exposure_pct: 0.50", "max_total_exposure_pct: 0.0001"));
    paper.freeze();
    assertThat(paper.daily(PaperBench.START, PULLBACK, ROTATION).get("warnings")).isEmpty();

    JsonNode monday = paper.session("2018-10-01");
    JsonNode again = paper.session("2018-10-01");

    assertThat(monday.at("/warnings/0/code").asText()).as("" + monday).isEqualTo("fleet_blocked");
    assertThat(monday.at("/warnings/0/says").asText())
        .contains("stop 2 of 2 (max_total_exposure_exceeded)", "stays so whatever is sold");
    assertThat(again.get("warnings")).isEmpty();
    assertThat(paper.session("2018-10-02").at("/warnings/0/code").asText())
        .isEqualTo("fleet_blocked");
  }

  @Test
  void theOperatorSellsByHandAtTheNextOpen() throws IOException {
    PaperBench paper = begun();
    paper.session("2018-10-02");
    paper.session("2018-10-03");
    String night = "2018-10-03T22:00";
    assertThat(paper.refused(night, 2, "trade", "flatten", "--reason", "x", "--confirm"))
        .isEqualTo("market_closed");

    assertThat(paper.at(night).json("positions").at("/data/positions")).isNotEmpty();
    JsonNode wished =
        paper.at(night).json("trade", "flatten", "--next-open", "--reason", "x", "--confirm");
    assertThat(wished.get("exit_code").asInt()).as("" + wished).isZero();
    paper.at(night).run("halt", "--reason", "x");
    paper.session("2018-10-04");

    assertThat(paper.at("2018-10-04T18:00").json("positions").at("/data/positions")).isEmpty();
  }

  @Test
  void anOrderByHandWithinASessionIsToldThatNoPriceIsKnownAndNotThatTheExchangeIsClosed()
      throws IOException {
    PaperBench paper = begun();
    paper.session("2018-10-02");
    paper.session("2018-10-03");

    String[] flatten = {"trade", "flatten", "--reason", "x", "--confirm"};
    String noon = paper.at("2018-10-04T12:00").run(flatten).err().replaceAll("\\s+", " ");
    String night = paper.at("2018-10-04T22:00").run(flatten).err().replaceAll("\\s+", " ");

    assertThat(noon)
        .contains("No price of 2018-10-04 is known here before the bars of that session are there.")
        .contains("Add --next-open to have it worked at the open of 2018-10-05.")
        .doesNotContain("closed");
    assertThat(night).contains("The exchange is closed at 2018-10-04 22:00:00 New York.");
  }

  /// Where no raw bars are stored, split-adjusted ones are traded on.
  @Test
  void aPositionIsMarkedByTheBarsThatAreTradedOn() throws IOException {
    PaperBench paper = begun();
    paper.session("2018-10-02");
    Bench evening = paper.at("2018-10-02T18:00");
    JsonNode raw = mark(evening, "SIM-IDX");
    Files.delete(evening.bars().resolve("SIM-IDX_1Day_raw.parquet"));
    assertThat(
            evening
                .run("data", "import", "market/daily-raw/SIM-IDX.csv", "--split-adjusted")
                .exit())
        .isZero();

    assertThat(raw.asText()).isNotEmpty();
    assertThat(mark(evening, "SIM-IDX")).isEqualTo(raw);
  }

  private static JsonNode mark(Bench bench, String symbol) {
    return bench
        .json("positions")
        .at("/data/positions")
        .valueStream()
        .filter(one -> one.get("symbol").asText().equals(symbol))
        .findFirst()
        .orElseThrow()
        .get("mark");
  }

  @Test
  void aWishByHandThatIsRefusedAtItsOpenIsToldWithItsReason() throws IOException {
    PaperBench paper = begun();
    String[] order = {
      "trade", "submit", ROTATION, "sell", "SIM-DELTA", "5", "--next-open", "--reason", "x"
    };
    JsonNode preview = paper.at("2018-10-01T22:00").json(order);
    assertThat(preview.get("blockers")).as("" + preview).isEmpty();
    assertThat(paper.at("2018-10-01T22:00").run(order).out())
        .contains("Verdict now:", "it is judged again");
    JsonNode wished =
        paper.at("2018-10-01T22:00").json(Sample.with(order, new String[] {"--confirm"}));
    assertThat(wished.get("exit_code").asInt()).as("" + wished).isZero();

    JsonNode done = paper.session("2018-10-02");

    assertThat(done.at("/data/moments/1/over_by_hand"))
        .singleElement()
        .extracting(JsonNode::asText)
        .asString()
        .startsWith("sell 5 SIM-DELTA: ");
    assertThat(done.get("warnings").toString())
        .contains("wish_over", "Your wish is over, to sell 5 SIM-DELTA: ");
  }

  @Test
  void whereNothingWasEverSentOrdersPointsToTheWishesThatWait() throws IOException {
    PaperBench paper = promoted();
    paper.daily(PaperBench.START, PULLBACK, ROTATION);
    Bench night = paper.at("2018-09-30T22:00");
    assertThat(night.json("orders").at("/summary").asText()).startsWith("0 orders sent");
    String[] order = {
      "trade", "submit", ROTATION, "buy", "SIM-IDX", "1", "--next-open", "--reason", "x", "--yes"
    };
    assertThat(night.run(order).exit()).isZero();

    assertThat(flat(night.run("orders").out()))
        .contains("Wishes that have no order yet are shown by `milodex status`.")
        .doesNotContain("Nothing has been traded");
  }

  /// The exchange is open, and nobody knows its bar yet: the open that comes next is tomorrow's.
  @Test
  void anOrderByHandDuringASessionIsForTheNextOneThatOpens() throws IOException {
    PaperBench paper = begun();
    String[] order = {
      "trade",
      "submit",
      ROTATION,
      "buy",
      "SIM-IDX",
      "1",
      "--next-open",
      "--reason",
      "x",
      "--confirm"
    };

    JsonNode wished = paper.at("2018-10-02T12:00").json(order);

    assertThat(wished.at("/data/works_on").asText()).as("" + wished).isEqualTo("2018-10-03");
  }

  @Test
  void aWishIsWithdrawnUntilItIsWorkedAndAfterItsOpenWithAWarning() throws IOException {
    PaperBench paper = begun();
    String[] order = {
      "trade", "submit", ROTATION, "buy", "SIM-IDX", "1", "--next-open", "--reason", "x", "--yes"
    };
    String first = paper.at("2018-10-02T06:00").json(order).at("/data/order_id").asText();
    String second = paper.at("2018-10-02T06:01").json(order).at("/data/order_id").asText();
    String[] withdraw = {"trade", "cancel", "", "--reason", "the news was old"};

    withdraw[2] = first;
    JsonNode before = paper.at("2018-10-02T09:29").json(withdraw);
    withdraw[2] = second;
    JsonNode after = paper.at("2018-10-02T09:30").json(withdraw);
    paper.session("2018-10-02");

    assertThat(before.at("/data/withdrawn").asBoolean()).as("" + before).isTrue();
    assertThat(before.at("/warnings")).isEmpty();
    assertThat(after.at("/data/withdrawn").asBoolean()).as("" + after).isTrue();
    assertThat(after.at("/warnings/0/code").asText()).isEqualTo("withdrawn_after_open");
    assertThat(paper.events())
        .noneSatisfy(
            event ->
                assertThat(event.fact())
                    .isInstanceOfSatisfying(
                        Fact.OrderSubmitted.class,
                        sent -> assertThat(sent.intent()).contains("/operator/")));
    assertThat(paper.at("2018-10-02T18:00").json(withdraw).at("/data/ended/outcome").asText())
        .isEqualTo("WITHDRAWN");
  }

  @Test
  void aDecisionThatCannotBeMadeAnyMoreIsSaidToBeMissed() throws IOException {
    PaperBench paper = begun();

    JsonNode done = paper.session("2018-10-03");

    assertThat(done.at("/data/session").asText()).isEqualTo("2018-10-03");
    assertThat(done.at("/warnings/0/code").asText()).isEqualTo("moment_missed");
    assertThat(done.at("/warnings/0/message").asText() + done.at("/warnings/0"))
        .contains("2018-10-02 closes was missed: the next session had opened.");
  }

  @Test
  void aLedgerThatWasChangedLongAgoStopsTheNextStart() throws IOException, SQLException {
    PaperBench paper = stored();
    Path file = paper.at(PaperBench.START).ledger();
    List<Draft> told = new ArrayList<>();
    for (int i = 0; i < 1_200; i++) {
      told.add(Draft.of("told/" + i, new RunnerFact.RunnerStopped(List.of(), "fact " + i)));
    }
    try (Ledger ledger = SqliteLedger.open(file)) {
      ledger.append(PaperBench.instant(PaperBench.START), told);
    }
    paper.daily(PaperBench.START, PULLBACK, ROTATION);
    assertThat(file.resolveSibling("ledger.db.books")).isRegularFile();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TRIGGER event_stays_as_written");
      statement.execute(
          "UPDATE event SET payload = replace(payload, 'fact', 'lie') WHERE key = 'told/7'");
    }

    JsonNode stopped = paper.session("2018-10-01");

    assertThat(stopped.get("exit_code").asInt()).isEqualTo(7);
    JsonNode newest = paper.at(PaperBench.START).json("ledger", "tail", "2").at("/data/events");
    assertThat(newest.valueStream().map(event -> event.get("type").asText()))
        .containsExactlyInAnyOrder("runner.started", "strategy.funded");
  }

  @Test
  void theNextStartNamesBarsThatWereRevised() throws IOException {
    PaperBench paper = begun();
    Path file = directory.resolve("market/daily-raw/SIM-IDX.csv");
    String old = Files.readString(file);
    String row =
        old.lines().filter(line -> line.startsWith("2018-10-01")).findFirst().orElseThrow();
    String[] cells = row.split(",", -1);
    cells[5] = cells[5] + "0";
    Files.writeString(file, old.replace(row, String.join(",", cells)));
    String evening = "2018-10-08T17:00";
    assertThat(
            paper
                .at(evening)
                .run("data", "import", "market", "--source", "sample", "--revise", "late volume")
                .exit())
        .isZero();

    JsonNode done = paper.session("2018-10-02");

    assertThat(done.at("/data/start_up").valueStream().map(one -> one.get("found").asText()))
        .anyMatch(found -> found.contains("stored bars of SIM-IDX were revised"));
    assertThat(done.get("exit_code").asInt()).isZero();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.sorted().toList()) {
        Path copy = to.resolve(from.relativize(one));
        if (Files.isDirectory(one)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(one, copy);
        }
      }
    }
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
