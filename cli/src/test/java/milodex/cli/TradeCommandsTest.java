package milodex.cli;

import static milodex.cli.CrashPoint.Where.AFTER_APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milodex.cli.Shell.Said;
import milodex.files.ProcessLock;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.RunnerFact;
import milodex.ledger.Side;
import milodex.portfolio.Portfolio;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The operator's hand on a rehearsal that was left in the middle of a session, or after one.
class TradeCommandsTest {

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
  void whatIsOwnedIsSoldByHandAndTheRehearsalGoesOnWithIt() {
    leaveWhileOpen();
    JsonNode held = held();
    String[] sale = order(held, "sell", held.get("shares").asText());

    JsonNode preview = trade("preview", sale);
    assertThat(preview.at("/exit_code").asInt()).as("" + preview).isZero();
    assertThat(preview.at("/data/preview/passes").asBoolean()).isTrue();
    assertThat(preview.at("/data/preview/findings")).hasSize(28);
    int before = rehearsal.events().size();

    JsonNode unsure = trade("submit", with(sale, "--reason", "bad news"));
    assertThat(unsure.at("/error_code").asText()).isEqualTo("confirmation_required");
    assertThat(unsure.at("/exit_code").asInt()).isEqualTo(3);
    assertThat(rehearsal.events()).hasSize(before);

    JsonNode sent = trade("submit", with(sale, "--reason", "bad news", "--confirm"));
    assertThat(sent.at("/exit_code").asInt()).as("" + sent).isZero();
    assertThat(sent.at("/data/order/status").asText()).isEqualTo("FILLED");
    assertThat(of("reconcile").at("/data/differences")).isEmpty();
    assertThat(of("ledger", "tail").toString()).contains("bad news");

    JsonNode status = trade("order-status", sent.at("/data/order/order").asText());
    assertThat(status.at("/data/broker/status").asText()).isEqualTo("FILLED");
    assertThat(status.at("/data/story").size()).isGreaterThanOrEqualTo(5);
    assertThat(status.at("/data/story/0/says").asText())
        .startsWith("The operator's wish to sell ")
        .endsWith(": bad news.");
    assertThat(status.at("/data/story/1/says").asText()).endsWith(": approved by all 28 checks.");
    assertThat(of("orders").at("/data/orders").findValuesAsText("by_hand")).contains("bad news");
    assertThat(said("orders")).contains("by hand: bad news").doesNotContain("operator, decided");

    String id = sent.at("/data/order/order").asText();
    JsonNode why = of("explain", id.substring(0, 12));
    assertThat(why.at("/exit_code").asInt()).as("" + why).isZero();
    assertThat(why.at("/data/story/events").findValuesAsText("type"))
        .containsExactly("intent.recorded", "proposal.judged", "order.submitted");
    assertThat(why.at("/data/effects").findValuesAsText("type")).contains("order.reported");
    assertThat(of("explain", id)).isEqualTo(why);
    assertThat(of("explain", "mdx-").at("/error_code").asText()).isEqualTo("ambiguous_order");
    JsonNode slip = of("explain", "mdx-none");
    assertThat(slip.at("/error_code").asText()).isEqualTo("unknown_order");
    assertThat(slip.at("/exit_code").asInt()).isEqualTo(3);

    JsonNode done = rehearsal.run();
    assertThat(done.at("/exit_code").asInt()).as("" + done).isZero();
    assertThat(done.at("/data/difference").isNull()).isTrue();
    assertThat(done.at("/data/by_hand").asInt()).isEqualTo(1);
    assertThat(done.at("/data/compared").asInt()).isPositive();

    JsonNode old = trade("order-status", sent.at("/data/order/order").asText());
    assertThat(old.at("/data/order")).isEqualTo(status.at("/data/order"));
    assertThat(old.at("/data/story")).isEqualTo(status.at("/data/story"));
    assertThat(done.at("/summary").asText()).contains("1 order by hand");
    rehearsal.assertSound();
  }

  @Test
  void aPurchaseIsMadeOrRefusedByTheWholeBattery() {
    leaveWhileOpen();
    JsonNode held = held();

    JsonNode large =
        trade("submit", with(order(held, "buy", "100000"), "--reason", "a slip", "--confirm"));
    JsonNode small = trade("preview", order(held, "buy", "1"));

    assertThat(large.at("/exit_code").asInt()).isEqualTo(2);
    assertThat(large.at("/data/codes").toString()).contains("insufficient_strategy_cash");
    assertThat(small.at("/data/preview/findings")).hasSize(28);
    assertThat(rehearsal.run().at("/exit_code").asInt()).isZero();
    rehearsal.assertSound();
  }

  @Test
  void flatteningWorksInAHaltAndSaysWhatItDid() {
    leaveWhileOpen();
    assertThat(of("halt", "--reason", "enough").at("/exit_code").asInt()).isZero();

    JsonNode unsure = trade("flatten", "--reason", "out of here");
    JsonNode purchase =
        trade("submit", with(order(held(), "buy", "1"), "--reason", "greed", "--confirm"));
    JsonNode flat = trade("flatten", "--reason", "out of here", "--confirm");
    JsonNode again = trade("flatten", "--reason", "out of here", "--confirm");

    assertThat(unsure.at("/error_code").asText()).isEqualTo("confirmation_required");
    assertThat(purchase.at("/exit_code").asInt()).isEqualTo(5);
    assertThat(purchase.at("/error_code").asText()).isEqualTo("kill_switch_active");
    assertThat(flat.at("/exit_code").asInt()).as("" + flat).isZero();
    assertThat(flat.at("/data/flat").asBoolean()).isTrue();
    assertThat(flat.at("/data/steps")).isNotEmpty();
    assertThat(flat.at("/warnings")).isEmpty();
    assertThat(of("positions").at("/data/positions")).isEmpty();
    assertThat(again.at("/summary").asText()).contains("Nothing is owned");
    rehearsal.assertSound();
  }

  @Test
  void afterTheCloseAnOrderIsRefusedUnlessItIsForTheNextOpen() {
    leaveAfterACloseWithoutAnExit();
    JsonNode held = held();
    String[] sale = order(held, "sell", held.get("shares").asText());
    int before = rehearsal.events().size();

    JsonNode closed = trade("submit", with(sale, "--reason", "bad news", "--confirm"));
    assertThat(closed.at("/exit_code").asInt()).isEqualTo(2);
    assertThat(closed.at("/error_code").asText()).isEqualTo("market_closed");
    assertThat(closed.at("/data/failure/next").asText()).contains("--next-open");
    assertThat(rehearsal.events()).hasSize(before);

    JsonNode wished =
        trade("submit", with(sale, "--reason", "bad news", "--confirm", "--next-open"));
    assertThat(wished.at("/exit_code").asInt()).as("" + wished).isZero();
    String intent = wished.at("/refs/intent").asText();
    JsonNode waiting = of("status").at("/data/wishes");
    assertThat(waiting.valueStream().map(one -> one.get("intent").asText())).contains(intent);
    assertThat(new Shell(bench().workspace()).run("status", "--rehearsal", rehearsal.name()).out())
        .contains("SELL " + held.get("shares").asText() + " " + held.get("symbol").asText())
        .contains("by hand");
    JsonNode done = rehearsal.run();

    assertThat(done.at("/exit_code").asInt()).as("" + done).isZero();
    assertThat(done.at("/data/by_hand").asInt()).isEqualTo(1);
    assertThat(submittedFor(intent)).as("" + about(intent)).hasSize(1);
    assertThat(of("status").at("/data/wishes").toString()).doesNotContain(intent);
    rehearsal.assertSound();
  }

  @Test
  void aWishForTheNextOpenIsWithdrawnByItsIdAndNeverSent() {
    JsonNode wished = wishAfterAClose();
    String order = wished.at("/data/order_id").asText();
    String brief = order.substring(0, 12);
    assertThat(wished.at("/summary").asText())
        .contains("milodex trade cancel " + brief + " --reason TEXT --rehearsal");
    assertThat(said("status")).contains("by hand, " + brief);
    assertThat(said("explain", brief)).contains("Wished, ", "bad news");

    JsonNode slip = trade("cancel", brief.substring(0, 11) + "x", "--reason", "old news");
    JsonNode done = trade("cancel", brief, "--reason", "old news");
    JsonNode again = trade("cancel", order, "--reason", "still old");

    assertThat(slip.at("/error_code").asText()).isEqualTo("unknown_order");
    assertThat(slip.at("/data/failure/why").asText()).contains("The nearest is " + brief);
    assertThat(done.at("/exit_code").asInt()).as("" + done).isZero();
    assertThat(done.at("/data/withdrawn").asBoolean()).isTrue();
    assertThat(done.at("/data/wish/intent")).isEqualTo(wished.at("/refs/intent"));
    assertThat(done.at("/data/wish/order_id").asText()).isEqualTo(order);
    assertThat(done.at("/data/ended").isNull()).isTrue();
    assertThat(done.at("/warnings")).isEmpty();
    assertThat(again.at("/exit_code").asInt()).as("" + again).isZero();
    assertThat(again.at("/data/withdrawn").asBoolean()).isFalse();
    assertThat(again.at("/data/ended/outcome").asText()).isEqualTo("WITHDRAWN");
    assertThat(again.at("/data/ended/says").asText()).isEqualTo("old news");
    assertThat(again.at("/refs/ledger_head")).isEqualTo(done.at("/refs/ledger_head"));
    JsonNode none = trade("order-status", brief);
    assertThat(none.get("error_code").asText()).isEqualTo("wish_without_order");
    assertThat(none.at("/data/failure/why").asText()).contains("withdrawn, old news");
    assertThat(said("trade", "cancel", brief, "--reason", "still old"))
        .contains("was withdrawn before: old news");
    assertThat(said("status")).doesNotContain(brief);
    assertThat(said("explain", "" + rehearsal.events().size())).contains("Withdrawn", "old news");
    String intent = wished.at("/refs/intent").asText();
    assertThat(rehearsal.run().at("/exit_code").asInt()).isZero();
    assertThat(submittedFor(intent)).isEmpty();
    rehearsal.assertSound();
  }

  @Test
  void whoWithdrawsTooLateIsToldWhichOrderItBecame() {
    JsonNode wished = wishAfterAClose();
    String order = wished.at("/data/order_id").asText();
    rehearsal.run();

    JsonNode byOrder = trade("cancel", order, "--reason", "old news");
    JsonNode byIntent = trade("cancel", wished.at("/refs/intent").asText(), "--reason", "old news");

    assertThat(byOrder.at("/exit_code").asInt()).as("" + byOrder).isEqualTo(2);
    assertThat(byOrder.at("/error_code").asText()).isEqualTo("wish_ordered");
    assertThat(byOrder.at("/refs/order").asText()).isEqualTo(order);
    assertThat(byOrder.at("/data/withdrawn").asBoolean()).isFalse();
    assertThat(byOrder.at("/summary").asText())
        .contains("it became order " + order, "nothing left to cancel");
    assertThat(byIntent.at("/summary")).isEqualTo(byOrder.at("/summary"));
    rehearsal.assertSound();
  }

  @Test
  void theWishOfARuleIsNotWithdrawnAndIsSaidToBeStoppedOtherwise() {
    leaveAfterAWishOfARule();
    JsonNode rules = of("status").at("/data/wishes/0");
    int before = rehearsal.events().size();

    JsonNode refused = trade("cancel", rules.get("intent").asText(), "--reason", "no");

    assertThat(refused.at("/exit_code").asInt()).as("" + refused).isEqualTo(2);
    assertThat(refused.at("/error_code").asText()).isEqualTo("wish_of_rule");
    assertThat(refused.at("/data/failure/next").asText())
        .contains(rules.get("side").asText().equals("BUY") ? "strategy pause" : "milodex halt");
    assertThat(rehearsal.events()).hasSize(before);
  }

  @Test
  void atItsEndARehearsalSeesNoFurtherOpen() {
    rehearsal.run();
    JsonNode held = held();
    String[] sale = order(held, "sell", "1");

    assertThat(trade("submit", with(sale, "--reason", "x", "--confirm")).at("/error_code").asText())
        .isEqualTo("market_closed");
    assertThat(
            trade("submit", with(sale, "--reason", "x", "--confirm", "--next-open"))
                .at("/error_code")
                .asText())
        .isEqualTo("no_next_open");
  }

  @Test
  void whatIsNeverSentIsRefusedAtOnceWithTheReason() {
    leaveWhileOpen();
    JsonNode held = held();

    assertThat(code("preview", with(order(held, "sell", "1"), "--limit", "10")))
        .isEqualTo("unsupported_order");
    assertThat(code("preview", with(order(held, "sell", "1"), "--tif", "gtc")))
        .isEqualTo("unsupported_order");
    assertThat(code("preview", order(held, "sell", "1.5"))).isEqualTo("invalid_order");
    assertThat(code("preview", order(held, "short", "1"))).isEqualTo("invalid_order");
    assertThat(next("preview", order(held, "short", "1")))
        .isEqualTo("Say it as `milodex trade preview STRATEGY buy|sell SYMBOL SHARES`.");
    assertThat(next("submit", with(order(held, "short", "1"), "--reason", "x")))
        .isEqualTo(
            "Say it as `milodex trade submit STRATEGY buy|sell SYMBOL SHARES --reason TEXT`.");
    assertThat(code("preview", Sample.ROTATION + "x", "sell", "SIM-IDX", "1"))
        .isIn("unknown_strategy", "invalid_order");
    assertThat(code("preview", held.get("strategy").asText(), "buy", "NOSUCH", "1"))
        .isEqualTo("invalid_order");
    assertThat(code("cancel", "mdx-none", "--reason", "x")).isEqualTo("unknown_order");
    assertThat(code("order-status", "mdx-none")).isEqualTo("unknown_order");
    assertThat(bench().json("trade", "flatten", "--reason", "x").at("/error_code").asText())
        .isEqualTo("no_broker");
  }

  @Test
  void nobodyActsWhileSomebodyElseRunsItButAWishCanBeLeftAndWithdrawn() throws IOException {
    leaveWhileOpen();
    JsonNode held = held();
    String[] sale = with(order(held, "sell", "1"), "--reason", "x", "--confirm");
    try (ProcessLock _ = ProcessLock.tryHold(rehearsal.folder().lock(), "a test").orElseThrow()) {
      assertThat(trade("submit", sale).at("/exit_code").asInt()).isEqualTo(8);
      JsonNode wished = trade("submit", with(sale, "--next-open"));
      assertThat(wished.at("/exit_code").asInt()).isZero();
      assertThat(wished.at("/warnings")).isEmpty();
      assertThat(
              trade("cancel", wished.at("/data/order_id").asText(), "--reason", "x")
                  .at("/data/withdrawn")
                  .asBoolean())
          .isTrue();
      sale[3] = "1000000";
      assertThat(trade("submit", with(sale, "--next-open")).at("/warnings/0/code").asText())
          .isEqualTo("uncovered_sell");
    }
  }

  @Test
  void atATerminalTheOperatorIsAskedAndShownThePreview() {
    leaveWhileOpen();
    JsonNode held = held();
    String[] words =
        Sample.with(
            new String[] {"trade", "submit"},
            with(
                order(held, "sell", "1"),
                "--reason",
                "x",
                "--rehearsal",
                rehearsal.name(),
                "--home",
                bench().workspace().toString()));

    Said no = new Shell(bench().workspace()).typing("no\n").run(words);
    Said yes = new Shell(bench().workspace()).typing("yes\n").run(words);

    assertThat(no.exit()).isEqualTo(3);
    assertThat(no.err()).contains("opposite side working", "Type yes");
    assertThat(yes.exit()).as(yes.err()).isZero();
    assertThat(yes.out()).contains("FILLED");
  }

  /// After a session has opened and its wishes were worked, with something held.
  private static void leaveWhileOpen() {
    leave(" opens");
  }

  /// After a close on which no rule wished to sell what it holds.
  private static void leaveAfterACloseWithoutAnExit() {
    leave(" closes");
  }

  /// After the first close on which a rule wished something.
  private static void leaveAfterAWishOfARule() {
    boolean wished = false;
    for (Event event : rehearsal.undisturbed()) {
      wished |= event.fact() instanceof Fact.IntentRecorded;
      if (wished && event.fact() instanceof RunnerFact.MomentPassed) {
        rehearsal.goOnUpTo(new CrashPoint(AFTER_APPEND, event.key()));
        return;
      }
    }
    throw new AssertionError("no rule ever wished anything");
  }

  /// Leaves it after a close, and wishes to sell at the next open all that a strategy holds.
  private static JsonNode wishAfterAClose() {
    leaveAfterACloseWithoutAnExit();
    JsonNode held = held();
    JsonNode wished =
        trade(
            "submit",
            with(
                order(held, "sell", held.get("shares").asText()),
                "--reason",
                "bad news",
                "--confirm",
                "--next-open"));
    assertThat(wished.at("/exit_code").asInt()).as("" + wished).isZero();
    return wished;
  }

  /// What a command says to people.
  private static String said(String... words) {
    return new Shell(bench().workspace())
        .with("COLUMNS", "500")
        .run(with(words, "--rehearsal", rehearsal.name()))
        .out();
  }

  private static void leave(String moment) {
    Portfolio books = Portfolio.EMPTY;
    int exits = 0;
    for (Event event : rehearsal.undisturbed()) {
      books = books.apply(event);
      if (event.fact() instanceof Fact.IntentRecorded wish && wish.intent().side() == Side.SELL) {
        exits++;
      }
      if (event.fact() instanceof RunnerFact.MomentPassed passed
          && !passed.strategies().isEmpty()) {
        if (passed.moment().endsWith(moment) && holdings(books) > 0 && exits == 0) {
          rehearsal.goOnUpTo(new CrashPoint(AFTER_APPEND, event.key()));
          return;
        }
        exits = 0;
      }
    }
    throw new AssertionError("nothing was ever held without being sold next");
  }

  private static long holdings(Portfolio books) {
    return books.books().values().stream().mapToLong(book -> book.positions().size()).sum();
  }

  private static List<Event> submittedFor(String intent) {
    List<Event> all = new ArrayList<>();
    for (Event event : rehearsal.events()) {
      if (event.fact() instanceof Fact.OrderSubmitted order && order.intent().equals(intent)) {
        all.add(event);
      }
    }
    return all;
  }

  private static List<String> about(String intent) {
    return rehearsal.events().stream()
        .filter(event -> event.key().contains(intent))
        .map(event -> FactLine.of(event.fact()))
        .toList();
  }

  private static JsonNode held() {
    for (JsonNode one : of("positions").at("/data/positions")) {
      if (!one.get("strategy").isNull()) {
        return one;
      }
    }
    throw new AssertionError("nothing is held");
  }

  private static String[] order(JsonNode held, String side, String shares) {
    return new String[] {held.get("strategy").asText(), side, held.get("symbol").asText(), shares};
  }

  private static String code(String command, String... words) {
    return trade(command, words).at("/error_code").asText();
  }

  private static String next(String command, String... words) {
    return trade(command, words).at("/data/failure/next").asText();
  }

  private static JsonNode trade(String command, String... words) {
    return of(Sample.with(new String[] {"trade", command}, words));
  }

  private static JsonNode of(String... words) {
    return bench().json(Sample.with(words, "--rehearsal", rehearsal.name()));
  }

  private static String[] with(String[] words, String... more) {
    return Sample.with(words, more);
  }

  private static Bench bench() {
    return rehearsal.bench();
  }
}
