package milodex.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import milodex.data.ActionsImport;
import milodex.data.SeriesImport;
import milodex.data.Settlement;
import milodex.files.CsvFault;
import milodex.files.ImportResult;
import milodex.files.ImportResult.Disagreement;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// What an import took in, and what it refused.
///
/// @param directory the current one; files below it are called by their relative names
record ImportReport(Path directory, ImportResult result) {

  /// Broken rows that are shown; JSON has all that were told.
  private static final int SHOWN = 20;

  /// Sessions that are named one by one.
  private static final int MOST_NAMED = 5;

  /// The answer to the operator.
  ///
  /// @param facts how many facts the ledger was told
  Reply reply(int facts) {
    Reply reply = result.isComplete() ? Reply.of() : refusal().reply();
    if (!result.series().isEmpty() || !result.actions().isEmpty()) {
      reply.block(ImportTable.of(result));
    }
    if (!result.faults().isEmpty()) {
      reply.block(faults());
    }
    if (!result.disagreements().isEmpty()) {
      reply.block(disagreements());
    }
    reply
        .data()
        .objects("series", result.series().stream().map(ImportReport::data).toList())
        .objects("actions", result.actions().stream().map(ImportReport::data).toList())
        .objects("faults", result.faults().stream().map(this::data).toList())
        .objects("disagreements", result.disagreements().stream().map(ImportReport::data).toList())
        .texts("provisional", result.provisional().stream().map(Object::toString).toList())
        .count("facts", facts);
    if (!result.provisional().isEmpty()) {
      reply.warn("bars_provisional", provisional());
    }
    if (result.isComplete()) {
      reply.say(
          "Stored as offered: %s. The ledger was told %s."
              .formatted(
                  taken(), facts == 0 ? "nothing new" : FactLine.counted(facts, "fact", "facts")));
    }
    return reply;
  }

  private String provisional() {
    return "the daily bars of %s were left out: a bar is final %d minutes after its session closed; import them again then."
        .formatted(named(List.copyOf(result.provisional())), Settlement.LAG.toMinutes());
  }

  private static String named(List<LocalDate> sessions) {
    return sessions.size() > MOST_NAMED
        ? "%,d sessions, %s to %s,"
            .formatted(sessions.size(), sessions.getFirst(), sessions.getLast())
        : String.join(", ", sessions.stream().map(Object::toString).toList());
  }

  private String taken() {
    List<String> parts = new ArrayList<>();
    if (!result.series().isEmpty()) {
      parts.add(result.series().size() + " series");
    }
    if (!result.actions().isEmpty()) {
      parts.add("the actions of " + FactLine.counted(result.actions().size(), "symbol", "symbols"));
    }
    return parts.isEmpty() ? "nothing" : String.join(" and ", parts);
  }

  private Failure refusal() {
    boolean some = !result.series().isEmpty() || !result.actions().isEmpty();
    boolean broken = !result.faults().isEmpty();
    List<String> why = new ArrayList<>();
    if (broken) {
      why.add("broken rows or files: " + result.faults().size());
    }
    if (!result.disagreements().isEmpty()) {
      why.add("offers that would change what is stored: " + result.disagreements().size());
    }
    return new Failure(
        ExitCode.INVALID,
        some ? "import_incomplete" : broken ? "import_refused" : "import_disagrees",
        some ? "Not all was imported." : "Nothing was imported.",
        capitalised(String.join("; ", why)) + ". They are listed below.",
        some
            ? "What is sound was taken in; what is listed below was not."
            : "Nothing was written; what was stored before stays as it was.",
        next(broken, some));
  }

  private String next(boolean broken, boolean some) {
    if (!broken) {
      return "Find out which side is right; if the offered one, add --revise REASON: the stored"
          + " bars are kept aside, and evidence that used them becomes stale.";
    }
    return some
        ? "Mend the files, then repeat the import."
        : "Mend the files and repeat, or add --keep-going to take in what is sound.";
  }

  private Block faults() {
    List<CsvFault> all = result.faults();
    Table table = Table.of(Column.text("File:line"), Column.wrapping("What is wrong"));
    for (CsvFault fault : all.subList(0, Math.min(SHOWN, all.size()))) {
      String file = shown(fault.file());
      table.row(fault.line() == 0 ? file : file + ":" + fault.line(), fault.says());
    }
    return Shortened.of("Broken rows and files", table, SHOWN, all.size());
  }

  private Block disagreements() {
    Table table =
        Table.of(Column.text("Stored"), Column.number("Sessions"), Column.wrapping("Difference"));
    for (Disagreement one : result.disagreements()) {
      table.row(one.what(), "" + one.sessions().size(), one.says());
    }
    return Block.section("Offers that would change what is stored", table);
  }

  private String shown(String file) {
    Path path = Path.of(file);
    return path.startsWith(directory) ? directory.relativize(path).toString() : file;
  }

  private static Data data(SeriesImport one) {
    return SeriesData.of(one.stored())
        .text("outcome", one.outcome().name().toLowerCase(Locale.ROOT))
        .count("rows", one.rows())
        .count("added", one.added())
        .count("unchanged", one.unchanged())
        .count("changed", one.changed());
  }

  private static Data data(ActionsImport one) {
    return Data.of()
        .text("symbol", one.symbol().ticker())
        .text("outcome", one.outcome().name().toLowerCase(Locale.ROOT))
        .count("rows", one.rows())
        .count("stored", one.stored());
  }

  private Data data(CsvFault fault) {
    return Data.of()
        .text("file", shown(fault.file()))
        .count("line", fault.line())
        .text("says", fault.says());
  }

  private static Data data(Disagreement one) {
    return Data.of()
        .text("what", one.what())
        .texts("sessions", one.sessions().stream().map(Object::toString).toList())
        .text("says", one.says());
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
