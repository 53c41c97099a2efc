package milodex.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milodex.execution.Books;
import milodex.execution.Incident;
import milodex.execution.KillSwitch;
import milodex.execution.ParkingBroker;
import milodex.files.FileSendLock;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.money.Money;
import milodex.promotion.Applicants;
import milodex.promotion.Demotion;
import milodex.promotion.PromotionLog;
import milodex.promotion.Stage;
import milodex.promotion.Standing;
import milodex.promotion.Step;
import milodex.sqlite.SqliteLedger;

/// A program that promotes, demotes, halts and resets, over and over, until it is killed; begun
/// again it goes on where the ledger says it is.
public final class StepLoop {

  private static final Instant NOW = Instant.parse("2024-03-01T21:05:00Z");

  private final PromotionLog promotions;
  private final Books books;
  private final KillSwitch killSwitch;

  private StepLoop(Ledger ledger, Path lock) {
    this.promotions = new PromotionLog(ledger);
    this.books = new Books(ledger);
    this.killSwitch =
        new KillSwitch(
            books,
            Optional.of(new ParkingBroker(Money.of(1))),
            new FileSendLock(lock, Duration.ofMinutes(1)));
  }

  /// Argument: where it keeps its ledger.
  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[0]);
    try (Ledger ledger = SqliteLedger.open(ledger(directory))) {
      StepLoop loop = new StepLoop(ledger, directory.resolve("send.lock"));
      while (true) {
        loop.step();
      }
    }
  }

  static Path ledger(Path directory) {
    return directory.resolve("ledger.db");
  }

  /// One step of the round: promoted, demoted, halted and verified, reset.
  private void step() {
    Standing standing = promotions.standing(Applicants.ID);
    List<Incident> open = books.halts().open();
    if (standing.stage() == Stage.PAPER) {
      take(new Demotion(Applicants.ID, standing).decide(Stage.BACKTEST, "next round"));
    } else if (open.stream().anyMatch(Incident::isVerified)) {
      killSwitch.reset(open.getFirst().id(), "next round", NOW);
    } else if (!open.isEmpty() || standing.steps() / 2 > books.halts().incidents().size()) {
      killSwitch.trip(HaltScope.ACCOUNT, HaltMode.HALT, "operator", "next round", NOW);
    } else {
      take(Applicants.toPaper(standing));
    }
  }

  private void take(Step step) {
    promotions.take((Step.Taken) step, NOW);
  }
}
