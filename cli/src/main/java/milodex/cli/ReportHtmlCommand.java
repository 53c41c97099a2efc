package milodex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.backtest.WindowResult;
import milodex.files.AtomicFile;
import milodex.ledger.Ledger;
import milodex.promotion.PromotionLog;
import milodex.report.BenchmarkReturns;
import milodex.report.Overridden;
import milodex.report.RunPage;
import milodex.research.Deflation;
import milodex.research.KeptEvidence;
import milodex.research.Trials;
import milodex.terminal.Block;

/// Writes a run as one file that shows everything and asks the network for nothing.
final class ReportHtmlCommand implements Action {

  private String id = "";
  private Optional<Path> out = Optional.empty();
  private Open open = Open.NO;

  enum Open {
    YES,
    NO
  }

  @Override
  public String name() {
    return "html";
  }

  @Override
  public Usage usage() {
    return Usage.of("Write a run as one self-contained page; it opens offline in any browser.")
        .word("RUN", String.class, "The run, or the first digits of its id.", it -> id = it)
        .option(
            "--out",
            "FILE",
            Path.class,
            "A new file; default: data/reports/RUN.html, replaced each time.",
            it -> out = Optional.of(it))
        .option(
            "--open",
            "yes|no",
            Open.class,
            "Show it in the browser as well; default: no.",
            it -> open = it);
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    Workspace workspace = invocation.workspace();
    Wiring wiring = new Wiring(workspace);
    try (Ledger ledger = wiring.ledgerToRead()) {
      Runs runs = new Runs(ledger, wiring.artifacts());
      Runs.Run run = RunFinder.find(runs, id);
      Path file =
          out.map(named -> fresh(invocation.environment().directory().resolve(named).normalize()))
              .orElse(workspace.reports().resolve(run.id().brief() + ".html"));
      RunPage page = page(wiring, runs, run, ledger, Stages.today(invocation));
      AtomicFile.write(file, part -> Files.writeString(part, page.html()));
      Reply reply = Stages.tell(reply(page, file), ledger, run.strategy(), invocation);
      if (open == Open.YES) {
        show(file, Browser.of(invocation.environment()), reply);
      }
      return reply;
    }
  }

  private static RunPage page(
      Wiring wiring, Runs runs, Runs.Run run, Ledger ledger, LocalDate today) {
    Optional<Overridden> overridden =
        Overridden.of(new PromotionLog(ledger).standing(run.strategy()), today);
    RunSummary summary = RunSummary.parse(RunFinder.completed(run).summary());
    int look = runs.lookOfFamily(run);
    if (summary.isInvalid()) {
      BenchmarkReturns none = new BenchmarkReturns.Missing("a proof of the run failed");
      return new RunPage(
          run,
          look,
          summary,
          List.of(),
          none,
          Optional.empty(),
          Optional.empty(),
          overridden,
          ledger.head());
    }
    List<WindowResult> windows = RunRecord.of(run, wiring.artifacts()).windows();
    BenchmarkReturns benchmark =
        StoredBenchmark.of(summary, WindowResult.endToEnd(windows), wiring.bars());
    Optional<Deflation> deflation =
        summary.find("evidence").map(_ -> Deflation.of(run, Trials.of(runs).beside(run)));
    Optional<KeptEvidence> evidence =
        KeptEvidence.newest(ledger, wiring.artifacts(), judged -> judged.run().equals(run.id()));
    return new RunPage(
        run, look, summary, windows, benchmark, deflation, evidence, overridden, ledger.head());
  }

  private static Reply reply(RunPage page, Path file) throws IOException {
    String label = page.summary().label(page.look());
    Reply reply =
        Reply.of()
            .strategy(page.run().strategy().toString())
            .broker("SIMULATED")
            .ref("run", page.run().id().hash())
            .ref("ledger_head", page.ledgerHead().toString())
            .summary("%s was written to %s.".formatted(label, file))
            .block(Block.paragraph("%s, run %s".formatted(label, page.run().id().brief())))
            .block(Block.paragraph("Written to " + file.toUri()));
    if (page.summary().isInvalid()) {
      reply.warn("proof_failed", "a proof of the run failed, so that the page shows no number");
    } else if (page.benchmark() instanceof BenchmarkReturns.Missing(String why)) {
      reply.warn("benchmark_not_drawn", "no benchmark is drawn: " + why);
    }
    reply
        .data()
        .text("file", file.toString())
        .text("label", label)
        .count("bytes", Files.size(file));
    return reply;
  }

  private static void show(Path file, Browser browser, Reply reply) {
    try {
      browser.show(file);
    } catch (IOException e) {
      reply.warn("browser_not_started", "the page was written, but not shown: " + e.getMessage());
    }
  }

  private static Path fresh(Path file) {
    if (Files.exists(file)) {
      throw Failure.usage(
          "file_exists",
          "The page was not written.",
          file + " is there already, and --out replaces nothing.",
          "Name a new file, or move that one away.");
    }
    return file;
  }
}
