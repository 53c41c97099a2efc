package milodex.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import milodex.ledger.Head;
import milodex.ledger.JsonLines;
import milodex.ledger.Ledger;
import milodex.terminal.Block;

/// Copies the ledger out as text that proves itself: one JSON object a line, chained by hashes.
final class LedgerExportCommand implements Action {

  private static final String STANDARD_OUTPUT = "-";

  private String target = "";
  private WhichLedger which = new WhichLedger();

  @Override
  public String name() {
    return "export";
  }

  @Override
  public Usage usage() {
    return Usage.of("Write every event as canonical JSON, one a line, with its hash.")
        .word("FILE|-", String.class, "A new file, or - for standard output.", it -> target = it)
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    try (Ledger ledger = which.open(new Wiring(invocation.workspace()))) {
      if (target.equals(STANDARD_OUTPUT)) {
        return print(ledger, invocation);
      }
      Path file = invocation.environment().directory().resolve(target);
      Head head = write(ledger, file);
      Reply reply =
          Reply.of()
              .say("%d events were written to %s.".formatted(head.seq(), file))
              .block(Block.paragraph("Head " + head))
              .ref("ledger_head", head.toString());
      reply.data().text("file", file.toString()).count("events", head.seq());
      return reply;
    }
  }

  /// The lines are the answer; the head goes where messages go.
  private static Reply print(Ledger ledger, Invocation invocation) throws IOException {
    if (invocation.options().json) {
      throw Failure.usage(
          "invalid_argument",
          "The ledger was not exported.",
          "--json and - both want standard output for themselves.",
          "Leave one of them out, or name a file.");
    }
    Head head = JsonLines.write(ledger, invocation.environment().out());
    invocation.console().note("%d events, head %s".formatted(head.seq(), head));
    return Reply.of().summary("%d events.".formatted(head.seq()));
  }

  /// Writes the file whole under another name first, so that it is never there by half.
  private static Head write(Ledger ledger, Path file) throws IOException {
    if (Files.exists(file)) {
      throw Failure.usage(
          "file_exists",
          "The ledger was not exported.",
          file + " is there already, and an export replaces nothing.",
          "Name a new file, or move that one away.");
    }
    Path part = Files.createTempFile(file.resolveSibling(""), "export-", ".part");
    try {
      Head head;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        head = JsonLines.write(ledger, out);
      }
      Files.move(part, file);
      return head;
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
