package milodex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import milodex.broker.OrderReport;
import milodex.files.BrokerFile;
import milodex.files.BrokerFileCorruptException;
import milodex.money.Money;

/// Whether the embedded brokerage stays as it is when its ledger is restored. It is the broker's
/// memory and not ours, so it does wherever it can be read and goes on from that of the backup;
/// what the books lack then is found when both are compared.
///
/// @param says why, in a clause
/// @param orders every order that it will know
record BrokerChoice(Outcome outcome, String says, List<OrderReport> orders) {

  /// What becomes of it.
  enum Outcome {
    KEPT,
    /// That of the backup takes its place.
    RESTORED,
    /// There is none.
    NONE;

    /// As programs and files are told: `kept`.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The one of this [#word].
    ///
    /// @throws IllegalArgumentException if it is none
    static Outcome of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  BrokerChoice {
    orders = List.copyOf(orders);
  }

  /// @param present where the brokerage of the workspace is, if it is there
  /// @param backup where that of the backup is, if there is one
  static BrokerChoice of(Path present, Path backup) throws IOException {
    byte[] before = Files.exists(backup) ? BrokerFile.lines(backup) : new byte[0];
    if (!Files.exists(present)) {
      return before.length == 0
          ? new BrokerChoice(Outcome.NONE, "nothing was traded", List.of())
          : restored("it was lost", backup);
    }
    List<OrderReport> orders;
    try {
      orders = orders(present);
    } catch (BrokerFileCorruptException e) {
      return restored("it is damaged: " + e.getMessage(), backup);
    }
    byte[] now = BrokerFile.lines(present);
    return now.length >= before.length
            && Arrays.equals(now, 0, before.length, before, 0, before.length)
        ? new BrokerChoice(Outcome.KEPT, "it goes on from that of the backup", orders)
        : restored("it does not go on from that of the backup: it was cut or is another", backup);
  }

  /// Whether that of the backup takes its place.
  boolean isRestored() {
    return outcome == Outcome.RESTORED;
  }

  private static BrokerChoice restored(String why, Path backup) throws IOException {
    return new BrokerChoice(
        Outcome.RESTORED, why, Files.exists(backup) ? orders(backup) : List.of());
  }

  private static List<OrderReport> orders(Path file) throws IOException {
    return BrokerFile.read(file, Money.ZERO).orders();
  }
}
