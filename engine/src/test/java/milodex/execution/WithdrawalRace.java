package milodex.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.risk.ClientOrderIds;
import milodex.risk.RiskPolicy;
import org.jspecify.annotations.Nullable;

/// A desk that works the wishes of an operator, from the first to the last, while he withdraws
/// them, from the last to the first.
///
/// Each has books of its own over its own opening of the ledger, as processes have.
public final class WithdrawalRace {

  private final int wishes;
  private final Supplier<Ledger> ledgers;

  /// @param wishes how many there are
  /// @param ledgers opens the same ledger each time
  public WithdrawalRace(int wishes, Supplier<Ledger> ledgers) {
    this.wishes = wishes;
    this.ledgers = ledgers;
  }

  /// What the race showed.
  ///
  /// @param answers what the operator was told of each wish, by its id
  /// @param sent orders that came to the broker, by id
  public record Result(
      Map<String, WithdrawAnswer> answers, List<String> sent, List<Event> events) {}

  /// Runs it to the end.
  public Result run() throws InterruptedException, ExecutionException {
    Contender.Field field = new Contender.Field(1, wishes);
    ParkingBroker broker = new ParkingBroker(field.cash());
    CyclicBarrier start = new CyclicBarrier(2);
    try (Ledger ledger = ledgers.get();
        Ledger theirs = ledgers.get();
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      ledger.append(Contender.NOW, field.opened());
      Contender desk =
          new Contender(
              field, 0, RiskPolicy.unlimitedOf(RiskPolicy.standard()), broker, SendLock.alone());
      desk.begin(theirs);
      List<String> wished = new ArrayList<>();
      for (int wish = 0; wish < wishes; wish++) {
        wished.add(desk.wishByHand(wish));
      }
      Books books = new Books(ledger);
      Callable<@Nullable Void> work =
          () -> {
            start.await();
            desk.work();
            return null;
          };
      Future<@Nullable Void> working = thread.submit(work);
      Map<String, WithdrawAnswer> answers = new LinkedHashMap<>();
      awaitAt(start);
      for (String wish : wished.reversed()) {
        answers.put(wish, Withdrawal.withdraw(books, wish, "changed my mind", Contender.NOW));
      }
      working.get();
      List<Event> events = new ArrayList<>();
      ledger.replay(events::add);
      return new Result(
          answers,
          broker.working().stream().map(report -> report.order().toString()).toList(),
          events);
    }
  }

  private static void awaitAt(CyclicBarrier start) throws InterruptedException {
    try {
      start.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What is not so that must be so: each wish was either sent once or withdrawn once, as its
  /// operator was told.
  public static List<String> broken(Result result) {
    List<String> broken = new ArrayList<>();
    result
        .answers()
        .forEach(
            (wish, answer) -> {
              Story story = Story.of(wish, result);
              boolean isTold =
                  switch (answer) {
                    case WithdrawAnswer.Withdrawn _ -> story.equals(new Story(0, 1, false));
                    case WithdrawAnswer.Ordered _ -> story.equals(new Story(1, 0, true));
                    case WithdrawAnswer.Over _, WithdrawAnswer.OfRule _ -> false;
                  };
              if (!isTold) {
                broken.add("%s: told %s, and it was %s".formatted(wish, answer, story));
              }
            });
    return broken;
  }

  /// What the ledger and the broker tell of a wish.
  private record Story(int orders, int ends, boolean sent) {

    static Story of(String wish, Result result) {
      int orders = 0;
      int ends = 0;
      for (Event event : result.events()) {
        switch (event.fact()) {
          case Fact.OrderSubmitted order when order.intent().equals(wish) -> orders++;
          case Fact.IntentClosed end when end.intent().equals(wish) -> ends++;
          case Fact _ -> {}
        }
      }
      String order = ClientOrderIds.of(wish, 1).toString();
      return new Story(orders, ends, result.sent().contains(order));
    }
  }
}
