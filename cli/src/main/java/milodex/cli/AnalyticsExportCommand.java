package milodex.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milodex.backtest.Runs;
import milodex.files.Sheet;
import milodex.files.SheetFolder;
import milodex.files.SheetFormat;
import milodex.ledger.Ledger;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// Takes the record of a run out of the workspace, for other programs.
final class AnalyticsExportCommand implements Action {

  private String id = "";
  private SheetFormat format = SheetFormat.CSV;
  private String out = "";

  @Override
  public String name() {
    return "export";
  }

  @Override
  public Usage usage() {
    return Usage.of("Write the trades, the equity and the refusals of a run as files.")
        .word("RUN", String.class, "The run, or the first digits of its id.", it -> id = it)
        .option(
            "--format",
            "FORMAT",
            SheetFormat.class,
            "csv, json or parquet; default: csv.",
            it -> format = it)
        .required(
            "--out",
            "DIR",
            String.class,
            "Where to; nothing that is there is replaced.",
            it -> out = it);
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledgerToRead()) {
      Runs.Run run = RunFinder.find(new Runs(ledger, wiring.artifacts()), id);
      List<Sheet> sheets = RunSheets.of(RunRecord.of(run, wiring.artifacts()));
      Path folder = invocation.environment().directory().resolve(out).normalize();
      return reply(run, folder, sheets, write(folder, sheets));
    }
  }

  private List<Path> write(Path folder, List<Sheet> sheets) throws IOException {
    try {
      return new SheetFolder(folder).write(sheets, format);
    } catch (FileAlreadyExistsException e) {
      throw Failure.usage(
          "file_exists",
          "The run was not exported.",
          e.getMessage() + " is there already, and an export replaces nothing.",
          "Name another folder, or move that one away.");
    }
  }

  private static Reply reply(Runs.Run run, Path folder, List<Sheet> sheets, List<Path> files) {
    Table table = Table.of(Column.text("File"), Column.number("Rows"));
    List<Data> data = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      int rows = sheets.get(i).rows();
      table.row(folder.relativize(files.get(i)).toString(), "" + rows);
      data.add(Data.of().text("file", files.get(i).toString()).count("rows", rows));
    }
    Reply reply =
        Reply.of()
            .strategy(run.strategy().toString())
            .broker("SIMULATED")
            .ref("run", run.id().hash())
            .block(table)
            .say("Run %s was written to %s.".formatted(run.id().brief(), folder));
    reply.data().objects("files", data);
    return reply;
  }
}
