package milodex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import milodex.execution.Restoration;
import milodex.ledger.FactType;
import milodex.ledger.RiskFact.HaltTripped;
import milodex.market.NewYork;
import milodex.sqlite.SqliteLedger;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;

/// What a restore says, before and after.
final class RestoreReport {

  private final Workspace workspace;
  private final Path source;
  private final BackupList list;
  private Optional<Found> found = Optional.empty();

  private record Found(LostEvents lost, BrokerChoice broker, List<BackupList.Kept> differing) {}

  RestoreReport(Workspace workspace, Path source, BackupList list) {
    this.workspace = workspace;
    this.source = source;
    this.list = list;
  }

  /// What the workspace and the backup differ in.
  void found(LostEvents lost, BrokerChoice broker, List<BackupList.Kept> differing) {
    found = Optional.of(new Found(lost, broker, differing));
  }

  /// When the backup was made: `2026-11-30 09:15:00 New York`.
  String made() {
    return NewYork.second(list.at()) + " New York";
  }

  /// What would be done.
  Reply preview() {
    Found all = found.orElseThrow();
    int present = (int) all.differing.stream().filter(this::isPresent).count();
    Reply reply =
        facts(Optional.empty(), Optional.empty(), all.broker.outcome().word())
            .block(
                KeyValues.of()
                    .with("Backup", made() + ", checked whole")
                    .with("Its head", list.head().toString())
                    .with("Lost", all.lost.says())
                    .with("Broker", brokerSays(all.broker))
                    .with(
                        "Files",
                        "beside the ledger %s of its %s differ and are replaced, %s missing and put back"
                            .formatted(
                                present,
                                FactLine.counted(list.files().size(), "file", "files"),
                                FactLine.counted(all.differing.size() - present, "is", "are")))
                    .with("After it", "the account is halted until you reset it"));
    return reply;
  }

  /// What is half done.
  Reply unfinished() {
    return facts(Optional.empty(), Optional.empty(), "unfinished");
  }

  /// What was done, and what there is to do.
  ///
  /// @param kept the folder of what was replaced
  Reply done(Path kept, BrokerChoice.Outcome broker) throws IOException {
    String incident = incident();
    int moved = RestoreFolder.count(kept);
    String says =
        "The backup of %s is restored, and the account is halted: incident %s."
            .formatted(made(), incident);
    Reply reply =
        facts(Optional.of(kept), Optional.of(incident), broker.word())
            .summary(says)
            .block(Block.paragraph(says, Style.ALARM))
            .block(
                Block.paragraph(
                    "%s moved to %s; nothing was deleted."
                        .formatted(FactLine.counted(moved, "file was", "files were"), kept)));
    found.ifPresent(
        all ->
            reply.block(
                KeyValues.of()
                    .with("Lost", all.lost.says())
                    .with("Broker", brokerSays(all.broker))));
    return reply.block(
        Block.verbatim(
            """
            Next, if you trade on paper:
              1. Import or fetch the bars that came after the backup.
              2. `milodex run daily --all` goes through the sessions that the books
                 lack: it books what companies did, and sends nothing but a sale
                 that you wished by hand, waiting in `milodex status`, of what the
                 books own. Is it sold already? Then first withdraw that wish:
                 `milodex trade cancel ID --reason TEXT`.
              3. `milodex reconcile` shows in what books and broker differ, and
                 `milodex reconcile adopt --reason TEXT` books it.
              4. `milodex alerts list` tells what was missed meanwhile.
              5. `milodex trade kill-switch reset --incident %s
                 --reason TEXT` lets orders go on."""
                .formatted(incident)));
  }

  private Reply facts(Optional<Path> kept, Optional<String> incident, String broker) {
    Reply reply = Reply.of().ref("ledger_head", list.head().toString());
    incident.ifPresent(id -> reply.ref("incident", id));
    Data data =
        reply
            .data()
            .flag("restored", kept.isPresent())
            .object(
                "backup",
                Data.of()
                    .text("directory", source.toString())
                    .text("at", list.at().toString())
                    .text("version", list.version())
                    .text("head", list.head().toString()))
            .text("broker", broker);
    found.ifPresentOrElse(
        all ->
            data.object("lost", all.lost.data())
                .texts("files", all.differing.stream().map(BackupList.Kept::path).toList()),
        () -> data.absent("lost"));
    kept.ifPresentOrElse(
        folder -> data.text("moved_to", folder.toString()), () -> data.absent("moved_to"));
    incident.ifPresentOrElse(id -> data.text("incident", id), () -> data.absent("incident"));
    return reply;
  }

  private static String brokerSays(BrokerChoice broker) {
    return switch (broker.outcome()) {
      case KEPT -> "stays as it is: " + broker.says();
      case RESTORED -> "taken from the backup: " + broker.says();
      case NONE -> "none: " + broker.says();
    };
  }

  private boolean isPresent(BackupList.Kept one) {
    return Files.exists(workspace.root().resolve(one.path()));
  }

  private String incident() {
    AtomicReference<String> newest = new AtomicReference<>("");
    try (SqliteLedger ledger = SqliteLedger.openReadOnly(workspace.ledger())) {
      ledger.glance(
          0,
          Set.of(FactType.HALT_TRIPPED),
          event -> {
            if (event.fact() instanceof HaltTripped halt
                && halt.trigger().equals(Restoration.TRIGGER)) {
              newest.set(halt.incident());
            }
          });
    }
    return newest.get();
  }
}
