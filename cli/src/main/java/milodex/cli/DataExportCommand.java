package milodex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.config.Nearest;
import milodex.data.BarStore;
import milodex.data.StoredSeries;
import milodex.files.BarsExport;
import milodex.market.Symbol;

/// Writes stored series and corporate actions into a folder of files that other tools can read.
final class DataExportCommand implements Action {

  private List<Symbol> symbols = List.of();
  private BarsExport.Format format = BarsExport.Format.CSV;
  private Path out = Path.of("");

  @Override
  public String name() {
    return "export";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Write stored bars and corporate actions for other tools.",
            "CSV is laid out as `data import` reads it; PARQUET is one file for each series.")
        .words(1, "SYMBOL", Symbol.class, "Whose bars.", it -> symbols = it)
        .required(
            "--format",
            "csv|parquet",
            BarsExport.Format.class,
            "How bars are written.",
            it -> format = it)
        .required("--out", "DIR", Path.class, "A new or empty folder.", it -> out = it);
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    BarStore store = new Wiring(invocation.workspace()).bars();
    NewFolder folder =
        new NewFolder(
            invocation.environment().directory().resolve(out).normalize(), "Nothing was exported.");
    SortedSet<Symbol> asked = new TreeSet<>(symbols);
    List<StoredSeries> all = store.series();
    List<StoredSeries> series = all.stream().filter(one -> asked.contains(one.symbol())).toList();
    requireStored(asked, all);
    requireEmpty(folder);
    return folder.fill(() -> export(new BarsExport(store, folder.path()), series, asked));
  }

  private Reply export(BarsExport export, List<StoredSeries> series, SortedSet<Symbol> asked)
      throws IOException {
    for (StoredSeries one : series) {
      export.write(one, format);
    }
    for (Symbol symbol : asked) {
      export.writeActions(symbol);
    }
    Reply reply =
        Reply.of()
            .say(
                "%d series of %s and their corporate actions are in %s."
                    .formatted(
                        series.size(),
                        FactLine.counted(asked.size(), "symbol", "symbols"),
                        export.folder()));
    reply
        .data()
        .text("folder", export.folder().toString())
        .objects("series", series.stream().map(SeriesData::of).toList());
    return reply;
  }

  private static void requireStored(SortedSet<Symbol> asked, List<StoredSeries> all) {
    SortedSet<String> tickers = new TreeSet<>();
    all.forEach(one -> tickers.add(one.symbol().ticker()));
    for (Symbol symbol : asked) {
      if (!tickers.contains(symbol.ticker())) {
        throw new Failure(
            ExitCode.UNAVAILABLE,
            "bars_missing",
            "There are no bars of " + symbol + ".",
            tickers.size() + " symbols are stored.",
            "Nothing was written.",
            Nearest.to(symbol.ticker(), tickers)
                    .map(near -> "Did you mean `" + near + "`? ")
                    .orElse("")
                + "`milodex data status` lists them.");
      }
    }
  }

  private static void requireEmpty(NewFolder folder) throws IOException {
    if (!folder.isFree()) {
      throw new Failure(
          ExitCode.INVALID,
          "folder_not_empty",
          "Nothing was exported into " + folder.path() + ".",
          "It is there already and not empty, and an export replaces no file.",
          "Nothing was written.",
          "Name a new or empty folder with --out.");
    }
  }
}
